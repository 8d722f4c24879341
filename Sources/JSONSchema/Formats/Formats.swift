package import YAML

/// What a format's checker says of a value.
package enum FormatVerdict: Sendable {
  case valid
  case invalid
  /// Invalid, with what the checker found; handed on in `Violation.Kind.badFormat`.
  case invalidBecause(any Sendable)
}

/// Judges one value; gets the node, since a format may care for the notation.
package typealias FormatCheck = @Sendable (Node) -> FormatVerdict

/// The formats of JSON Schema that this module knows (2020-12 validation, section 7.3).
package enum Formats {
  /// By name; each judges strings only, as the specification's formats do.
  package static let standard: [String: FormatCheck] = [
    "date": text(DateFormat.isDate),
    "date-time": text(DateFormat.isDateTime),
    "email": text(EmailFormat.isMailbox),
    "uri": text(URIFormat.isURI),
  ]

  private static func text(
    _ accepts: @escaping @Sendable (ArraySlice<UInt8>) -> Bool
  ) -> FormatCheck {
    { node in
      guard let text = Instance(node).string else { return .valid }
      return accepts(Array(text.utf8)[...]) ? .valid : .invalid
    }
  }
}
