import CEL

/// A small plan: declared types, and values with places, some of them absent or unknown.
enum Fixture {
  static let plan = StructType(
    name: "Plan",
    fields: [
      .init("naam", .string),
      .init("start", .date),
      .init("eind", .date),
      .init("volledig", .bool),
      .init("budget", .double),
      .init("partner", .structure("Partner")),
      .init("activiteiten", .list(.structure("Activiteit"))),
      .init("groepen", .list(.string)),
    ]
  )

  static let partner = StructType(
    name: "Partner",
    fields: [.init("naam", .string), .init("akkoord", .bool)]
  )

  static let activity = StructType(
    name: "Activiteit",
    fields: [
      .init("id", .string),
      .init("soort", .enumeration(["sport", "taal", "rekenen"])),
      .init("budget", .double),
      .init("weken", .int),
      .init("doelen", .list(.enumeration(["leren", "welzijn"]))),
    ]
  )

  static let environment = Environment(
    variables: [
      ("plan", .structure("Plan")),
      ("this", .structure("Activiteit")),
      ("parameters.min_weken", .int),
      ("parameters.grens", .double),
      ("peildatum", .date),
      ("variables.rijk", .list(.structure("Activiteit"))),
      ("variables.ruim", .bool),
      ("vrij", .dyn),
    ],
    structures: [plan, partner, activity]
  )

  /// Places are numbered by what they stand for.
  enum Place: Int32, CaseIterable {
    case plan
    case naam
    case start
    case eind
    case volledig
    case budget
    case partner
    case activiteiten
    case groepen
    case first
    case second
    case firstID
    case firstSoort
    case firstBudget
    case firstWeken
    case secondID
    case secondBudget
    case peildatum

    var origin: Origin { Origin(rawValue: rawValue) }
  }

  static func at(_ place: Place, _ value: Value) -> Value {
    Value(value.kind, origin: place.origin)
  }

  static func unknown(_ place: Place, _ reason: Reason = .stated) -> Value {
    .unknown(UnknownSet(Attribute(origin: place.origin, reason: reason)))
  }

  static func date(_ text: String) -> Value {
    DateInterval(text).map(Value.date) ?? .null
  }

  /// The first activity has everything but `doelen`; the second lacks `soort` and its budget is `PM`.
  static func activities(isOpen: Bool) -> [Value] {
    let first = StructValue(
      type: activity,
      slots: [
        at(.firstID, .string("a1")), at(.firstSoort, .string("taal")),
        at(.firstBudget, .double(12_500)), at(.firstWeken, .int(6)),
      ],
      origin: Place.first.origin,
      isOpen: isOpen
    )
    let second = StructValue(
      type: activity,
      slots: [at(.secondID, .string("a2")), nil, unknown(.secondBudget)],
      origin: Place.second.origin,
      isOpen: isOpen
    )
    return [
      Value(.structure(first), origin: Place.first.origin),
      Value(.structure(second), origin: Place.second.origin),
    ]
  }

  /// A plan without partner, with an end known to the month only and `volledig` not applicable.
  static func frame(isOpen: Bool = false) -> Frame {
    let items = activities(isOpen: isOpen)
    let rest = UnknownSet(Attribute(origin: Place.activiteiten.origin, reason: .notReported))
    let value = StructValue(
      type: plan,
      slots: [
        at(.naam, .string("Zomerschool")),
        at(.start, date("2025-01-15")),
        at(.eind, date("2025-07")),
        unknown(.volledig, .notApplicable),
        at(.budget, .double(40_000)),
        nil,
        at(.activiteiten, .list(items, rest: isOpen ? rest : nil)),
      ],
      origin: Place.plan.origin,
      isOpen: isOpen
    )
    var frame = Frame(environment)
    set(&frame, "plan", Value(.structure(value), origin: Place.plan.origin))
    set(&frame, "this", items[0])
    set(&frame, "parameters.min_weken", .int(6))
    set(&frame, "parameters.grens", .double(10_000))
    set(&frame, "peildatum", at(.peildatum, date("2025-03-01")))
    set(&frame, "vrij", .null)
    return frame
  }

  static func set(_ frame: inout Frame, _ name: String, _ value: Value) {
    if let variable = environment.variable(named: name) { frame.set(variable, value) }
  }

  /// A path as the reader of a plan would write it.
  static func path(_ attribute: Attribute) -> String {
    let place = attribute.origin.flatMap { Place(rawValue: $0.rawValue) }
    return ([place.map { "\($0)" } ?? "?"] + attribute.trail).joined(separator: ".")
  }

  /// The value as text; of an unknown the paths and the reasons.
  static func describe(_ value: Value) -> String {
    guard let unknown = value.unknown else { return value.description }
    let paths = unknown.attributes.map { "\(path($0)) \($0.reason)" }
    return "unknown(\(paths.joined(separator: ", ")))"
  }

  static func evaluate(_ expression: String, isOpen: Bool = false) throws -> String {
    var frame = frame(isOpen: isOpen)
    return describe(try environment.compile(expression).get().evaluate(in: &frame))
  }
}
