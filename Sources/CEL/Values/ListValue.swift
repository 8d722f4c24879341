/// A list: its stated elements and, when it may be longer, why the rest is not known.
///
/// A list with a `rest` is *partial*: an unknown number of unknown elements follows the stated ones.
package struct ListValue: Sendable {
  /// The stated elements, in their order; some may be unknown.
  package var elements: [Value]
  private var boxedRest: Rest?
  /// Whether the stated elements are the first ones, so that their positions are known.
  var isPrefix = true

  /// Few lists are partial: it takes no room in the others.
  private final class Rest: Sendable {
    let unknown: UnknownSet

    init(_ unknown: UnknownSet) {
      self.unknown = unknown
    }
  }

  /// A list; with a `rest` it is partial, and the elements are its first ones.
  package init(_ elements: [Value], rest: UnknownSet? = nil) {
    self.elements = elements
    boxedRest = rest.map(Rest.init)
  }

  /// Why there may be more elements; nil when these are all.
  package var rest: UnknownSet? {
    get { boxedRest?.unknown }
    set { boxedRest = newValue.map(Rest.init) }
  }

  /// What is not known about the list or its elements; nil when all of it is known.
  var unknown: UnknownSet? {
    var collector = UnknownCollector()
    for element in elements { _ = collector.collect(element) }
    if let rest { collector.add(rest) }
    return collector.unknown
  }
}
