/// Writes an ECMA-262 pattern (with the `u` flag) the way RE2 wants it (JSON Schema 2020-12 core, section 6.4).
enum PatternTranslation {
  /// What `\s` stands for in ECMA-262, as the inside of a class; RE2's own knows ASCII only.
  private static let space = "\\t\\n\\x0b\\f\\r\\x{feff}\\p{Z}"
  private static let lineEnds = "\\n\\r\\x{2028}\\x{2029}"

  static func re2(_ pattern: String) -> String {
    var output = ""
    var rest = pattern.unicodeScalars[...]
    var isInClass = false
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\": output += escape(&rest, isInClass: isInClass)
      case "[" where isInClass: output += "\\["
      case "[":
        if rest.starts(with: "^]".unicodeScalars) {
          rest.removeFirst(2)
          output += "(?s:.)"
        } else if rest.first == "]" {
          rest.removeFirst()
          output += "[^\\x00-\\x{10FFFF}]"
        } else {
          isInClass = true
          output += "["
          if rest.first == "^" { output.unicodeScalars.append(rest.removeFirst()) }
        }
      case "]":
        isInClass = false
        output += "]"
      case "." where !isInClass: output += "[^" + lineEnds + "]"
      case "(" where !isInClass && isNamedGroup(rest):
        rest.removeFirst(2)
        output += "(?P<"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// `?<name>`, but not the lookbehinds `?<=` and `?<!`.
  private static func isNamedGroup(_ rest: Substring.UnicodeScalarView) -> Bool {
    let head = Array(rest.prefix(3))
    return head.count == 3 && head[0] == "?" && head[1] == "<" && head[2] != "=" && head[2] != "!"
  }

  private static func escape(
    _ rest: inout Substring.UnicodeScalarView,
    isInClass: Bool
  ) -> String {
    guard let scalar = rest.popFirst() else { return "\\" }
    switch scalar {
    case "s": return isInClass ? space : "[" + space + "]"
    case "S" where !isInClass: return "[^" + space + "]"
    case "p", "P": return "\\" + String(scalar) + property(&rest)
    case "u": return codePoint(&rest) ?? "\\u"
    case "c":
      guard let letter = rest.first, letter.isASCII, letter.properties.isAlphabetic else {
        return "\\c"
      }
      rest.removeFirst()
      return hexEscape(letter.value % 32)
    case "0": return "\\x00"
    default: return "\\" + String(scalar)
    }
  }

  /// The braces behind `\p`: long names of general categories become the short ones RE2 knows.
  private static func property(_ rest: inout Substring.UnicodeScalarView) -> String {
    guard rest.first == "{", let end = rest.firstIndex(of: "}") else { return "" }
    var name = String(rest[rest.index(after: rest.startIndex)..<end])
    rest = rest[rest.index(after: end)...]
    if let equals = name.firstIndex(of: "=") { name = String(name[name.index(after: equals)...]) }
    return "{" + (shortCategories[name] ?? name) + "}"
  }

  /// `\uD83D\uDE00`, `\u00E9` or `\u{1F600}`.
  private static func codePoint(_ rest: inout Substring.UnicodeScalarView) -> String? {
    if rest.first == "{", let end = rest.firstIndex(of: "}") {
      let digits = String(rest[rest.index(after: rest.startIndex)..<end])
      guard let value = UInt32(digits, radix: 16) else { return nil }
      rest = rest[rest.index(after: end)...]
      return hexEscape(value)
    }
    guard let unit = codeUnit(rest) else { return nil }
    rest.removeFirst(4)
    if UTF16.isLeadSurrogate(unit), rest.starts(with: "\\u".unicodeScalars),
      let trail = codeUnit(rest.dropFirst(2)), UTF16.isTrailSurrogate(trail)
    {
      rest.removeFirst(6)
      return hexEscape(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00))
    }
    return hexEscape(UInt32(unit))
  }

  private static func codeUnit(_ rest: Substring.UnicodeScalarView) -> UInt16? {
    let digits = rest.prefix(4)
    return digits.count == 4 ? UInt16(String(digits), radix: 16) : nil
  }

  private static func hexEscape(_ value: UInt32) -> String {
    "\\x{" + String(value, radix: 16) + "}"
  }

  /// The general categories by their long names (UAX #44, section 5.7.1).
  private static let shortCategories: [String: String] = [
    "Letter": "L", "Cased_Letter": "LC", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll",
    "Titlecase_Letter": "Lt", "Modifier_Letter": "Lm", "Other_Letter": "Lo",
    "Mark": "M", "Combining_Mark": "M", "Nonspacing_Mark": "Mn", "Spacing_Mark": "Mc",
    "Enclosing_Mark": "Me",
    "Number": "N", "Decimal_Number": "Nd", "digit": "Nd", "Letter_Number": "Nl",
    "Other_Number": "No",
    "Punctuation": "P", "punct": "P", "Connector_Punctuation": "Pc", "Dash_Punctuation": "Pd",
    "Open_Punctuation": "Ps", "Close_Punctuation": "Pe", "Initial_Punctuation": "Pi",
    "Final_Punctuation": "Pf", "Other_Punctuation": "Po",
    "Symbol": "S", "Math_Symbol": "Sm", "Currency_Symbol": "Sc", "Modifier_Symbol": "Sk",
    "Other_Symbol": "So",
    "Separator": "Z", "Space_Separator": "Zs", "Line_Separator": "Zl",
    "Paragraph_Separator": "Zp",
    "Other": "C", "Control": "Cc", "cntrl": "Cc", "Format": "Cf", "Private_Use": "Co",
    "Surrogate": "Cs", "Unassigned": "Cn",
  ]
}
