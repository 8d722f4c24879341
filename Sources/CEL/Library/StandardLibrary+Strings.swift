extension StandardLibrary {
  private typealias Texts = StringFunctions

  /// The standard functions on texts and the strings extension; positions count code points from 0.
  static let strings: [Function] = [
    Function(
      "contains",
      "Whether the text holds another.",
      [test { Texts.find($1, in: $0, from: $0.startIndex) != nil }],
      examples: [.init("'tafel'.contains('afe')", "true")]
    ),
    Function(
      "startsWith",
      "Whether the text begins with another.",
      [test { $0.starts(with: $1) }],
      examples: [.init("'tafel'.startsWith('ta')", "true")]
    ),
    Function(
      "endsWith",
      "Whether the text ends with another.",
      [test { $0.suffix($1.count).elementsEqual($1) }],
      examples: [.init("'tafel'.endsWith('fel')", "true")]
    ),
    Function(
      "matches",
      "Whether a regular expression of RE2 matches anywhere in the text.",
      [.global, .member].map {
        Overload($0, [.string, .string], .bool, .operation)
      },
      examples: [.init("'1234 AB'.matches('^[0-9]{4} ?[A-Z]{2}$')", "true")]
    ),
    Function(
      "charAt",
      "The character at a position; at the end the empty text.",
      [Overload(.member, [.string, .int], .string, .binary(Texts.charAt))],
      examples: [.init("'abc'.charAt(1)", "\"b\"")]
    ),
    Function(
      "indexOf",
      "The position of a text, from a position on, or -1.",
      [
        Overload(.member, [.string, .string], .int, .variadic(Texts.indexOf)),
        Overload(.member, [.string, .string, .int], .int, .variadic(Texts.indexOf)),
      ],
      examples: [.init("'banaan'.indexOf('an')", "1"), .init("'banaan'.indexOf('an', 2)", "4")]
    ),
    Function(
      "lastIndexOf",
      "The last position of a text, up to a position, or -1.",
      [
        Overload(.member, [.string, .string], .int, .variadic(Texts.lastIndexOf)),
        Overload(.member, [.string, .string, .int], .int, .variadic(Texts.lastIndexOf)),
      ],
      examples: [.init("'banaan'.lastIndexOf('an')", "4")]
    ),
    Function(
      "lowerAscii",
      "The text with the letters A to Z made small.",
      [Overload(.member, [.string], .string, .unary(Texts.lowerASCII))],
      examples: [.init("'PPJ É'.lowerAscii()", "\"ppj É\"")]
    ),
    Function(
      "upperAscii",
      "The text with the letters a to z made capital.",
      [Overload(.member, [.string], .string, .unary(Texts.upperASCII))],
      examples: [.init("'ppj é'.upperAscii()", "\"PPJ é\"")]
    ),
    Function(
      "replace",
      "The text with each occurrence of a text, or the first so many, replaced.",
      [
        Overload(.member, [.string, .string, .string], .string, .variadic(Texts.replace)),
        Overload(.member, [.string, .string, .string, .int], .string, .variadic(Texts.replace)),
      ],
      examples: [.init("'a-b-c'.replace('-', '+', 1)", "\"a+b-c\"")]
    ),
    Function(
      "split",
      "The parts between a separator, at most so many.",
      [
        Overload(.member, [.string, .string], .list(.string), .variadic(Texts.split)),
        Overload(.member, [.string, .string, .int], .list(.string), .variadic(Texts.split)),
      ],
      examples: [.init("'a, b'.split(', ')", "[\"a\", \"b\"]")]
    ),
    Function(
      "substring",
      "The text from a position up to another, or the end.",
      [
        Overload(.member, [.string, .int], .string, .variadic(Texts.substring)),
        Overload(.member, [.string, .int, .int], .string, .variadic(Texts.substring)),
      ],
      examples: [.init("'tafel'.substring(1, 4)", "\"afe\"")]
    ),
    Function(
      "trim",
      "The text without white space at its ends.",
      [Overload(.member, [.string], .string, .unary(Texts.trim))],
      examples: [.init("'  tekst '.trim()", "\"tekst\"")]
    ),
    Function(
      "join",
      "The texts of a list as one, with a separator between them.",
      [
        Overload(.member, [.list(.string)], .string, .variadic(Texts.join)),
        Overload(.member, [.list(.string), .string], .string, .variadic(Texts.join)),
      ],
      examples: [.init("['a', 'b'].join(', ')", "\"a, b\"")]
    ),
    Function(
      "strings.quote",
      "The text between double quotes, its special characters escaped.",
      [Overload(.global, [.string], .string, .unary(Texts.quote))],
      examples: [.init("strings.quote('a\"b')", "\"\\\"a\\\\\\\"b\\\"\"")]
    ),
    Function(
      "format",
      "The text with its clauses (%s, %d, %.2f, %e, %b, %o, %x, %X) filled from a list.",
      [Overload(.member, [.string, .list(.dyn)], .string, .variadic(TextFormat.format))],
      examples: [.init("'%s: %.1f%%'.format(['deel', 12.34])", "\"deel: 12.3%\"")]
    ),
    Function(
      "reverse",
      "The characters of a text, or the elements of a list, in reverse order.",
      [
        Overload(.member, [.string], .string, .unary(Texts.reverse)),
        Overload(
          .member,
          [.list(.parameter("T"))],
          .list(.parameter("T")),
          acceptsUnknownElements: true,
          .unary(ListFunctions.reverse)
        ),
      ],
      examples: [.init("'abc'.reverse()", "\"cba\""), .init("[1, 2].reverse()", "[2, 1]")]
    ),
  ]

  private static func test(
    _ body: @escaping @Sendable (String.UTF8View, String.UTF8View) -> Bool
  ) -> Overload {
    Overload(
      .member,
      [.string, .string],
      .bool,
      .binary { first, second throws(Failure) in
        guard case .string(let text) = first.kind, case .string(let other) = second.kind else {
          throw .noSuchOverload("text", [first.type.typeName, second.type.typeName])
        }
        return .bool(body(text.utf8, other.utf8))
      }
    )
  }
}
