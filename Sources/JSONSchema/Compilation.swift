import SourceText
import YAML

/// The work of compiling one schema: goes through its text once, then ties the references.
///
/// Nothing here stops at an error; what is wrong is noted, and the rest is compiled as if it were not there.
struct Compilation {
  /// Where the schema at hand stands.
  struct Place {
    let node: Node
    /// What relative references are relative to.
    var base: URIReference
    let depth: Int
  }

  static let depthLimit = 128

  let dialect: Dialect
  private(set) var subschemas: [Subschema] = []
  /// What each subschema asserts.
  private(set) var checks: [[Check]] = []
  private(set) var formats: [String] = []
  private(set) var errors: [SchemaError] = []
  var tracksEvaluation = false
  private(set) var place: Place
  /// The subschema that the keyword at hand belongs to; joins the others when all of it is compiled.
  var subschema: Subschema
  private var patterns: [String: Pattern] = [:]
  var references: References

  init(_ node: Node, dialect: Dialect) {
    self.dialect = dialect
    place = Place(node: node, base: URIReference(""), depth: 0)
    subschema = Subschema(id: Schema.ID(index: 0), location: "#", range: node.range)
    references = References(document: node)
  }

  mutating func run() -> Schema.ID {
    let root = compile(place.node, at: "#", base: place.base, depth: 0)
    resolveReferences()
    return root
  }

  mutating func report(_ kind: SchemaError.Kind, at range: SourceRange) {
    errors.append(SchemaError(kind, at: range))
  }

  /// Compiles a schema inside the one at hand, found there by `tokens`.
  ///
  /// It is in place when it speaks of the same value as the one at hand.
  mutating func child(_ node: Node, _ tokens: String..., isInPlace: Bool = false) -> Schema.ID {
    var location = subschema.location
    for token in tokens { location += "/" + JSONPointer.escape(token) }
    let id = compile(node, at: location, base: place.base, depth: place.depth + 1)
    if isInPlace { references.connect(subschema.id, to: id, at: node.range) }
    return id
  }

  /// Compiles the schema at `location`, unless that was done before.
  mutating func compile(
    _ node: Node,
    at location: String,
    base: URIReference,
    depth: Int
  ) -> Schema.ID {
    if let id = references.compiled(at: location) { return id }
    let id = Schema.ID(index: subschemas.count)
    let outer = place
    place = Place(node: node, base: base, depth: depth)
    var own = Subschema(id: id, location: location, range: node.range)
    subschemas.append(own)
    checks.append([])
    references.note(id, at: location)
    swap(&subschema, &own)
    if depth > Self.depthLimit {
      report(.tooDeep(limit: Self.depthLimit), at: node.range)
    } else if let entries = node.mapping {
      compile(entries)
    } else if let allows = Instance(node).boolean {
      subschema.boolean = allows
      if !allows { checks[id.index] = [Check(keyword: "", types: .any, run: Keyword.refuse)] }
    } else {
      report(.notASchema, at: node.range)
    }
    swap(&subschema, &own)
    subschemas[id.index] = own
    place = outer
    return id
  }

  private mutating func compile(_ entries: [Node.Entry]) {
    var rows: [(keyword: Int, value: Node)] = []
    for entry in entries {
      let name = entry.key.text ?? ""
      if let index = Vocabulary.places.place(of: name) {
        rows.append((index, entry.value))
      } else if dialect.annotations.contains(name) {
        subschema.annotations.append(Subschema.Annotation(name: name, value: entry.value))
      } else {
        report(.unknownKeyword(name, nearest: nearestKeyword(to: name)), at: entry.key.range)
      }
    }
    rows.sort { $0.keyword < $1.keyword }
    for row in rows {
      let keyword = Vocabulary.keywords[row.keyword]
      if let misfit = keyword.value.misfit(in: row.value) {
        report(.badValue(keyword: keyword.name, expected: keyword.value), at: misfit.range)
      } else if let run = keyword.compile(row.value, &self) {
        checks[subschema.id.index].append(
          Check(keyword: keyword.name, types: keyword.types, run: run)
        )
      }
    }
  }

  private func nearestKeyword(to name: String) -> String? {
    // Names that 2020-12 gave up, with what came in their place (core, appendix G).
    let renamed = ["definitions": "$defs", "dependencies": "dependentSchemas", "id": "$id"]
    return renamed[name]
      ?? nearestName(
        to: name,
        among: Vocabulary.keywords.map(\.name) + dialect.annotations.sorted()
      )
  }

  /// The value of another keyword of the subschema at hand, when its form is right.
  func sibling(_ keyword: Keyword) -> Node? {
    guard let node = place.node[keyword.name], keyword.value.misfit(in: node) == nil else {
      return nil
    }
    return node
  }

  mutating func setReference(of source: Schema.ID, to target: Schema.ID) {
    subschemas[source.index].reference = target
  }

  /// Makes `uri` the base of the subschema at hand and all in it.
  mutating func setBase(_ uri: URIReference) {
    place.base = uri
  }

  /// Compiles a pattern, or notes what is wrong with it.
  mutating func pattern(_ node: Node) -> Pattern? {
    let text = node.text ?? ""
    if let known = patterns[text] { return known }
    do throws(Pattern.Refusal) {
      let pattern = try Pattern(text)
      patterns[text] = pattern
      return pattern
    } catch {
      report(.badPattern(text, problem: error.problem), at: node.range)
      return nil
    }
  }

  /// A pattern that was compiled before.
  func compiledPattern(_ text: String) -> Pattern? { patterns[text] }

  /// The number by which checks name a format.
  mutating func formatIndex(_ name: String) -> Int {
    if let index = formats.firstIndex(of: name) { return index }
    formats.append(name)
    return formats.count - 1
  }
}
