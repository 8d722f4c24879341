/// Turns libyaml's positions, which count code points, into UTF-8 offsets.
///
/// Positions mostly come in order, so each is found from the one before; a table serves those that go back.
struct CodePointIndex {
  private static let stride = 256

  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  /// The offset of every 256th code point, up to the furthest that was asked for.
  private var samples = [0]
  /// The last position found.
  private var last = (index: 0, offset: 0)

  /// An index of a text, which must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// The offset of a code point; those past the end are at the end.
  mutating func offset(ofCodePoint index: Int) -> Int {
    if isASCII { return min(index, bytes.count) }
    if index < last.index {
      let sample = min(index / Self.stride, samples.count - 1)
      last = (sample * Self.stride, samples[sample])
    }
    while last.index < index, last.offset < bytes.count {
      last.offset += Self.length(ofCharacterStartingWith: bytes[last.offset])
      last.index += 1
      if last.index == samples.count * Self.stride { samples.append(last.offset) }
    }
    last.offset = min(last.offset, bytes.count)
    return last.offset
  }

  /// The length of a code point in UTF-8; libyaml has refused what is not UTF-8.
  private static func length(ofCharacterStartingWith byte: UInt8) -> Int {
    switch byte {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}
