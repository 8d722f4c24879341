private import CYAML
import SourceText

/// The events of a text as libyaml finds them, with places as offsets.
///
/// The one place that speaks to C. Follows YAML 1.2.2, section 3.1 (serialization tree as events).
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

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var positions: CodePointIndex
  private let text: UnsafeBufferPointer<UInt8>
  /// What the stream's own offsets are moved by to be those of the file.
  private let base: Int

  /// Reads a text that stands at `offset` in its file; what libyaml sees is a substitute with as many characters.
  ///
  /// Both must outlive the stream.
  init(
    _ text: UnsafeBufferPointer<UInt8>,
    readAs substitute: UnsafeBufferPointer<UInt8>,
    at offset: Int
  ) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    let byteOrderMark = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.text = UnsafeBufferPointer(rebasing: text.dropFirst(byteOrderMark))
    base = offset + byteOrderMark
    positions = CodePointIndex(self.text)
    let input = UnsafeBufferPointer(rebasing: substitute.dropFirst(byteOrderMark))
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// The next event and its range.
  mutating func next() throws(Problem) -> (Event, SourceRange) {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
    defer { yaml_event_delete(&event) }
    let range = SourceRange(offset(of: event.start_mark), offset(of: event.end_mark))
    return (convert(event), range)
  }

  private mutating func offset(of mark: yaml_mark_t) -> Int {
    positions.offset(ofCodePoint: Int(mark.index)) + base
  }

  private func convert(_ event: yaml_event_t) -> Event {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_ALIAS_EVENT: return .alias(string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let content = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(
        Scalar(String(decoding: content, as: UTF8.self), style: style(scalar.style)),
        anchor: string(scalar.anchor),
        tag: string(scalar.tag)
      )
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return .sequenceStart(
        isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE,
        anchor: string(start.anchor),
        tag: string(start.tag)
      )
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return .mappingStart(
        isFlow: start.style == YAML_FLOW_MAPPING_STYLE,
        anchor: string(start.anchor),
        tag: string(start.tag)
      )
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    default: return .other
    }
  }

  private func style(_ style: yaml_scalar_style_t) -> Scalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func string(_ bytes: UnsafeMutablePointer<UInt8>?) -> String? {
    bytes.map { String(cString: $0) }
  }

  private mutating func problem() -> Problem {
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
}
