import SourceText

/// Turns libyaml's positions, which count code points, into UTF-8 offsets.
///
/// Positions mostly come in order, so each is found from the one before; a table serves those that go back. Stretches
/// of ASCII, which most texts are but for a few characters, are passed over as a whole.
struct CodePointIndex {
  private static let stride = 256

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The last position that was passed with certainty, with a code point beginning there.
  private var last = (index: 0, offset: 0)
  /// Up to where, from there, every byte is a code point.
  private var plainEnd: Int
  /// Positions to begin at when one goes back: about one for every so many code points that were passed.
  private var samples = [(index: 0, offset: 0)]

  /// An index of a text, which must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    plainEnd = Self.endOfASCII(from: 0, in: bytes)
  }

  /// The offset of a code point; those past the end are at the end.
  @inline(__always)
  mutating func offset(ofCodePoint index: Int) -> Int {
    let ahead = index - last.index
    // Most lie in the stretch of the one before.
    if ahead >= 0, ahead <= plainEnd - last.offset { return last.offset + ahead }
    return farOffset(ofCodePoint: index)
  }

  @inline(never)
  private mutating func farOffset(ofCodePoint index: Int) -> Int {
    if index < last.index { goBack(to: index) }
    while index - last.index > plainEnd - last.offset {
      guard plainEnd < bytes.count else { return bytes.count }
      last.index += plainEnd - last.offset + 1
      last.offset = min(plainEnd + Self.length(of: bytes[plainEnd]), bytes.count)
      if last.index - samples[samples.count - 1].index >= Self.stride { samples.append(last) }
      plainEnd = Self.endOfASCII(from: last.offset, in: bytes)
    }
    return last.offset + index - last.index
  }

  /// Takes up the last sample at or before a position.
  private mutating func goBack(to index: Int) {
    var low = 0
    var high = samples.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if samples[middle].index <= index { low = middle } else { high = middle }
    }
    last = samples[low]
    plainEnd = Self.endOfASCII(from: last.offset, in: bytes)
  }

  /// The first offset from `start` on at which no ASCII stands, eight bytes at a time.
  private static func endOfASCII(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var offset = start
    let raw = UnsafeRawBufferPointer(bytes)
    while let word = ByteWord(raw, at: offset) {
      guard word.nonASCII == 0 else { return offset + word.nonASCII.trailingZeroBitCount / 8 }
      offset += ByteWord.length
    }
    while offset < bytes.count, bytes[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// The length of a code point in UTF-8; libyaml has refused what is not UTF-8.
  private static func length(of byte: UInt8) -> Int {
    switch byte {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}
