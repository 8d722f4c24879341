import JSONSchema
import YAML

/// A plan to fill in, with the schema's own descriptions as comments.
///
/// Only what every plan must have, and what was answered already, stands there as a field; the rest is commented out
/// by a `#` without a space. So the template is a valid plan for every reader of the schema, and also when each `#` of a
/// part is taken away.
package struct PlanTemplate: Sendable {
  private let schema: Schema
  private let isMinimal: Bool
  /// Values by their field, as `activiteiten[].budget`.
  private let answers: [String: String]

  /// A template; a minimal one has only the sections by name, without their fields.
  package init(schema: PlanSchema, isMinimal: Bool, answers: [String: String] = [:]) {
    self.schema = schema.schema
    self.isMinimal = isMinimal
    self.answers = answers
  }

  package var text: String {
    var lines = [
      "# Een plan voor plantoets. Vul in wat je weet; de rest mag zo blijven.",
      "# Een regel met # en een spatie is uitleg. Een veld met # ervoor telt nog niet mee.",
      "# Wil je een veld of onderdeel invullen? Haal dan het # aan het begin van die regels weg.",
      "# Weet je iets nog niet? Schrijf PM of onbekend. Past een vraag niet? Schrijf n.v.t.",
      "# Toets het plan met: plantoets check DIT-BESTAND",
      "",
    ]
    let root = schema.effective(schema.root)
    for property in root.properties {
      let isNeeded = root.required.contains(property.name) || hasAnswer(property.name)
      lines +=
        field(property, at: property.name, isNeeded: isNeeded, isOpen: !isMinimal || isNeeded)
        + [""]
    }
    return lines.joined(separator: "\n")
  }

  /// Whether a field, or one below it, was answered.
  private func hasAnswer(_ path: String) -> Bool {
    answers.keys.contains { $0 == path || $0.hasPrefix(path + ".") || $0.hasPrefix(path + "[") }
  }

  /// A field with its explanation, at the left margin; commented out unless it is needed.
  private func field(
    _ property: Subschema.Property,
    at path: String,
    isNeeded: Bool,
    isOpen: Bool
  ) -> [String] {
    let subschema = schema.effective(property.schema)
    let lines = value(of: property.name, subschema, at: path, isNeeded: isNeeded, isOpen: isOpen)
    return comment(subschema) + (isNeeded ? lines : lines.map { "#" + $0 })
  }

  /// `name: value`, or the name with its fields or first item below it.
  private func value(
    of name: String,
    _ subschema: Subschema,
    at path: String,
    isNeeded: Bool,
    isOpen: Bool
  ) -> [String] {
    if let constant = subschema.constant?.text { return ["\(name): \(constant)"] }
    if let answer = answers[path] {
      return ["\(name): " + AnswerNotation.text(answer, isTyped: subschema.format != nil)]
    }
    if !subschema.properties.isEmpty {
      let fields = isOpen ? fields(of: subschema, at: path, isNeeded) : []
      return ["\(name):"] + fields.map { "  " + $0 }
    }
    guard isOpen, let items = subschema.items.map({ schema.effective($0) }),
      !items.properties.isEmpty
    else {
      guard isNeeded else { return ["\(name):"] }
      return ["\(name): " + (name == "id" ? Self.firstID(inListOf: path) : "PM")]
    }
    var item = fields(of: items, at: path + "[]", isNeeded).map { "    " + $0 }
    // The first line that is no comment carries the dash.
    if let first = item.firstIndex(where: { !$0.drop { $0 == " " }.hasPrefix("#") }) {
      item[first] = "  - " + item[first].drop { $0 == " " }
    }
    return ["\(name):"] + item
  }

  /// An id for the first item of a list, until somebody thinks of a better one: `d1` among the `doelgroepen`.
  private static func firstID(inListOf path: String) -> String {
    let list = path.split(separator: ".").dropLast().last ?? ""
    return "\(list.prefix(1))1"
  }

  /// The fields of an object: those that it must have and, when all of it is commented out, the others too.
  private func fields(of subschema: Subschema, at path: String, _ isNeeded: Bool) -> [String] {
    let properties = subschema.properties.filter { $0.name != "toelichting" }
    // An object of which nothing must be there still needs a field, or it is empty.
    let first = hasAnswer(path) ? [] : properties.first.map { [$0.name] } ?? []
    let required = Set(
      (subschema.required.isEmpty ? first : subschema.required)
        + properties.map(\.name).filter { hasAnswer(path + "." + $0) }
    )
    var shown = properties.filter { !isMinimal || required.contains($0.name) }
    if isNeeded, path.hasSuffix("[]") {
      // An item's first field has the dash, so that those behind it can be uncommented one by one.
      shown =
        shown.filter { required.contains($0.name) } + shown.filter { !required.contains($0.name) }
    }
    return shown.flatMap { property in
      let path = path + "." + property.name
      if isNeeded {
        let isRequired = required.contains(property.name)
        return field(property, at: path, isNeeded: isRequired, isOpen: true)
      }
      let inner = schema.effective(property.schema)
      return comment(inner)
        + value(of: property.name, inner, at: path, isNeeded: false, isOpen: true)
    }
  }

  /// The description, the choices and an example, folded to lines of 90 columns.
  private func comment(_ subschema: Subschema) -> [String] {
    var sentences = [subschema.description].compactMap { $0 }
    let item = subschema.items.map { schema.effective($0) }
    if let words = (subschema.allowedValues ?? item?.allowedValues)?.compactMap(\.text) {
      sentences.append("Kies uit: \(words.joined(separator: ", ")).")
    } else if let example = subschema.examples.first?.text {
      sentences.append("Bijvoorbeeld: \(example)")
    }
    let margin = "# "
    var lines: [String] = []
    var line = ""
    for word in sentences.joined(separator: " ").split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.count + 1 + word.count > 90 {
        lines.append(margin + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + [margin + line]
  }
}
