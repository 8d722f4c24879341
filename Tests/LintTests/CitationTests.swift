import Lint
import TestSupport
import Testing

@Suite("Citations")
struct CitationTests {
  /// The texts of the documents that rules rest on, by the source's id.
  private static let documents = [
    "ppj-2023": "sources/004_08a142ffb56b5a8b.txt",
    "fieldlab-2022": "sources/000_b3b20850edb5b644.txt",
  ]

  @Test("every rule cites one of the documents, by the name of a section of it")
  func cited() throws {
    let pack = try TestPack.load()
    for rule in pack.rules.map(\.rule) {
      #expect(!rule.citations.isEmpty, "\(rule.id)")
      for citation in rule.citations {
        let source = try #require(pack.source(citation.document), "\(rule.id)")
        #expect(source.sections.contains(citation.section), "\(rule.id): \(citation.section)")
        #expect(
          Self.documents[source.id] != nil,
          "\(rule.id) cites \(source.id), which no test reads"
        )
      }
    }
  }

  @Test(
    "every section that may be cited is a heading of its document",
    .enabled(if: SharedFolder.isThere, "the source documents are not beside the checkout")
  )
  func headings() throws {
    let pack = try TestPack.load()
    for (id, path) in Self.documents.sorted(by: { $0.key < $1.key }) {
      let source = try #require(pack.source(id))
      let document = Headings(try SharedFolder.text(path))
      for section in source.sections {
        #expect(document.contains(section), "\(id): \(section)")
      }
    }
  }

  @Test(
    "a threshold that is said to come from a source stands in a document that its rule cites",
    .enabled(if: SharedFolder.isThere, "the source documents are not beside the checkout")
  )
  func thresholds() throws {
    for rule in try TestPack.load().rules.map(\.rule) {
      for parameter in rule.parameters where parameter.basis == .source {
        let texts = try rule.citations.compactMap { Self.documents[$0.document] }
          .map(SharedFolder.text)
        let isThere = texts.contains { text in
          text.split(whereSeparator: { !$0.isNumber && !$0.isLetter })
            .contains { $0 == parameter.written }
        }
        #expect(isThere, "\(rule.id): \(parameter.name) = \(parameter.written)")
      }
    }
  }
}

/// The lines of a document, in which a heading stands alone; a long one goes over several.
private struct Headings {
  private let lines: [String]

  init(_ text: String) {
    lines = text.split(whereSeparator: \.isNewline).map(Self.squeezed).filter { !$0.isEmpty }
  }

  func contains(_ title: String) -> Bool {
    lines.indices.contains { index in
      (1...3).contains { count in
        lines[index...].prefix(count).joined(separator: " ") == Self.squeezed(title)
      }
    }
  }

  private static func squeezed(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
