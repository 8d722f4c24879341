import JSONSchema
import Lint
import TestSupport
import YAML

/// Makes plans of the shapes that the schema allows, and plans like the examples.
struct TreeGenerator: Sendable {
  private let schema: Schema
  private let examples: [PlanTree]

  init(schema: PlanSchema, examples: [PlanTree]) {
    self.schema = schema.schema
    self.examples = examples
  }

  /// The plan of a seed: one in three is an example with changes, the others follow the schema.
  func plan(seed: UInt64) -> PlanTree {
    var random = SplitMix(seed: seed)
    if !examples.isEmpty, random.oneIn(3) {
      return mutated(examples[Int.random(in: examples.indices, using: &random)], &random)
    }
    // From nearly empty plans to nearly full ones.
    let density = Int.random(in: 1...9, using: &random)
    guard case .map(let entries) = object(schema.root, density: density, depth: 0, &random) else {
      return .map([])
    }
    return .map(entries.filter { $0.key != "uitzonderingen" })
  }

  private func object(
    _ id: Schema.ID,
    density: Int,
    depth: Int,
    _ random: inout SplitMix
  ) -> PlanTree {
    let subschema = schema.effective(id)
    var entries: [PlanTree.Entry] = []
    for property in subschema.properties where property.name != "toelichting" {
      let isNeeded = subschema.required.contains(property.name) || property.name == "id"
      guard isNeeded || Int.random(in: 0..<10, using: &random) < density else { continue }
      let value =
        property.name == "id"
        ? PlanTree.scalar("i1")
        : value(property.schema, name: property.name, density: density, depth: depth + 1, &random)
      entries.append(PlanTree.Entry(key: property.name, value: value))
    }
    return .map(entries)
  }

  private func value(
    _ id: Schema.ID,
    name: String,
    density: Int,
    depth: Int,
    _ random: inout SplitMix
  ) -> PlanTree {
    let subschema = schema.effective(id)
    if random.oneIn(40) { return .scalar(["PM", "onbekend", "n.v.t.", ""].picked(&random)) }
    if let constant = subschema.constant?.text { return .scalar(constant) }
    if !subschema.properties.isEmpty {
      return object(id, density: density, depth: depth, &random)
    }
    if let items = subschema.items {
      let count = Int.random(in: 0...3, using: &random)
      return .list(
        (0..<count).map { index in
          let item = value(items, name: name, density: density, depth: depth, &random)
          return item.changing([.key("id")]) { _ in .scalar("i\(index + 1)") }
        }
      )
    }
    if let values = subschema.additionalProperties, subschema.types == .object {
      return .map(
        ["2022", "2023", "2024"].prefix(Int.random(in: 0...3, using: &random)).map { year in
          PlanTree.Entry(
            key: year,
            value: value(values, name: year, density: density, depth: depth, &random)
          )
        }
      )
    }
    return .scalar(scalar(subschema, name: name, &random))
  }

  private func scalar(
    _ subschema: Subschema,
    name: String,
    _ random: inout SplitMix
  ) -> String {
    if let words = subschema.allowedValues?.compactMap(\.text), !words.isEmpty {
      return words.picked(&random)
    }
    if subschema.annotation("x-verwijst-naar") != nil {
      return "i\(Int.random(in: 1...3, using: &random))"
    }
    switch subschema.format {
    case "ja-nee": return ["ja", "nee"].picked(&random)
    case "bedrag":
      return ["0", "900", "10000", "15000", "60000", "250000"].picked(&random)
    case "aantal": return ["0", "1", "3", "12", "60", "450"].picked(&random)
    case "getal": return ["0", "0.2", "0.5", "1.5", "8", "16", "24"].picked(&random)
    case "procent": return ["0", "10", "25", "50", "100"].picked(&random)
    case "datum":
      return [
        "2021", "2021-08", "2021-08-01", "2022-02-01", "2022-06-30", "2022-09", "2023-07-31",
        "2023", "2024-01-15", "2025-07-31",
      ].picked(&random)
    case "schooljaar": return ["2021-2022", "2022-2023", "2023-2024"].picked(&random)
    case "cbs-code": return ["GM0106", "GM1952"].picked(&random)
    default: break
    }
    if name == "uitvoerder" || name == "activiteit" {
      return "i\(Int.random(in: 1...3, using: &random))"
    }
    return [
      "gelijke kansen", "taal", "jeugdondersteuner", "armoede en achterstand", "ouders",
      "werkdruk", "leerlingen", "welbevinden",
    ].picked(&random)
  }

  /// An example with a few parts taken away, doubled, mixed up or made unknown.
  private func mutated(_ example: PlanTree, _ random: inout SplitMix) -> PlanTree {
    var tree = example.removing([.key("uitzonderingen")])
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      guard let path = tree.paths.randomElement(using: &random) else { break }
      switch Int.random(in: 0..<4, using: &random) {
      case 0: tree = tree.removing(path)
      case 1: tree = tree.changing(path) { _ in .scalar("PM") }
      case 2:
        let other = tree.paths.randomElement(using: &random).flatMap { tree[$0] }
        if case .scalar? = tree[path], case .scalar(let text)? = other {
          tree = tree.changing(path) { _ in .scalar(text) }
        }
      default:
        tree = tree.changing(path) { value in
          guard case .list(let items) = value, let item = items.first else { return value }
          return .list(items + [item.changing([.key("id")]) { _ in .scalar("i9") }])
        }
      }
    }
    return tree
  }
}

extension Array {
  /// One of the elements of an array that has some.
  fileprivate func picked(_ random: inout SplitMix) -> Element {
    self[Int.random(in: indices, using: &random)]
  }
}
