package import CEL
import SourceText

/// What rules can use beyond CEL: amounts and shares as people write them.
package enum RuleFunctions {
  /// CEL's library with ours.
  package static let library = StandardLibrary.standard.adding([euro, percent])

  /// The same for the messages of a language, whose conjunction `opsomming` uses.
  package static func library(for language: Language) -> StandardLibrary {
    switch language {
    case .nl: dutch
    case .en: english
    }
  }

  private static let dutch = library.adding([enumeration(in: .nl)])
  private static let english = library.adding([enumeration(in: .en)])

  private static func enumeration(in language: Language) -> Function {
    Function(
      "opsomming",
      "Texts as an enumeration in the language of the message; in messages only.",
      [
        .custom(.global, [.list(.string)], .string) { arguments in
          arguments.first.map { .string(ValueFormatter(language: language).string($0)) }
        }
      ],
      examples: [
        Function.Example(
          "opsomming([\"a\", \"b\", \"c\"])",
          language == .nl ? "\"a, b en c\"" : "\"a, b and c\""
        )
      ]
    )
  }

  private static let euro = Function(
    "euro",
    "An amount in euros as it is written in Dutch, with cents only when there are any.",
    [
      .custom(.global, [.double], .string) { arguments in
        guard case .double(let amount)? = arguments.first?.kind else { return .string("") }
        return .string(written(euros: amount))
      },
      .custom(.global, [.int], .string) { arguments in
        guard case .int(let amount)? = arguments.first?.kind else { return .string("") }
        return .string(written(euros: Double(amount)))
      },
    ],
    examples: [
      Function.Example("euro(12500.0)", "\"€ 12.500\""),
      Function.Example("euro(118.11)", "\"€ 118,11\""),
      Function.Example("euro(7)", "\"€ 7\""),
    ]
  )

  private static let percent = Function(
    "percent",
    "A share between 0 and 1 in whole percents.",
    [
      .custom(.global, [.double], .string) { arguments in
        guard case .double(let share)? = arguments.first?.kind else { return .string("") }
        let rounded = (share * 100).rounded()
        return .string(Int64(exactly: rounded).map { "\($0)%" } ?? "\(rounded)%")
      }
    ],
    examples: [Function.Example("percent(0.876)", "\"88%\"")]
  )

  /// `€ 12.500` and `€ 118,11`.
  private static func written(euros amount: Double) -> String {
    let digits: String
    var cents = 0
    if let total = Int64(exactly: (amount.magnitude * 100).rounded()) {
      digits = "\(total / 100)"
      cents = Int(total % 100)
    } else if let whole = UInt128(exactly: amount.magnitude.rounded()) {
      digits = "\(whole)"
    } else {
      return "€ \(amount)"
    }
    var text = TextBuffer(capacity: 32)
    text.append("€ ")
    if amount < 0 { text.append(ascii: "-") }
    for (index, digit) in digits.unicodeScalars.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { text.append(ascii: ".") }
      text.append(ascii: digit)
    }
    if cents > 0 {
      text.append(ascii: ",")
      if cents < 10 { text.append(ascii: "0") }
      text.append(cents)
    }
    return text.text
  }
}
