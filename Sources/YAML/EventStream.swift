import SourceText

/// The events of a text with their content copied, so that nodes can be made of them.
struct EventStream: ~Copyable {
  enum Event {
    case documentStart
    case scalar(Scalar, anchor: String?, tag: String?)
    case alias(String)
    case sequenceStart(isFlow: Bool, anchor: String?, tag: String?)
    case sequenceEnd
    case mappingStart(isFlow: Bool, anchor: String?, tag: String?)
    case mappingEnd
    case streamEnd
    /// Stream start and document end, which say nothing.
    case other
  }

  private var walk: EventWalk

  /// Reads a text that stands at `offset` in its file; what libyaml sees is a substitute with as many characters.
  ///
  /// Both must outlive the stream.
  init(
    _ text: UnsafeBufferPointer<UInt8>,
    readAs substitute: UnsafeBufferPointer<UInt8>,
    at offset: Int
  ) {
    walk = EventWalk(text, readAs: substitute, at: offset)
  }

  /// The next event and its range.
  mutating func next() throws(Problem) -> (Event, SourceRange) {
    guard walk.advance() else { throw walk.problem() }
    let anchor = walk.hasProperties ? walk.anchor : nil
    let tag = walk.hasProperties ? walk.tag : nil
    let event: Event =
      switch walk.kind {
      case .documentStart: .documentStart
      case .streamEnd: .streamEnd
      case .alias: .alias(anchor ?? "")
      case .scalar:
        .scalar(
          Scalar(String(decoding: walk.content, as: UTF8.self), style: walk.style),
          anchor: anchor,
          tag: tag
        )
      case .sequenceStart: .sequenceStart(isFlow: walk.isFlow, anchor: anchor, tag: tag)
      case .sequenceEnd: .sequenceEnd
      case .mappingStart: .mappingStart(isFlow: walk.isFlow, anchor: anchor, tag: tag)
      case .mappingEnd: .mappingEnd
      case .other: .other
      }
    return (event, walk.range)
  }
}
