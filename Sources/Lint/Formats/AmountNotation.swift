import CEL

/// Amounts in euros: `250000`, `€ 250.000`, `250.000,00`.
enum AmountNotation {
  /// Reads a normalized text.
  ///
  /// What is plain was written without quotes, so that other readers of the file see a number in `12.500`.
  static func read(_ text: String, isPlain: Bool) -> DutchFormat.Reading {
    // Most are whole euros.
    if text.utf8.count <= 15, text.utf8.allSatisfy(Notation.isDigit), let whole = Int(text) {
      return .value(.double(Double(whole)))
    }
    var digits = text[...]
    var hasSign = false
    for sign in ["€", "EUR", "eur", "euro"] where digits.hasPrefix(sign) {
      digits = digits.dropFirst(sign.count)
      hasSign = true
    }
    digits = digits.drop { $0 == " " }
    for ending in [",-", ",--", ",00"] where digits.hasSuffix(ending) {
      hasSign = hasSign || ending != ",00"
      if ending != ",00" { digits = digits.dropLast(ending.count) }
    }
    if let value = Double(plain: digits) { return .value(.double(value)) }
    guard !digits.hasPrefix("-") else { return .wrong(suggestions: []) }

    let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count <= 2, let whole = parts.first {
      let cents = parts.count == 2 ? parts[1] : nil
      let hasCents =
        cents.map { $0.utf8.count == 2 && $0.utf8.allSatisfy(Notation.isDigit) } ?? true
      if let joined = Notation.withoutThousands(String(whole)), hasCents {
        let isAmbiguous =
          isPlain && !hasSign && cents == nil && whole.filter { $0 == "." }.count == 1
        guard !isAmbiguous else { return .suspicious(suggestion: joined) }
        return Double("\(joined).\(cents ?? "0")").map { .value(.double($0)) }
          ?? .wrong(suggestions: [])
      }
      if let number = Notation.decimal(String(digits)) {
        return .wrong(suggestions: [written(number)].compactMap { $0 })
      }
    }
    return .wrong(suggestions: [inWords(text).flatMap(written)].compactMap { $0 })
  }

  /// `1,5 mln`, `250k` and `ca. € 12.500 per jaar`, as a number.
  private static func inWords(_ text: String) -> Double? {
    let units: [(word: String, size: Double)] = [
      ("miljoen", 1_000_000), ("mln", 1_000_000), ("mio", 1_000_000), ("m", 1_000_000),
      ("duizend", 1_000), ("dzd", 1_000), ("k", 1_000),
    ]
    var text = Notation.bare(text).lowercased()[...]
    for word in ["circa", "ca.", "ca", "ongeveer", "ruim", "€", "eur", "euro"]
    where text.hasPrefix(word) {
      text = text.dropFirst(word.count).drop { $0 == " " }
    }
    let number = text.prefix { $0.isNumber || ".,".contains($0) || $0 == " " }
    let rest = text.dropFirst(number.count).drop { $0 == " " }
    let digits = String(number.filter { $0 != " " })
    guard let value = Notation.withoutThousands(digits).flatMap({ Double($0) }) ?? decimal(digits)
    else { return nil }
    // A range or a sum is no one amount.
    guard !rest.contains(where: \.isNumber) else { return nil }
    let unit = rest.prefix { $0.isLetter }
    return value * (units.first { $0.word == unit }?.size ?? 1)
  }

  /// A number, in which the marks before groups of three digits may be points or commas: `1.250.000,50`.
  private static func decimal(_ text: String) -> Double? {
    if let number = Notation.decimal(text) { return number }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, let whole = Notation.withoutThousands(parts[0]) {
      return Notation.decimal("\(whole).\(parts[1])")
    }
    let points = String(text.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
    let english = points.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard let whole = english.first, english.count <= 2 else { return nil }
    return Notation.withoutThousands(whole).flatMap {
      Notation.decimal(english.count == 2 ? "\($0).\(english[1])" : $0)
    }
  }

  /// The amount as it should be written, with cents only when there are any; nil for what is too large to be one.
  private static func written(_ number: Double) -> String? {
    guard let cents = Int(exactly: (number * 100).rounded()) else { return nil }
    let rest = cents % 100
    return rest == 0 ? "\(cents / 100)" : "\(cents / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Double {
  /// Digits, with at most two decimals behind a point: what a machine or a careful person writes.
  fileprivate init?(plain text: Substring) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Notation.isDigit) }) else {
      return nil
    }
    guard parts.count == 1 || parts[1].utf8.count <= 2 else { return nil }
    self.init(String(text))
    // More digits than there are numbers for.
    guard isFinite else { return nil }
  }
}
