import Lint
import SourceText

/// A value that decided a verdict, as people read it.
struct SeenFact: Hashable {
  /// As the plan writes it; with `[…]` where several items lack the same field.
  var path: String
  /// Nil for what is not there.
  var value: String?
  /// Counted from 1.
  var line: Int?
  /// How many items lack it.
  var count = 1

  /// The facts of evidence in its order, each once; fields that several items lack are one fact.
  static func all(of evidence: [Finding.Evidence], in file: SourceFile) -> [SeenFact] {
    var absent: [String: Set<String>] = [:]
    let facts = evidence.map { row -> SeenFact in
      let path = String(row.path.dropFirst(2))
      if let range = row.range {
        let line = file.line(at: range.start)
        return SeenFact(path: path, value: row.shown, line: line)
      }
      let field = Gap.field(of: path)
      absent[field, default: []].insert(path)
      return SeenFact(path: field)
    }
    return facts.uniqued().map { fact in
      guard fact.value == nil, let paths = absent[fact.path] else { return fact }
      var fact = fact
      fact.count = paths.count
      if paths.count == 1, let path = paths.first { fact.path = path }
      return fact
    }
  }
}

extension Terms {
  /// What was seen at the path: `60 (regel 4)`, `niet ingevuld (3×)`.
  func words(_ fact: SeenFact) -> String {
    guard let value = fact.value else {
      return fact.count > 1 ? "\(absent) (\(fact.count)×)" : absent
    }
    return fact.line.map { "\(value) (\(line) \($0))" } ?? value
  }
}
