import Archive
import EmbeddedPack
import Lint
import Reporters
import SourceText
import TestSupport
import Testing

@Suite("The pack inside the binary")
struct PackArchiveTests {
  @Test(
    "it says the same of every example plan as the pack read from its files",
    arguments: Language.allCases
  )
  func judgesAlike(language: Language) throws {
    let archived = EmbeddedPack.pack
    let linter = Linter(pack: archived, language: language)
    let read = try Examples.report(Examples.names, language)
    var same = read
    same.pack = archived.summary(in: language)
    same.plans = try Examples.names.map { linter.lint(try Examples.file($0)) }
    #expect(read.plans.count > 5)
    for format in [ReportFormat.json, .sarif, .html, .text] {
      #expect(format.render(same) == format.render(read), "\(format)")
    }
  }

  @Test("written again, it is the same to the last byte")
  func writtenAgain() throws {
    var first = ArchiveWriter()
    try PackLoader.load(EmbeddedPack.files).get().write(to: &first)
    var second = ArchiveWriter()
    try EmbeddedPack.pack.write(to: &second)
    #expect(first.bytes.count > 50_000)
    #expect(first.bytes == second.bytes)
  }

  @Test("it has the version of its pack.yaml")
  func version() {
    #expect(EmbeddedPack.version == EmbeddedPack.pack.header.version)
  }
}
