import Lint
import SourceText

/// The lines of an excerpt as a page shows them: numbered, with the parts that matter marked.
struct ExcerptMarkup {
  /// The most characters that are shown on each side of the marks of a line.
  private static let margin = 48

  private let excerpt: Excerpt
  private let file: SourceFile
  private let terms: Terms

  init(_ excerpt: Excerpt, of file: SourceFile, terms: Terms) {
    self.excerpt = excerpt
    self.file = file
    self.terms = terms
  }

  var isEmpty: Bool { excerpt.lines.isEmpty }

  var markup: Markup {
    var rows: [Markup] = []
    for (index, line) in excerpt.lines.enumerated() {
      if index > 0, line.number > excerpt.lines[index - 1].number + 1 {
        rows.append(.tag("li", class: "gap", with: ["aria-hidden": "true"]))
      }
      rows.append(
        .tag(
          "li",
          class: line.marks.isEmpty ? "context" : nil,
          .tag(
            "span",
            class: "number",
            .tag("span", class: "unseen", "\(terms.line) "),
            "\(line.number)"
          ),
          " ",
          .tag("code", with: ["lang": "nl"], code(line))
        )
      )
    }
    return .tag("ol", class: "lines", with: ["aria-label": terms.planLines], .group(rows))
  }

  private func code(_ line: Excerpt.Line) -> Markup {
    guard !line.marks.isEmpty else {
      return .text(Self.start(of: Excerpt.context(line, of: file), count: 80))
    }
    let content = file.contentRange(ofLine: line.number)
    var parts: [Markup] = []
    var offset = content.start
    for (index, mark) in line.marks.enumerated() {
      let before = file.text(in: SourceRange(offset, mark.range.start))
      parts.append(.text(index == 0 ? Self.end(of: before) : Self.middle(of: before)))
      let words = Self.start(of: file.text(in: mark.range), count: 160)
      parts.append(.tag("mark", class: mark.isPrimary ? nil : "also", .text(words)))
      offset = mark.range.end
    }
    let rest = file.text(in: SourceRange(offset, content.end))
    parts.append(.text(Self.start(of: Self.joined(rest), count: Self.margin)))
    return .group(parts)
  }

  /// A text with little space before a remark: more serves to line it up with others, which are not here.
  private static func joined(_ text: String) -> String {
    var joined = ""
    var spaces = 0
    for character in text {
      if character == "#", spaces > 2 { joined.removeLast(spaces - 2) }
      spaces = character == " " ? spaces + 1 : 0
      joined.append(character)
    }
    return joined
  }

  private static func start(of text: String, count: Int) -> String {
    text.count > count ? text.prefix(count - 1) + "…" : text
  }

  /// The end of what stands before the marks; indentation goes first, a page has its own.
  private static func end(of text: String) -> String {
    text.count > margin ? "…" + text.suffix(margin - 1) : text
  }

  private static func middle(of text: String) -> String {
    text.count > 2 * margin ? text.prefix(margin - 1) + "…" + text.suffix(margin - 1) : text
  }

  /// What the finding rests on, in words.
  func seen(_ evidence: [Finding.Evidence]) -> Markup {
    guard !evidence.isEmpty else { return [] }
    let facts = SeenFact.all(of: evidence, in: file)
    let shown = facts.prefix(4).map { fact in
      Markup.tag("li", .tag("code", with: ["lang": "nl"], "\(fact.path)"), ": \(terms.words(fact))")
    }
    let rest = facts.count - shown.count
    return .tag(
      "ul",
      class: "seen",
      with: ["aria-label": terms.seen],
      .group(shown),
      rest > 0 ? .tag("li", "\(terms.more(rest))") : []
    )
  }
}
