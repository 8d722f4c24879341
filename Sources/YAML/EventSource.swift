private import CYAML
import SourceText

/// What libyaml finds in a text: the one place that speaks to C.
struct EventSource: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private var positions: CodePointIndex
  private let text: UnsafeBufferPointer<UInt8>
  /// What the source's own offsets are moved by to be those of the file.
  private let base: Int
  /// Whether there is nothing more to find: the text has ended, or breaks off in a mistake.
  private var isOver = false

  /// Reads a text that stands at `offset` in its file; what libyaml sees is a substitute with as many characters.
  ///
  /// Both must outlive the source.
  init(
    _ text: UnsafeBufferPointer<UInt8>,
    readAs substitute: UnsafeBufferPointer<UInt8>,
    at offset: Int
  ) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    let byteOrderMark = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.text = UnsafeBufferPointer(rebasing: text.dropFirst(byteOrderMark))
    base = offset + byteOrderMark
    positions = CodePointIndex(self.text)
    let input = UnsafeBufferPointer(rebasing: substitute.dropFirst(byteOrderMark))
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    event.deinitialize(count: 1)
    event.deallocate()
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// Puts the next events in place of those of a batch; none where the text breaks off in a mistake.
  mutating func find(_ batch: inout EventBatch) {
    batch.removeAll()
    while batch.hasRoom, !isOver {
      guard yaml_parser_parse(parser, event) == 1 else {
        isOver = true
        return
      }
      add(to: &batch)
      isOver = event.pointee.type == YAML_STREAM_END_EVENT
      yaml_event_delete(event)
    }
  }

  /// Adds the event at hand to a batch.
  private mutating func add(to batch: inout EventBatch) {
    let start = offset(of: event.pointee.start_mark)
    let end = offset(of: event.pointee.end_mark)
    var found = EventBatch.Event(SourceRange(start, end))
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      let data = event.pointee.data.scalar
      found.kind = .scalar
      found.style = Self.style(data.style)
      switch found.style {
      case .literal, .folded: found.range = SourceRange(start, trimmed(start, end))
      case .plain, .singleQuoted, .doubleQuoted: break
      }
      batch.keep(data.value, data.length, of: &found)
      keepProperties(data.anchor, data.tag, of: &found, in: &batch)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.pointee.data.sequence_start
      found.kind = .sequenceStart
      found.isFlow = data.style == YAML_FLOW_SEQUENCE_STYLE
      keepProperties(data.anchor, data.tag, of: &found, in: &batch)
    case YAML_MAPPING_START_EVENT:
      let data = event.pointee.data.mapping_start
      found.kind = .mappingStart
      found.isFlow = data.style == YAML_FLOW_MAPPING_STYLE
      keepProperties(data.anchor, data.tag, of: &found, in: &batch)
    case YAML_SEQUENCE_END_EVENT: found.kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: found.kind = .mappingEnd
    case YAML_ALIAS_EVENT:
      found.kind = .alias
      keepProperties(event.pointee.data.alias.anchor, nil, of: &found, in: &batch)
    case YAML_DOCUMENT_START_EVENT: found.kind = .documentStart
    case YAML_STREAM_END_EVENT: found.kind = .streamEnd
    default: break
    }
    batch.append(found)
  }

  /// Keeps the name and the tag of a value, which few have.
  @inline(__always)
  private func keepProperties(
    _ anchor: UnsafeMutablePointer<UInt8>?,
    _ tag: UnsafeMutablePointer<UInt8>?,
    of event: inout EventBatch.Event,
    in batch: inout EventBatch
  ) {
    guard anchor != nil || tag != nil else { return }
    let properties = EventBatch.Properties(
      anchor: anchor.map { String(cString: $0) },
      tag: tag.map { String(cString: $0) }
    )
    batch.keep(properties, of: &event)
  }

  /// The mistake at which the text broke off.
  mutating func problem() -> Problem {
    let words = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
    if parser.pointee.error == YAML_READER_ERROR {
      let start = min(Int(parser.pointee.problem_offset), text.count) + base
      return Problem(.notUTF8, at: SourceRange(start, start + 1))
    }
    let context = parser.pointee.context.map { String(cString: $0) }
    let start = offset(of: parser.pointee.problem_mark)
    let contextStart = offset(of: parser.pointee.context_mark)
    let related = context.map { _ in SourceRange(contextStart, contextStart + 1) }
    return Problem(
      .syntax(problem: words, context: context),
      at: SourceRange(start, min(start + 1, text.count + base)),
      related: related
    )
  }

  private mutating func offset(of mark: yaml_mark_t) -> Int {
    positions.offset(ofCodePoint: Int(mark.index)) + base
  }

  /// The end of a block scalar without the spaces and line ends behind its last line.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = min(end - base, text.count)
    while end > start - base {
      guard text[end - 1] == 0x20 || text[end - 1] == 0x0A || text[end - 1] == 0x0D else { break }
      end -= 1
    }
    return end + base
  }

  private static func style(_ style: yaml_scalar_style_t) -> Scalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
