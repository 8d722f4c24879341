/// Eight bytes of a text, asked all at once: going over a text in such steps takes a fraction of the time.
package struct ByteWord {
  /// How many bytes it holds.
  package static let length = 8

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits = ones * 0x80
  private static let lowBits = ones * 0x7F

  /// The first byte in the lowest bits.
  private let bits: UInt64

  /// The bytes of a text from an offset on; nil when fewer are left.
  package init?(_ text: UnsafeRawBufferPointer, at offset: Int) {
    guard offset + Self.length <= text.count else { return nil }
    bits = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether all bytes are from 0x20 up to and including 0x7E.
  package var isPrintableASCII: Bool { unprintable == 0 }

  /// Whether all bytes are LF, or from 0x20 up to and including 0x7E.
  package var isPrintableASCIIOrLineFeed: Bool { unprintable & ~marks(of: 0x0A) == 0 }

  /// The highest bit of each byte that has this value.
  package func marks(of byte: UInt8) -> UInt64 {
    let difference = bits ^ (Self.ones &* UInt64(byte))
    // Of a byte that differs, adding up to the highest bit or that bit itself leaves a trace.
    return ~(((difference & Self.lowBits) &+ Self.lowBits) | difference | Self.lowBits)
  }

  /// The highest bit of each byte that is a control or no ASCII.
  private var unprintable: UInt64 {
    let low = bits & Self.lowBits
    // No sum carries into the next byte: what is below 0x20 does not reach the highest bit, 0x7F goes into it.
    let belowSpace = ~(low &+ Self.ones * 0x60)
    let isDelete = low &+ Self.ones
    return (bits | belowSpace | isDelete) & Self.highBits
  }
}
