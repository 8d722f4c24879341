/// What YAML could not be read for, sorted by what the writer can do about it.
package enum SyntaxComplaint: Hashable, Sendable {
  case tab
  case indentation
  case colonInText
  case dashInText
  case curledQuote
  case unclosedQuote
  case textBehindQuote
  case unclosedBracket
  case textBehindBracket
  case textBehindBlockMark
  case reservedCharacter(Character?)
  case badEscape
  case missingColon
  case strayText
  case notUTF8
  case controlCharacter(count: Int)
  /// A word after `!`, which YAML takes for a type.
  case tag(String)
  case unknownAlias(String)
  case recursiveAlias(String)
  case badMerge
  /// What libyaml says, for the rest.
  case other(String)
}
