/// Eight bytes of a text, asked all at once: going over a text in such steps takes a fraction of the time.
///
/// Public though it is no one else's, since only then other modules take it up instead of calling it.
@frozen
public struct ByteWord: Sendable {
  /// How many bytes it holds.
  @inlinable
  public static var length: Int { 8 }

  /// The first byte in the lowest bits.
  @usableFromInline
  let bits: UInt64

  /// The bytes of a text from an offset on; nil when fewer are left.
  @inlinable
  public init?(_ text: UnsafeRawBufferPointer, at offset: Int) {
    guard offset + Self.length <= text.count else { return nil }
    bits = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether all bytes are from 0x20 up to and including 0x7E.
  @inlinable
  public var isPrintableASCII: Bool {
    // Where a sum or difference carries into the next byte, the byte it comes from has told already.
    (bits | (bits &- Self.all(0x20)) | (bits &+ Self.all(0x01))) & Self.all(0x80) == 0
  }

  /// Whether all bytes are LF, or from 0x20 up to and including 0x7E.
  @inlinable
  public var isPrintableASCIIOrLineFeed: Bool {
    isPrintableASCII || unprintable & ~marks(of: 0x0A) == 0
  }

  /// The highest bit of each byte that is no ASCII.
  @inlinable
  public var nonASCII: UInt64 { bits & Self.all(0x80) }

  /// The highest bit of each byte that has this value.
  @inlinable
  public func marks(of byte: UInt8) -> UInt64 {
    let low = Self.all(0x7F)
    let difference = bits ^ Self.all(byte)
    // Of a byte that differs, adding up to the highest bit or that bit itself leaves a trace.
    return ~(((difference & low) &+ low) | difference | low)
  }

  /// The highest bit of each byte that is a control or no ASCII.
  @inlinable
  var unprintable: UInt64 {
    let low = bits & Self.all(0x7F)
    // No sum carries into the next byte: what is below 0x20 does not reach the highest bit, 0x7F goes into it.
    let belowSpace = ~(low &+ Self.all(0x60))
    let isDelete = low &+ Self.all(0x01)
    return (bits | belowSpace | isDelete) & Self.all(0x80)
  }

  /// Eight times the same byte.
  @inlinable
  static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }
}
