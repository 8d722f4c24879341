/// `uri`: `URI` of RFC 3986, appendix A; a relative reference is none.
enum URIFormat {
  static func isURI(_ text: ArraySlice<UInt8>) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), isScheme(text[..<colon]) else {
      return false
    }
    var rest = text[(colon + 1)...]
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      guard consists(of: "/?:@", rest[(hash + 1)...]) else { return false }
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      guard consists(of: "/?:@", rest[(mark + 1)...]) else { return false }
      rest = rest[..<mark]
    }
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      guard isAuthority(rest[..<end]) else { return false }
      rest = rest[end...]
    }
    return consists(of: "/:@", rest)
  }

  private static func isScheme(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first?.isASCIILetter == true else { return false }
    return text.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) }
  }

  private static func isAuthority(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if let at = rest.lastIndex(of: UInt8(ascii: "@")) {
      guard consists(of: ":", rest[..<at]) else { return false }
      rest = rest[(at + 1)...]
    }
    if rest.take("[") {
      guard let end = rest.firstIndex(of: UInt8(ascii: "]")), isLiteral(rest[..<end]) else {
        return false
      }
      rest = rest[(end + 1)...]
    } else {
      let end = rest.firstIndex(of: UInt8(ascii: ":")) ?? rest.endIndex
      // An IPv4 address is a registered name as well, also one that is out of bounds.
      guard consists(of: "", rest[..<end]) else { return false }
      rest = rest[end...]
    }
    return rest.isEmpty || rest.take(":") && rest.allSatisfy(\.isASCIIDigit)
  }

  /// `IP-literal` without its brackets.
  private static func isLiteral(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    guard rest.take("v") || rest.take("V") else { return IPAddress.isV6(text) }
    let version = rest.prefix { $0.hexDigitValue != nil }
    rest = rest[version.endIndex...]
    return !version.isEmpty && rest.take(".") && !rest.isEmpty
      && !rest.contains(UInt8(ascii: "%")) && consists(of: ":", rest)
  }

  /// Whether all of it is unreserved, a delimiter within components, a triplet, or one of `others`.
  private static func consists(of others: String, _ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard rest.popFirst()?.hexDigitValue != nil, rest.popFirst()?.hexDigitValue != nil else {
          return false
        }
      } else if !byte.isASCIILetter, !byte.isASCIIDigit,
        !"-._~!$&'()*+,;=".utf8.contains(byte), !others.utf8.contains(byte)
      {
        return false
      }
    }
    return true
  }
}
