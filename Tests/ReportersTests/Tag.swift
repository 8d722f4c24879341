/// A tag of a page, found by its brackets alone.
struct Tag {
  let name: String
  let isClosing: Bool
  /// All between the brackets.
  let text: String

  /// The tags in the order of the text; what stands in `style` is passed over.
  static func all(in page: String) -> [Tag] {
    var tags: [Tag] = []
    var rest = page.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
      let text = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[rest.index(after: end)...]
      guard !text.hasPrefix("!") else { continue }
      let isClosing = text.hasPrefix("/")
      let name = text.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      tags.append(Tag(name: String(name), isClosing: isClosing, text: text))
    }
    return tags
  }

  /// The value of an attribute; nil without it.
  func attribute(_ name: String) -> String? {
    guard let start = text.firstRange(of: " \(name)=\"") else { return nil }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }
}
