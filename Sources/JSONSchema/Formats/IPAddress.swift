/// IP addresses in text, as `uri` and `email` can hold them (RFC 3986, section 3.2.2).
enum IPAddress {
  static func isV4(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard (1...3).contains(part.count), part.allSatisfy(\.isASCIIDigit) else { return false }
        if part.count > 1, part.first == UInt8(ascii: "0") { return false }
        return part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } <= 255
      }
  }

  static func isV6(_ text: ArraySlice<UInt8>) -> Bool {
    guard let gap = gap(in: text) else { return groups(in: text) == 8 }
    guard let before = groups(in: text[..<gap], endsText: false),
      let after = groups(in: text[(gap + 2)...])
    else { return false }
    // `::` stands for at least one group.
    return before + after <= 7
  }

  /// Where `::` begins.
  private static func gap(in text: ArraySlice<UInt8>) -> Int? {
    let colon = UInt8(ascii: ":")
    return text.indices.first { index in
      text[index] == colon && index + 1 < text.endIndex && text[index + 1] == colon
    }
  }

  /// The number of 16-bit groups, of which an IPv4 address at the end is two; nil when one is malformed.
  private static func groups(in text: ArraySlice<UInt8>, endsText: Bool = true) -> Int? {
    guard !text.isEmpty else { return 0 }
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var count = 0
    for (index, part) in parts.enumerated() {
      if (1...4).contains(part.count), part.allSatisfy({ $0.hexDigitValue != nil }) {
        count += 1
      } else if endsText, index == parts.count - 1, isV4(part) {
        count += 2
      } else {
        return nil
      }
    }
    return count
  }
}
