/// A place in a document as the keys and indexes that lead to it, as in `/properties/a~1b/0` (RFC 6901).
struct JSONPointer: Hashable, Sendable {
  var tokens: [String] = []

  init(_ tokens: [String] = []) {
    self.tokens = tokens
  }

  /// Reads a pointer; nil when the text is neither empty nor begins with `/`, or `~` escapes nothing.
  init?(text: some StringProtocol) {
    guard !text.isEmpty else { return }
    guard text.hasPrefix("/") else { return nil }
    for part in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let token = Self.unescape(part) else { return nil }
      tokens.append(token)
    }
  }

  private static func unescape(_ part: some StringProtocol) -> String? {
    var token = ""
    var scalars = part.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "~" else {
        token.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.next() {
      case "0": token.append("~")
      case "1": token.append("/")
      default: return nil
      }
    }
    return token
  }

  /// One token as it stands in a pointer.
  static func escape(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return token
    }
    var escaped = ""
    for scalar in token.unicodeScalars {
      switch scalar {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension JSONPointer: CustomStringConvertible {
  var description: String {
    tokens.map { "/" + Self.escape($0) }.joined()
  }
}
