/// FNV-1a, 64 bits: tells texts apart and is the same on every machine; no protection against intent.
package struct Hash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
    }
  }

  /// Adds a text and an end mark, so that `ab`, `c` and `a`, `bc` differ.
  package mutating func combine(_ text: String) {
    var text = text
    text.withUTF8 { combine($0) }
    combine(CollectionOfOne(0xFF))
  }

  /// The value in 16 hexadecimal digits.
  package var hexadecimal: String { fingerprint.description }

  /// The value, to know again by.
  package var fingerprint: Fingerprint { Fingerprint(state) }

  /// The hash of a file's bytes, with the name of the method.
  package static func digest(of bytes: [UInt8]) -> String {
    var hash = Hash()
    hash.combine(bytes)
    return "fnv1a64:" + hash.hexadecimal
  }
}

/// What a finding is known by from one run to another: written as 16 hexadecimal digits.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  private let bits: UInt64

  package init(_ bits: UInt64) {
    self.bits = bits
  }

  package var description: String {
    let digits: StaticString = "0123456789abcdef"
    return String(unsafeUninitializedCapacity: 16) { text in
      for place in 0..<16 {
        let digit = Int(truncatingIfNeeded: bits >> UInt64(60 - 4 * place)) & 0xF
        text[place] = digits.utf8Start[digit]
      }
      return 16
    }
  }
}
