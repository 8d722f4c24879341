package import SourceText

/// A walk over the events of a text as libyaml finds them; places are offsets.
///
/// Follows YAML 1.2.2, section 3.1 (serialization tree as events).
package struct EventWalk: ~Copyable {
  /// What an event says.
  package enum Kind: Sendable {
    case documentStart
    case scalar
    case alias
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    case streamEnd
    /// Stream start and document end, which say nothing.
    case other
  }

  /// What the event at hand says.
  package private(set) var kind = Kind.other
  /// Where it stands; a block scalar ends with its last line that holds something.
  package private(set) var range = SourceRange(0, 0)
  /// How a scalar is written.
  package private(set) var style = Scalar.Style.plain
  /// Whether a collection that starts does so with a bracket.
  package private(set) var isFlow = false
  /// Whether a value comes with an anchor or a tag.
  package private(set) var hasProperties = false
  /// The content of a scalar, valid until the next event.
  package private(set) var content = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  private var source: EventSource
  private var batch = EventBatch()
  private var next = 0

  /// Reads a text that stands at `offset` in its file; what libyaml sees is a substitute with as many characters.
  ///
  /// Both must outlive the walk.
  init(
    _ text: UnsafeBufferPointer<UInt8>,
    readAs substitute: UnsafeBufferPointer<UInt8>,
    at offset: Int
  ) {
    source = EventSource(text, readAs: substitute, at: offset)
  }

  /// The name that an alias stands for, or that a value can be called by.
  var anchor: String? { batch.properties(ofEvent: next - 1)?.anchor }

  /// The tag of a value, as it resolves.
  var tag: String? { batch.properties(ofEvent: next - 1)?.tag }

  /// Goes to the next event; false when the text breaks off in a mistake, which `problem` then tells.
  package mutating func advance() -> Bool {
    if next == batch.count {
      source.find(&batch)
      next = 0
    }
    guard next < batch.count else { return false }
    let event = batch[next]
    next += 1
    kind = event.kind
    range = event.range
    style = event.style
    isFlow = event.isFlow
    hasProperties = event.properties >= 0
    content = batch.content(of: event)
    return true
  }

  /// The mistake at which the text broke off.
  mutating func problem() -> Problem { source.problem() }
}
