/// A text that equals another only when all code points do.
///
/// Swift's own `==` takes `ä` and `a` with a combining mark for the same; JSON does not
/// (JSON Schema 2020-12 core, section 4.2.2).
struct Name: Sendable {
  let text: String

  init(_ text: String) {
    self.text = text
  }
}

extension Name: Hashable {
  static func == (left: Name, right: Name) -> Bool {
    left.text.isExactly(right.text)
  }

  func hash(into hasher: inout Hasher) {
    let span = text.utf8.span
    span.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension String {
  /// Whether both have the same code points.
  func isExactly(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let left = utf8.span
    let right = other.utf8.span
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}
