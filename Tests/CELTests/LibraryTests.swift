import CEL
import Testing

/// An example of the library with the name of its function.
struct LibraryExample: Sendable, CustomTestStringConvertible {
  let function: String
  let expression: String
  let result: String

  var testDescription: String { "\(function): \(expression)" }

  static let all = StandardLibrary.standard.functions.flatMap { function in
    function.examples.map {
      LibraryExample(function: function.name, expression: $0.expression, result: $0.result)
    }
  }
}

@Suite("The library")
struct LibraryTests {
  @Test("every example gives what its row says", arguments: LibraryExample.all)
  func example(_ example: LibraryExample) throws {
    let environment = Environment(variables: [])
    var frame = Frame(environment)
    let program = try environment.compile(example.expression).get()
    let value = try program.evaluate(in: &frame)
    #expect(value.description == example.result)
  }

  @Test("every row has a line of documentation, an overload and an example")
  func rows() {
    for function in StandardLibrary.standard.functions {
      #expect(function.documentation.hasSuffix("."), "\(function.name)")
      #expect(!function.overloads.isEmpty, "\(function.name)")
      #expect(!function.examples.isEmpty, "\(function.name)")
    }
  }
}
