import CEL
import Lint
import Reporters
import SourceText

/// What holds for the plans of a run: flags before configuration before defaults.
struct RunSettings {
  /// What holds for one plan.
  struct PlanSettings {
    var found: ConfigurationFinder.Found?
    var rules: RuleSettings
    var gate: Gate
  }

  let language: Language
  let pack: RulePack
  /// The configuration that names the pack; nil when a flag or nobody does.
  let packConfiguration: ConfigurationFinder.Found?
  /// The settings that occur, each once.
  let groupSettings: [PlanSettings]
  /// Which of them each plan has, in the order of the plans.
  let groups: [Int]

  /// Settles everything before any plan is judged, so that nothing is judged with half of it.
  ///
  /// - Throws: `InputProblem` with all mistakes of all configurations.
  init(
    for configurations: [ConfigurationFinder.Found?],
    packOptions: PackOptions,
    options: JudgingOptions,
    load: (String?) throws -> RulePack
  ) throws {
    let found = configurations.compactMap { $0 }
    language = try Self.language(packOptions, found)
    let named =
      packOptions.pack == nil ? found.filter { $0.configuration.pack != nil } : []
    let packs = named.map { Self.path(of: $0) }
    if let first = packs.first, packs.contains(where: { $0 != first }) {
      throw InputProblem(
        .init(
          nl: "Deze plannen vragen om verschillende regelpakketten.",
          en: "These plans ask for different rule packs."
        ),
        in: language,
        help: Self.separately
      )
    }
    // A plan whose configuration names no pack cannot be judged by another plan's.
    if named.count != configurations.count, !named.isEmpty {
      throw InputProblem(
        .init(
          nl: "Voor een deel van deze plannen geldt een eigen regelpakket, voor de andere niet.",
          en: "Some of these plans have a rule pack of their own, others have not."
        ),
        in: language,
        help: Self.separately
      )
    }
    packConfiguration = named.first
    let pack = try load(packOptions.pack ?? packs.first)
    self.pack = pack
    try Self.check(options.select + options.ignore, in: pack, language)

    var settings: [String: RuleSettings] = [:]
    var diagnostics: [Diagnostic] = []
    for found in found where settings[found.realFolder] == nil {
      switch found.configuration.settings(for: pack, language: language) {
      case .success(let rules): settings[found.realFolder] = rules
      case .failure(let failure):
        settings[found.realFolder] = RuleSettings()
        diagnostics += failure.diagnostics
      }
    }
    guard diagnostics.isEmpty else { throw InputProblem(diagnostics: diagnostics) }
    var places: [String: Int] = [:]
    var occurring: [ConfigurationFinder.Found?] = []
    groups = configurations.map { found in
      let folder = found?.realFolder ?? ""
      if let place = places[folder] { return place }
      places[folder] = occurring.count
      occurring.append(found)
      return occurring.count - 1
    }
    groupSettings = occurring.map { found in
      var rules = found.flatMap { settings[$0.realFolder] } ?? RuleSettings()
      rules.selected = Set(options.select)
      rules.ignored = Set(options.ignore)
      let configuration = found?.configuration
      return PlanSettings(
        found: found,
        rules: rules,
        gate: Gate(
          failOn: options.failOn ?? configuration?.failOn?.value ?? .error,
          leastGrade: options.minScore?.grade ?? configuration?.leastGrade?.value
        )
      )
    }
  }

  subscript(index: Int) -> PlanSettings { groupSettings[groups[index]] }

  private static var separately: LocalizedText {
    .init(
      nl: "Toets ze apart, of zeg het op de opdrachtregel.",
      en: "Check them apart, or say it on the command line."
    )
  }

  /// The folder of the pack that a configuration names.
  static func path(of found: ConfigurationFinder.Found) -> String {
    let name = found.configuration.pack?.value ?? ""
    if name.hasPrefix("/") || found.folder.isEmpty { return name }
    return found.folder + "/" + name
  }

  private static func language(
    _ options: PackOptions,
    _ found: [ConfigurationFinder.Found]
  ) throws -> Language {
    if let chosen = options.chosenLanguage { return chosen }
    let languages = Set(found.compactMap { $0.configuration.language?.value })
    guard languages.count > 1 else { return languages.first ?? .nl }
    throw InputProblem(
      .init(
        nl: "Deze plannen vragen om verschillende talen.",
        en: "These plans ask for different languages."
      ),
      in: .nl,
      help: separately
    )
  }

  /// Refuses names that are neither a rule nor a lesson.
  private static func check(_ names: [String], in pack: RulePack, _ language: Language) throws {
    let known = pack.rules.map(\.rule.id) + pack.lessons.map(\.id)
    for name in names where !known.contains(name) {
      throw UnknownName(
        name: name,
        nearest: nearestName(to: name, among: known),
        language: language
      )
    }
  }
}

/// A name on the command line that is neither a rule nor a lesson.
struct UnknownName: Error {
  let name: String
  let nearest: String?
  let language: Language

  var message: String {
    let hint = LocalizedText(
      nl: nearest.map { " Bedoelde je «\($0)»?" } ?? "",
      en: nearest.map { " Did you mean “\($0)”?" } ?? ""
    )
    let text = LocalizedText(
      nl: "plantoets: «\(name)» is geen regel of les.",
      en: "plantoets: “\(name)” is no rule or lesson."
    )
    return text[language] + hint[language]
  }
}
