import CEL

/// Amounts in euros: `250000`, `€ 250.000`, `250.000,00`.
enum AmountNotation {
  /// Reads a normalized text.
  ///
  /// What is plain was written without quotes, so that other readers of the file see a number in `12.500`.
  static func read(_ text: String, isPlain: Bool) -> DutchFormat.Reading {
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
          ?? .wrong(suggestion: nil)
      }
      if let number = Notation.decimal(String(digits)) {
        return .wrong(suggestion: written(number))
      }
    }
    return .wrong(suggestion: inWords(String(digits)).map(written))
  }

  /// `1,5 mln` and `250k`, as a number.
  private static func inWords(_ text: String) -> Double? {
    let units: [(word: String, size: Double)] = [
      ("miljoen", 1_000_000), ("mln", 1_000_000), ("mio", 1_000_000), ("m", 1_000_000),
      ("duizend", 1_000), ("k", 1_000),
    ]
    var text = text.lowercased()
    if text.hasSuffix(" euro") { text = String(text.dropLast(5)) }
    if text.hasSuffix(".") { text = String(text.dropLast()) }
    for unit in units where text.hasSuffix(unit.word) {
      let number = text.dropLast(unit.word.count).filter { $0 != " " }
      return Notation.decimal(String(number)).map { $0 * unit.size }
    }
    return Notation.decimal(text.filter { $0 != " " })
  }

  private static func written(_ number: Double) -> String {
    let cents = (number * 100).rounded()
    guard let whole = Int(exactly: (cents / 100).rounded(.down)) else { return "\(number)" }
    let rest = Int(cents) - whole * 100
    return rest == 0 ? "\(whole)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
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
  }
}
