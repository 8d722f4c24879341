/// A text under construction, kept as UTF-8: adding to it costs little more than copying the bytes.
package struct TextBuffer: Sendable {
  private var bytes: [UInt8] = []

  /// An empty text with room for so many bytes.
  package init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// A text that was written as UTF-8.
  package init(utf8 bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The same without room for more, to be kept.
  package var fitted: TextBuffer { TextBuffer(utf8: bytes.withUnsafeBufferPointer { Array($0) }) }

  /// What is done with the bytes as they stand.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes(body)
  }

  /// The text as it stands.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func append(_ text: String) {
    let isAdded: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
    if isAdded == nil { bytes.append(contentsOf: text.utf8) }
  }

  /// Adds another text.
  package mutating func append(_ other: TextBuffer) {
    bytes += other.bytes
  }

  /// Adds text that is UTF-8.
  package mutating func append(utf8 text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
  }

  /// Adds a character of ASCII.
  package mutating func append(ascii character: Unicode.Scalar) {
    bytes.append(UInt8(ascii: character))
  }

  /// Adds a number in digits.
  package mutating func append(_ number: Int) {
    bytes.append(digitsOf: number)
  }
}
