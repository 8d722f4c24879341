package import CEL
package import JSONSchema
import SourceText
import YAML

/// The plan's JSON Schema, compiled for three uses: to validate, to read typed values, and to type expressions.
package struct PlanSchema: Sendable {
  /// The annotation by which a field says whose ids it refers to.
  static let referenceKeyword = "x-verwijst-naar"

  /// Where a plan says whether it tells all.
  static let completeness = (section: "herkomst", field: "volledig")

  private let source: PlanSchemaSource
  let shapes: [PlanShape]
  let root: PlanShape.ID
  /// The shapes as plain numbers, for reading a plan whose form is sound.
  let forms: FormTable
  /// The shape of a scheme's facts, at `$defs/regeling`.
  let scheme: PlanShape.ID?
  /// Every object type that an expression can meet.
  package let structures: [StructType]

  /// The schema as JSON Schema has it.
  package var schema: Schema { source.compiled.schema }

  /// The schema as its file has it.
  package var text: String { source.text }

  /// What says all that is wrong with a plan's form.
  var validator: Validator { source.compiled.validator }

  /// Compiles a schema, or says everything that is wrong with it.
  static func compile(_ node: Node, in file: SourceFile) -> Result<PlanSchema, SchemaErrors> {
    Result { () throws(SchemaErrors) in
      let schema = try Schema(node, in: file, dialect: PlanSchemaSource.dialect)
      return PlanSchema(schema, from: PlanSchemaSource(schema, in: file))
    }
  }

  /// A schema whose shapes are known already.
  init(
    source: PlanSchemaSource,
    shapes: [PlanShape],
    root: PlanShape.ID,
    forms: FormTable,
    scheme: PlanShape.ID?,
    structures: [StructType]
  ) {
    self.source = source
    self.shapes = shapes
    self.root = root
    self.forms = forms
    self.scheme = scheme
    self.structures = structures
  }

  private init(_ schema: Schema, from source: PlanSchemaSource) {
    var compilation = ShapeCompilation(schema)
    self.source = source
    root = compilation.shape(of: schema.root)
    scheme = schema.ids.first { schema[$0].location == "#/$defs/regeling" }
      .map { compilation.shape(of: $0) }
    shapes = compilation.finished
    structures = compilation.structures
    forms = FormTable(schema, shapes: shapes, root: root, sources: compilation.sources)
  }

  /// The sections of a plan that have a field, from the outside in, as `financiering.bronnen`; the plan itself is empty.
  func sections(withField name: String) -> [String] {
    source.sections { sectionsByField }[name] ?? []
  }

  /// The sections that have a field, by its name; the plan itself is the empty name.
  private var sectionsByField: [String: [String]] {
    var sections: [String: [String]] = [:]
    var seen: Set<PlanShape.ID> = [root]
    var waiting = [(path: "", shape: root)]
    var next = 0
    while next < waiting.count {
      let (path, shape) = waiting[next]
      next += 1
      switch shapes[shape].kind {
      case .list(let item):
        if seen.insert(item).inserted { waiting.append((path, item)) }
      case .object(let object):
        for (field, shape) in zip(object.type.fields, object.fields) {
          sections[field.name, default: []].append(path)
          guard seen.insert(shape).inserted else { continue }
          waiting.append((path.isEmpty ? field.name : path + "." + field.name, shape))
        }
      case .map, .scalar: continue
      }
    }
    return sections
  }

  /// The type of `plan`.
  package var planType: CELType { shapes[root].type }

  /// The type of `regeling`.
  package var schemeType: CELType { scheme.map { shapes[$0].type } ?? .dyn }

  /// The facts of each scheme in `pack.yaml`, typed.
  func schemes(_ node: Node?, in file: SourceFile) -> ([String: Value], [Diagnostic]) {
    guard let scheme else { return ([:], []) }
    var schemes: [String: Value] = [:]
    var diagnostics: [Diagnostic] = []
    for entry in node?.mapping ?? [] {
      guard let name = entry.key.text else { continue }
      var reading = PlanReading(schema: self, file: file, isOpen: false, root: entry.value)
      if let value = reading.read(entry.value, as: scheme, at: PlaceTable.root) {
        // Facts come from the pack, not from a place in the plan.
        schemes[name] = value.withoutOrigins
      }
      for problem in reading.problems {
        let words = problem.wording(in: .en)
        diagnostics.append(
          Diagnostic(words.message, help: words.remedy, file: file, range: problem.range)
        )
      }
    }
    return (schemes, diagnostics)
  }
}

extension Value {
  /// The same value as if it had been computed.
  fileprivate var withoutOrigins: Value {
    switch kind {
    case .list(let list): Value(.list(ListValue(list.elements.map(\.withoutOrigins))))
    case .structure(let structure):
      Value(
        .structure(
          StructValue(type: structure.type, slots: structure.slots.map { $0?.withoutOrigins })
        )
      )
    default: Value(kind)
    }
  }
}

