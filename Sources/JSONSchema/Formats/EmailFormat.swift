/// `email`: `Mailbox` of RFC 5321, section 4.1.2.
enum EmailFormat {
  static func isMailbox(_ text: ArraySlice<UInt8>) -> Bool {
    // A quoted local part may hold an `@`; no domain does.
    guard let at = text.lastIndex(of: UInt8(ascii: "@")) else { return false }
    let local = text[..<at]
    let domain = text[(at + 1)...]
    // RFC 5321, section 4.5.3.1.
    guard local.count <= 64, domain.count <= 255 else { return false }
    return (isDotString(local) || isQuotedString(local)) && (isDomain(domain) || isLiteral(domain))
  }

  private static func isDotString(_ text: ArraySlice<UInt8>) -> Bool {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0.allSatisfy(isAtomText)
    }
  }

  /// `atext` of RFC 5322, section 3.2.3.
  private static func isAtomText(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }

  private static func isQuotedString(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    guard rest.take("\"") else { return false }
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return rest.isEmpty
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst(), (0x20...0x7E).contains(escaped) else { return false }
      case 0x20...0x7E: continue
      default: return false
      }
    }
    return false
  }

  private static func isDomain(_ text: ArraySlice<UInt8>) -> Bool {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
      let hyphen = UInt8(ascii: "-")
      return label.count <= 63 && !label.isEmpty && label.first != hyphen && label.last != hyphen
        && label.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == hyphen }
    }
  }

  private static func isLiteral(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    guard rest.take("["), rest.popLast() == UInt8(ascii: "]") else { return false }
    let tag = "IPv6:"
    guard String(decoding: rest.prefix(tag.utf8.count), as: UTF8.self).lowercased() == "ipv6:"
    else { return IPAddress.isV4(rest) }
    return IPAddress.isV6(rest.dropFirst(tag.utf8.count))
  }
}
