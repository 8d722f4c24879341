import SourceText

/// What libyaml is given to read: the text itself, or one with as many characters in which some are plainer.
///
/// As positions count characters, those in the substitute are those in the text. Control characters, which YAML does not
/// allow (YAML 1.2.2, section 5.1), become spaces, and so do the line ends that only YAML 1.1 knows
/// (U+0085, U+2028, U+2029).
struct SubstituteText {
  /// Nil when the text can be read as it is.
  let bytes: [UInt8]?
  /// The control characters; the line ends of YAML 1.1 are no mistake.
  let problem: Problem?

  /// A substitute for a text that stands at `base` in its file.
  init(_ text: UnsafeBufferPointer<UInt8>, replacing marks: [PastedMark], at base: Int) {
    var bytes: [UInt8] = []
    var copied = 0
    var first: (offset: Int, length: Int)?
    var count = 0
    func replace(_ start: Int, _ length: Int, by plain: UInt8) {
      bytes += text[copied..<start]
      bytes.append(plain)
      copied = start + length
    }
    var marks = marks[...]
    var index = 0
    while index < text.count {
      if let mark = marks.first, mark.range.start == index {
        replace(index, mark.range.count, by: mark.plain)
        marks.removeFirst()
        index = copied
        continue
      }
      guard let (length, isControl) = Self.unreadable(text, at: index) else {
        index += 1
        continue
      }
      if isControl {
        if first == nil { first = (index, length) }
        count += 1
      }
      replace(index, length, by: 0x20)
      index = copied
    }
    if copied > 0 { bytes += text[copied...] }
    self.bytes = copied > 0 ? bytes : nil
    problem = first.map { first in
      let start = base + first.offset
      return Problem(.controlCharacter(count: count), at: SourceRange(start, start + first.length))
    }
  }

  /// The length of a character that libyaml would refuse or take for a line end.
  static func unreadable(
    _ text: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> (length: Int, isControl: Bool)? {
    let byte = text[index]
    if byte >= 0x20 && byte < 0x7F { return nil }
    func next(_ distance: Int) -> UInt8 {
      index + distance < text.count ? text[index + distance] : 0
    }
    switch byte {
    case 0x09, 0x0A, 0x0D: return nil
    case ..<0x20, 0x7F: return (1, true)
    case 0xC2 where (0x80...0x9F).contains(next(1)): return (2, next(1) != 0x85)
    case 0xE2 where next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9): return (3, false)
    case 0xEF where next(1) == 0xBF && next(2) >= 0xBE: return (3, true)
    default: return nil
    }
  }
}
