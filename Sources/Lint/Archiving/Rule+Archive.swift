import Archive
import SourceText
import YAML

extension Rule {
  /// Writes all that reports tell of the rule; without its expressions and tests, which are those of its file.
  func write(to archive: inout ArchiveWriter) {
    archive.write(file.path)
    archive.write(id)
    archive.write(lesson)
    archive.write(choice: kind)
    archive.write(optional: severity) { archive, severity in
      switch severity {
      case .fixed(let severity):
        archive.write(true)
        archive.write(choice: severity)
      case .computed(let expression):
        archive.write(false)
        archive.write(expression.text)
      }
    }
    archive.write(weight)
    archive.write(optional: effort) { $0.write(choice: $1) }
    archive.write(isMandatory)
    archive.write { [account] in account.write(to: &$0) }
  }

  /// Reads a rule, which has no tests and no expressions as they were written.
  convenience init(from archive: inout ArchiveReader) {
    self.init(
      file: SourceFile(path: archive.text(), bytes: []),
      id: archive.text(),
      lesson: archive.text(),
      kind: archive.choice(Kind.self),
      severity: archive.optional { archive in
        archive.bool()
          ? .fixed(archive.choice(Severity.self))
          : .computed(Expression(text: archive.text(), node: Node(nowhere: "")))
      },
      weight: archive.int(),
      effort: archive.optional { $0.choice(Effort.self) },
      given: [],
      when: nil,
      variables: [],
      assertion: Expression(text: "", node: Node(nowhere: "")),
      at: nil,
      message: Text(
        nl: Expression(text: "", node: Node(nowhere: "")),
        en: Expression(text: "", node: Node(nowhere: ""))
      ),
      isMandatory: archive.bool(),
      tests: [],
      account: { [part = archive.part()] in
        var archive = part
        return Account(from: &archive)
      }
    )
  }
}

extension Rule.Account {
  fileprivate func write(to archive: inout ArchiveWriter) {
    title.write(to: &archive)
    archive.write(parameters) { archive, parameter in
      archive.write(parameter.name)
      archive.write(optional: parameter.value.text)
      archive.write(texts: (parameter.value.sequence ?? []).compactMap(\.text))
      archive.write(optional: parameter.unit)
      archive.write(choice: parameter.basis)
    }
    why.write(to: &archive)
    archive.write(optional: remedy) { $1.write(to: &$0) }
    archive.write(citations) { archive, citation in
      archive.write(citation.document)
      archive.write(citation.section)
    }
  }

  fileprivate init(from archive: inout ArchiveReader) {
    self.init(
      title: LocalizedText(from: &archive),
      parameters: archive.items { archive in
        let name = archive.text()
        let text = archive.optionalText()
        let items = archive.texts()
        let value = text.map(Node.init(nowhere:)) ?? Node(items: items)
        return Rule.Parameter(
          name: name,
          value: value,
          unit: archive.optionalText(),
          basis: archive.choice(Rule.Basis.self)
        )
      },
      why: LocalizedText(from: &archive),
      remedy: archive.optional { LocalizedText(from: &$0) },
      citations: archive.items { archive in
        let document = archive.text()
        return Citation(document: document, section: archive.text())
      }
    )
  }
}

extension Node {
  /// A text that stands in no file.
  fileprivate init(nowhere text: String) {
    self.init(kind: .scalar(Scalar(text)), range: SourceRange(0, 0))
  }

  /// Texts that stand in no file.
  fileprivate init(items: [String]) {
    self.init(kind: .sequence(items.map(Node.init(nowhere:))), range: SourceRange(0, 0))
  }
}

extension LocalizedText {
  func write(to archive: inout ArchiveWriter) {
    archive.write(nl)
    archive.write(en)
  }

  init(from archive: inout ArchiveReader) {
    self.init(nl: archive.text(), en: archive.text())
  }
}
