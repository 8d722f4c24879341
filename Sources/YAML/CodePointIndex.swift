/// Turns libyaml's positions, which count code points, into UTF-8 offsets.
struct CodePointIndex {
  private static let stride = 128

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of every 128th code point; empty when all of the text is ASCII.
  private let samples: [Int]

  /// An index of a text, which must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    guard !bytes.allSatisfy({ $0 < 0x80 }) else {
      self.samples = []
      return
    }
    var samples: [Int] = []
    var count = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if count % Self.stride == 0 { samples.append(offset) }
      count += 1
    }
    self.samples = samples
  }

  /// The offset of a code point; those past the end are at the end.
  func offset(ofCodePoint index: Int) -> Int {
    guard !samples.isEmpty else { return min(index, bytes.count) }
    let sample = min(index / Self.stride, samples.count - 1)
    var offset = samples[sample]
    var left = index - sample * Self.stride
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }
}