/// Turns subschemas into shapes, each once.
private struct ShapeCompilation {
  private let schema: Schema
  private var shapes: [PlanShape?] = []
  private var known: [Schema.ID: PlanShape.ID] = [:]
  /// What each shape was made of.
  private(set) var sources: [Schema.ID] = []
  private var objects: [Schema.ID: PlanObject] = [:]
  private(set) var structures: [StructType] = []

  init(_ schema: Schema) {
    self.schema = schema
  }

  var finished: [PlanShape] {
    shapes.map { shape in
      guard let shape else { preconditionFailure("every shape that was begun was finished") }
      return shape
    }
  }

  mutating func shape(of id: Schema.ID) -> PlanShape.ID {
    if let shape = known[id] { return shape }
    let index = shapes.count
    known[id] = index
    shapes.append(nil)
    sources.append(id)
    shapes[index] = compiled(id)
    return index
  }

  private mutating func compiled(_ id: Schema.ID) -> PlanShape {
    let subschema = schema.effective(id)
    if !subschema.properties.isEmpty {
      let name = self.name(of: id)
      // Declared before its fields, which may lead back to it.
      return PlanShape(kind: .object(object(id, subschema, name)), type: .structure(name))
    }
    if let items = subschema.items {
      let item = shape(of: items)
      return PlanShape(kind: .list(item), type: .list(type(of: items)))
    }
    if let values = subschema.additionalProperties, subschema.types == .object {
      let value = shape(of: values)
      return PlanShape(kind: .map(value), type: .map(.string, type(of: values)))
    }
    let scalar = PlanScalar(
      format: subschema.format.flatMap(DutchFormat.init(rawValue:)),
      words: subschema.allowedValues.map { Set($0.compactMap(\.text)) },
      target: subschema.annotation(PlanSchema.referenceKeyword)?.text
    )
    return PlanShape(kind: .scalar(scalar), type: scalarType(subschema, scalar))
  }

  /// A subschema's type, without need of its finished shape.
  private mutating func type(of id: Schema.ID) -> CELType {
    let index = shape(of: id)
    return shapes[index]?.type ?? .structure(name(of: id))
  }

  private func scalarType(_ subschema: Subschema, _ scalar: PlanScalar) -> CELType {
    if let format = scalar.format { return format.type }
    if let words = subschema.allowedValues { return .enumeration(words.compactMap(\.text)) }
    switch subschema.types {
    case TypeSet.boolean?: return .bool
    case TypeSet.integer?: return .int
    case TypeSet.number?: return .double
    default: return .string
    }
  }

  private mutating func object(
    _ id: Schema.ID,
    _ subschema: Subschema,
    _ name: String
  ) -> PlanObject {
    let definition = schema.chain(from: id).last?.id ?? id
    if let object = objects[definition] { return object }
    let fields = subschema.properties.map { shape(of: $0.schema) }
    let structure = StructType(
      name: name,
      fields: subschema.properties.map { property in
        StructType.Field(
          property.name,
          type(of: property.schema),
          documentation: schema.effective(property.schema).description
        )
      }
    )
    let object = PlanObject(type: structure, fields: fields)
    if objects.updateValue(object, forKey: definition) == nil { structures.append(structure) }
    return object
  }

  /// An object type's name: that of its definition, else its place in the schema.
  private func name(of id: Schema.ID) -> String {
    let location = schema.chain(from: id).last?.location ?? "#"
    let definitions = "#/$defs/"
    if location == "#" { return "plan" }
    if location.hasPrefix(definitions) {
      let name = location.dropFirst(definitions.count)
      if !name.contains("/") { return String(name) }
    }
    return location.split(separator: "/").filter {
      $0 != "properties" && $0 != "#" && $0 != "$defs"
    }
    .joined(separator: ".")
  }
}

extension PlanSchema {
  /// The subschema of a value that a plan can have, named as `activiteiten[].budget`.
  func subschema(of path: String) -> Schema.ID? {
    path.split(separator: ".").reduce(schema.root as Schema.ID?) { id, step in
      let name = String(step.prefix { $0 != "[" })
      guard let id, let property = schema.effective(id).property(name) else { return nil }
      return step.hasSuffix("[]") ? schema.effective(property.schema).items : property.schema
    }
  }

  /// Whether a plan can have a field, named as `activiteiten[].budget`.
  package func hasField(_ path: String) -> Bool {
    var shape = root
    for step in path.split(separator: ".") {
      let name = step.prefix { $0 != "[" }
      guard case .object(let object) = shapes[shape].kind,
        let index = object.type.index(of: String(name))
      else { return false }
      shape = object.fields[index]
      for _ in 0..<step.count(where: { $0 == "[" }) {
        switch shapes[shape].kind {
        case .list(let item), .map(let item): shape = item
        case .object, .scalar: return false
        }
      }
    }
    return true
  }
}
