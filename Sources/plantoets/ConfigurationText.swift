import Lint
import SourceText
import YAML

/// Which settings hold for plans, and where each comes from.
struct ConfigurationText {
  let settings: RunSettings
  let packOptions: PackOptions
  let judging: JudgingOptions

  private var language: Language { settings.language }

  /// The settings of plans that share a configuration, under their paths; ends in a line end.
  func render(_ paths: [String]) -> String {
    var groups: [(key: String, paths: [String], settings: RunSettings.PlanSettings)] = []
    for (index, path) in paths.enumerated() {
      let own = settings[index]
      let key = own.found?.realFolder ?? ""
      if let place = groups.firstIndex(where: { $0.key == key }) {
        groups[place].paths.append(path)
      } else {
        groups.append((key, [path], own))
      }
    }
    return groups.map { group in
      (heading(group.paths) + rows(group.settings)).joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  private func heading(_ paths: [String]) -> [String] {
    let shown = paths.prefix(3).joined(separator: ", ")
    let rest = paths.count - 3
    guard rest > 0 else { return [shown] }
    return [shown + choose(" en nog \(rest)", " and \(rest) more")]
  }

  private func rows(_ own: RunSettings.PlanSettings) -> [String] {
    let configuration = own.found?.configuration
    let pack = settings.pack.header
    var rows: [(String, String, String)] = [
      (
        "pack", "\(pack.id) \(pack.version)",
        origin(packOptions.pack != nil, "--pack", configuration?.pack?.range, configuration)
      ),
      (
        "lang", settings.language.rawValue,
        origin(
          packOptions.chosenLanguage != nil,
          "--lang",
          configuration?.language?.range,
          configuration
        )
      ),
      (
        "fail-on", own.gate.failOn.rawValue,
        origin(
          judging.failOn != nil,
          "--fail-on",
          configuration?.failOn?.range,
          configuration
        )
      ),
      (
        "min-score", own.gate.leastGrade.map { "\($0)" } ?? "-",
        origin(
          judging.minScore != nil,
          "--min-score",
          configuration?.leastGrade?.range,
          configuration
        )
      ),
    ]
    for pattern in configuration?.exclude ?? [] {
      rows.append(("exclude", pattern.value, place(pattern.range, configuration)))
    }
    for entry in configuration?.rules ?? [] {
      if let level = entry.level {
        let word =
          switch level.value {
          case .off: "off"
          case .severity(let severity): severity.rawValue
          }
        rows.append((entry.rule.value, word, place(level.range, configuration)))
      }
      for (name, node) in entry.parameters {
        let written =
          node.text ?? (node.sequence ?? []).compactMap(\.text).joined(separator: ", ")
        let shipped = settings.pack.rule(entry.rule.value)?.rule.parameters
          .first { $0.name == name.value }?.written
        let note = shipped.map { choose(" (pakket: \($0))", " (pack: \($0))") } ?? ""
        rows.append(
          ("\(entry.rule.value).\(name.value)", written + note, place(node.range, configuration))
        )
      }
    }
    rows += judging.select.map { ("select", $0, "--select") }
    rows += judging.ignore.map { ("ignore", $0, "--ignore") }
    let widths = (rows.map(\.0.count).max() ?? 0, rows.map(\.1.count).max() ?? 0)
    return rows.map { name, value, origin in
      "  \(padded(name, widths.0))  \(padded(value, widths.1))  \(origin)"
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func origin(
    _ isFlag: Bool,
    _ flag: String,
    _ range: SourceRange?,
    _ configuration: Configuration?
  ) -> String {
    if isFlag { return flag }
    guard let range else { return choose("standaard", "default") }
    return place(range, configuration)
  }

  private func place(_ range: SourceRange, _ configuration: Configuration?) -> String {
    guard let file = configuration?.file else { return "" }
    return "\(file.path):\(file.location(of: range.start))"
  }

  private func choose(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
}
