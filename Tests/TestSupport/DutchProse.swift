/// Sentences and words of a Dutch text as a reader counts them.
package struct DutchProse: Sendable {
  /// The sentences, each as its words; signs alone are no words.
  package let sentences: [[String]]

  /// - Parameter text: running text; `{…}` stands for one word, and so does an abbreviation with its points.
  package init(_ text: String) {
    var sentences: [[String]] = []
    var sentence: [String] = []
    for token in Self.filled(text).split(whereSeparator: \.isWhitespace) {
      if token.contains(where: { $0.isLetter || $0.isNumber }) { sentence.append(String(token)) }
      if Self.endsSentence(token), !sentence.isEmpty {
        sentences.append(sentence)
        sentence = []
      }
    }
    if !sentence.isEmpty { sentences.append(sentence) }
    self.sentences = sentences
  }

  /// The words in small letters, without the signs around them.
  package var words: [String] {
    sentences.joined().map { word in
      let isSign: (Character) -> Bool = { !$0.isLetter && !$0.isNumber }
      let start = word.drop(while: isSign)
      return String(start.prefix(start.count - start.reversed().prefix(while: isSign).count))
        .lowercased()
    }
  }

  /// The text without what stands between « and »: names and values that a plan has literally.
  package static func withoutNames(_ text: String) -> String {
    var depth = 0
    return String(
      text.filter { character in
        if character == "«" { depth += 1 }
        if character == "»" { depth -= 1 }
        return depth == 0 && character != "»"
      }
    )
  }

  /// The texts within the quotes of a template's expressions: they reach the reader too.
  package static func quoted(in template: String) -> [String] {
    var texts: [String] = []
    var depth = 0
    var quote: Character?
    var text = ""
    for character in template {
      if let open = quote {
        if character == open {
          texts.append(text)
          quote = nil
        } else {
          text.append(character)
        }
      } else if character == "{" {
        depth += 1
      } else if character == "}" {
        depth -= 1
      } else if depth > 0, character == "\"" || character == "'" {
        quote = character
        text = ""
      }
    }
    return texts
  }

  private static let abbreviations: Set<String> = [
    "bijv.", "bv.", "ca.", "d.w.z.", "enz.", "etc.", "i.p.v.", "m.b.t.", "n.v.t.", "nr.", "o.a.",
    "p.m.", "resp.", "t.a.v.", "t/m", "vgl.", "zgn.",
  ]

  private static func endsSentence(_ token: Substring) -> Bool {
    guard !abbreviations.contains(token.lowercased()) else { return false }
    // A quote or bracket may close behind the point.
    let end = token.reversed().first { !"»”’\")]".contains($0) }
    return end.map { ".!?".contains($0) } ?? false
  }

  /// The text with a word for each placeholder; braces within one belong to it.
  package static func filled(_ text: String) -> String {
    var result = ""
    var depth = 0
    var quote: Character?
    for character in text {
      if depth > 0 {
        if let open = quote {
          if character == open { quote = nil }
        } else if character == "\"" || character == "'" {
          quote = character
        } else if character == "{" {
          depth += 1
        } else if character == "}" {
          depth -= 1
        }
      } else if character == "{" {
        depth = 1
        result += "X"
      } else {
        result.append(character)
      }
    }
    return result
  }
}
