import SourceText
import YAML

/// What `$ref` can lead to, and the references that wait until everything is known
/// (JSON Schema 2020-12 core, sections 8.2 and 9.2).
struct References {
  struct Pending {
    let source: Schema.ID
    let text: String
    let base: URIReference
    let range: SourceRange
  }

  /// By the URI under which their locations are written; the schema itself has the empty one.
  private(set) var documents: [String: Node]
  private var byLocation: [String: Schema.ID] = [:]
  /// The locations of whole resources by their URI.
  private(set) var resources: [String: String] = ["": "#"]
  private(set) var anchors: [String: Schema.ID] = [:]
  private(set) var pending: [Pending] = []
  /// Which subschemas speak of the same value as a subschema does.
  private var inPlace: [Schema.ID: [(target: Schema.ID, range: SourceRange)]] = [:]

  init(document: Node) {
    documents = ["": document]
  }

  func compiled(at location: String) -> Schema.ID? { byLocation[location] }

  mutating func note(_ id: Schema.ID, at location: String) {
    byLocation[location] = id
  }

  /// Whether the URI is new.
  mutating func addResource(_ uri: String, at location: String) -> Bool {
    if let other = resources[uri], other != location { return false }
    resources[uri] = location
    return true
  }

  /// Whether the anchor is new.
  mutating func addAnchor(_ uri: String, _ id: Schema.ID) -> Bool {
    anchors.updateValue(id, forKey: uri) == nil
  }

  mutating func addDocument(_ node: Node, uri: String) {
    documents[uri] = node
    resources[uri] = uri + "#"
  }

  mutating func postpone(_ reference: Pending) {
    pending.append(reference)
  }

  mutating func connect(_ source: Schema.ID, to target: Schema.ID, at range: SourceRange) {
    inPlace[source, default: []].append((target, range))
  }

  /// The places where a subschema leads back to itself without going into the value.
  func endlessPlaces(count: Int) -> [SourceRange] {
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: count)
    var found: [SourceRange] = []
    func visit(_ id: Schema.ID) {
      marks[id.index] = .open
      for (target, range) in inPlace[id] ?? [] {
        switch marks[target.index] {
        case .new: visit(target)
        case .open: found.append(range)
        case .done: continue
        }
      }
      marks[id.index] = .done
    }
    for index in 0..<count where marks[index] == .new { visit(Schema.ID(index: index)) }
    return found
  }
}

extension Compilation {
  /// Ties every `$ref`; a reference can bring in subschemas with references of their own.
  mutating func resolveReferences() {
    var index = 0
    while index < references.pending.count {
      let reference = references.pending[index]
      index += 1
      guard let target = resolve(reference) else { continue }
      setReference(of: reference.source, to: target)
      references.connect(reference.source, to: target, at: reference.range)
    }
    for range in references.endlessPlaces(count: subschemas.count) {
      let text = references.pending.first { $0.range == range }?.text ?? "#"
      report(.endlessReference(text), at: range)
    }
  }

  private mutating func resolve(_ reference: References.Pending) -> Schema.ID? {
    let uri = URIReference(reference.text).resolved(against: reference.base)
    let resource = uri.resource.description
    if resource == MetaSchema.uri, references.resources[resource] == nil {
      references.addDocument(MetaSchema.node(), uri: resource)
    }
    guard let start = references.resources[resource] else {
      report(.remoteReference(reference.text), at: reference.range)
      return nil
    }
    guard let fragment = PercentEncoding.decode(uri.fragment ?? "") else {
      report(.unresolvedReference(reference.text, nearest: nil), at: reference.range)
      return nil
    }
    if let pointer = JSONPointer(text: fragment) {
      return resolve(start + pointer.description, for: reference)
    }
    if let id = references.anchors[resource + "#" + fragment] { return id }
    report(.unresolvedReference(reference.text, nearest: nil), at: reference.range)
    return nil
  }

  /// The schema at a location, compiled now if no keyword led there.
  private mutating func resolve(
    _ location: String,
    for reference: References.Pending
  ) -> Schema.ID? {
    if let id = references.compiled(at: location) { return id }
    guard let hash = location.firstIndex(of: "#"),
      var node = references.documents[String(location[..<hash])],
      let pointer = JSONPointer(text: location[location.index(after: hash)...])
    else { preconditionFailure("a location is a document and a pointer into it") }
    for token in pointer.tokens {
      if let items = node.sequence, let index = Int(token), items.indices.contains(index) {
        node = items[index]
      } else if let value = node[token] {
        node = value
      } else {
        let names = node.mapping?.compactMap(\.key.text) ?? []
        let nearest = nearestName(to: token, among: names)
        report(.unresolvedReference(reference.text, nearest: nearest), at: reference.range)
        return nil
      }
    }
    return compile(node, at: location, base: reference.base, depth: 0)
  }
}
