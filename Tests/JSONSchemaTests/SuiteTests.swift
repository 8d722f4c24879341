import JSONSchema
import SourceText
import Testing

@Suite("The official suite of 2020-12", .enabled(if: Suite.isPresent, Suite.absence))
struct SuiteTests {
  @Test("keywords judge as the specification says", arguments: Suite.structural)
  func structure(_ group: Suite.Group) throws {
    try check(group, Validator.Options())
  }

  @Test("formats judge as their standards say", arguments: Suite.formats)
  func formats(_ group: Suite.Group) throws {
    try check(group, Validator.Options(assertFormats: true))
  }

  @Test("all of it was read")
  func count() {
    #expect(Suite.structural.reduce(0) { $0 + $1.cases.count } == 860)
    #expect(Suite.formats.reduce(0) { $0 + $1.cases.count } == 187)
  }

  private func check(_ group: Suite.Group, _ options: Validator.Options) throws {
    let file = SourceFile(path: group.file, text: "")
    let validator = Validator(try Schema(group.schema, in: file), options: options)
    for test in group.cases {
      let violations = validator.validate(test.data)
      #expect(violations.isEmpty == test.isValid, "\(test.description): \(violations)")
      #expect(validator.isValid(test.data) == test.isValid, "\(test.description), only deciding")
    }
  }
}
