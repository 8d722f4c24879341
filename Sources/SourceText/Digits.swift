extension [UInt8] {
  /// Adds a number in digits, without making a text of it.
  package mutating func append(digitsOf number: Int) {
    guard number >= 0 else {
      self += "\(number)".utf8
      return
    }
    if number >= 10 { append(digitsOf: number / 10) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
