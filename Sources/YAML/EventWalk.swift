private import CYAML
package import SourceText

/// A walk over the events of a text as libyaml finds them; nothing of them is copied, and places are offsets.
///
/// The one place that speaks to C. Follows YAML 1.2.2, section 3.1 (serialization tree as events).
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

  /// Whether the event at hand is a scalar.
  package var isAtScalar: Bool {
    if case .scalar = kind { true } else { false }
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private var positions: CodePointIndex
  private let text: UnsafeBufferPointer<UInt8>
  /// What the walk's own offsets are moved by to be those of the file.
  private let base: Int

  /// Reads a text that stands at `offset` in its file; what libyaml sees is a substitute with as many characters.
  ///
  /// Both must outlive the walk.
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
    yaml_event_delete(event)
    event.deinitialize(count: 1)
    event.deallocate()
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// Goes to the next event; false when the text breaks off in a mistake, which `problem` then tells.
  package mutating func advance() -> Bool {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else { return false }
    let start = offset(of: event.pointee.start_mark)
    var end = offset(of: event.pointee.end_mark)
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      kind = .scalar
      let data = event.pointee.data.scalar
      content = UnsafeBufferPointer(start: data.value, count: data.length)
      style = Self.style(data.style)
      hasProperties = data.anchor != nil || data.tag != nil
      switch style {
      case .literal, .folded: end = trimmed(start, end)
      case .plain, .singleQuoted, .doubleQuoted: break
      }
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart
      let data = event.pointee.data.sequence_start
      isFlow = data.style == YAML_FLOW_SEQUENCE_STYLE
      hasProperties = data.anchor != nil || data.tag != nil
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart
      let data = event.pointee.data.mapping_start
      isFlow = data.style == YAML_FLOW_MAPPING_STYLE
      hasProperties = data.anchor != nil || data.tag != nil
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    case YAML_ALIAS_EVENT:
      kind = .alias
      hasProperties = true
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    default: kind = .other
    }
    range = SourceRange(start, end)
    return true
  }

  /// The name that an alias stands for, or that a value can be called by.
  var anchor: String? {
    let data = event.pointee.data
    return switch kind {
    case .alias: Self.string(data.alias.anchor)
    case .scalar: Self.string(data.scalar.anchor)
    case .sequenceStart: Self.string(data.sequence_start.anchor)
    case .mappingStart: Self.string(data.mapping_start.anchor)
    case .documentStart, .sequenceEnd, .mappingEnd, .streamEnd, .other: nil
    }
  }

  /// The tag of a value, as it resolves.
  var tag: String? {
    let data = event.pointee.data
    return switch kind {
    case .scalar: Self.string(data.scalar.tag)
    case .sequenceStart: Self.string(data.sequence_start.tag)
    case .mappingStart: Self.string(data.mapping_start.tag)
    case .alias, .documentStart, .sequenceEnd, .mappingEnd, .streamEnd, .other: nil
    }
  }

  /// The mistake at which the text broke off.
  mutating func problem() -> Problem {
    let words = Self.string(parser.pointee.problem) ?? "out of memory"
    if parser.pointee.error == YAML_READER_ERROR {
      let start = min(Int(parser.pointee.problem_offset), text.count) + base
      return Problem(.notUTF8, at: SourceRange(start, start + 1))
    }
    let context = Self.string(parser.pointee.context)
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

  private static func string(_ bytes: UnsafePointer<CChar>?) -> String? {
    bytes.map { String(cString: $0) }
  }

  private static func string(_ bytes: UnsafeMutablePointer<UInt8>?) -> String? {
    bytes.map { String(cString: $0) }
  }
}
