import JSONSchema
import YAML

/// An empty plan with the schema's own descriptions as comments, to be filled in.
///
/// Every field stands there without a value, which reads as absent; so the template itself is a valid plan.
package struct PlanTemplate: Sendable {
  private let schema: Schema
  private let isMinimal: Bool

  /// A template; a minimal one has only the sections by name, without their fields.
  package init(schema: PlanSchema, isMinimal: Bool) {
    self.schema = schema.schema
    self.isMinimal = isMinimal
  }

  package var text: String {
    var lines = [
      "# Een plan voor plantoets. Vul in wat je weet; de rest mag leeg blijven.",
      "# Weet je iets nog niet? Schrijf PM of onbekend. Past een vraag niet? Schrijf n.v.t.",
      "# Toets het plan met: plantoets check DIT-BESTAND",
      "",
    ]
    let root = schema.effective(schema.root)
    for property in root.properties {
      let isNeeded = root.required.contains(property.name)
      lines += field(property, indent: 0, isOpen: !isMinimal || isNeeded)
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private func field(_ property: Subschema.Property, indent: Int, isOpen: Bool) -> [String] {
    let subschema = schema.effective(property.schema)
    let margin = String(repeating: " ", count: indent)
    var lines = comment(subschema, indent: indent)
    if let constant = subschema.constant?.text {
      return lines + ["\(margin)\(property.name): \(constant)"]
    }
    lines.append("\(margin)\(property.name):")
    guard isOpen else { return lines }
    if !subschema.properties.isEmpty {
      lines += fields(of: subschema, indent: indent + 2)
    } else if let items = subschema.items {
      let item = schema.effective(items)
      guard !item.properties.isEmpty else { return lines }
      var inner = fields(of: item, indent: indent + 4)
      // The first line that is no comment carries the dash.
      if let first = inner.firstIndex(where: { !$0.drop { $0 == " " }.hasPrefix("#") }) {
        inner[first] = margin + "  - " + inner[first].drop { $0 == " " }
      }
      lines += inner
    }
    return lines
  }

  private func fields(of subschema: Subschema, indent: Int) -> [String] {
    let wanted = isMinimal ? subschema.required : subschema.properties.map(\.name)
    return subschema.properties.filter { wanted.contains($0.name) && $0.name != "toelichting" }
      .flatMap { field($0, indent: indent, isOpen: true) }
  }

  /// The description, the choices and an example, folded to lines of 100 columns.
  private func comment(_ subschema: Subschema, indent: Int) -> [String] {
    var sentences = [subschema.description].compactMap { $0 }
    let item = subschema.items.map { schema.effective($0) }
    if let words = (subschema.allowedValues ?? item?.allowedValues)?.compactMap(\.text) {
      sentences.append("Kies uit: \(words.joined(separator: ", ")).")
    } else if let example = subschema.examples.first?.text {
      sentences.append("Bijvoorbeeld: \(example)")
    }
    let margin = String(repeating: " ", count: indent) + "# "
    var lines: [String] = []
    var line = ""
    for word in sentences.joined(separator: " ").split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, margin.count + line.count + 1 + word.count > 100 {
        lines.append(margin + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + [margin + line]
  }
}
