/// A list: its stated elements and, when it may be longer, why the rest is not known.
///
/// A list with a `rest` is *partial*: an unknown number of unknown elements follows the stated ones.
package struct ListValue: Sendable {
  package var elements: [Value]
  package var rest: UnknownSet?
  /// Whether the stated elements are the first ones, so that their positions are known.
  var isPrefix = true

  package init(_ elements: [Value], rest: UnknownSet? = nil) {
    self.elements = elements
    self.rest = rest
  }

  /// What is not known about the list or its elements; nil when all of it is known.
  var unknown: UnknownSet? {
    var collector = UnknownCollector()
    for element in elements { _ = collector.collect(element) }
    if let rest { collector.add(rest) }
    return collector.unknown
  }
}
