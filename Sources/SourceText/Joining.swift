extension [String] {
  /// The texts in one, with a separator between them: for what is asked at every start.
  ///
  /// The library's `joined(separator:)` is for any sequence; what its first call looks up takes longer than joining.
  package func joined(by separator: String) -> String {
    var text = ""
    for (index, part) in enumerated() {
      if index > 0 { text += separator }
      text += part
    }
    return text
  }
}
