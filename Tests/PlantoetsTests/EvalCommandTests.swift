import TestSupport
import Testing

@Suite("plantoets eval")
struct EvalCommandTests {
  private let plan = "plans/voorbeeldstad.yaml"

  @Test("gives the value, its type, and the line that it came from")
  func place() throws {
    let run = try Binary.run("eval", "plan.doelgroepen[0].omvang", plan)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("1450\ntype: int\nfrom: $.doelgroepen[0].omvang\n"))
    #expect(run.output.contains("^^^^"))
  }

  @Test("gives JSON for programs")
  func json() throws {
    let run = try Binary.run("eval", "[1, 2].map(x, x * 2)", "--format", "json")
    #expect(run.status == 0)
    #expect(
      run.output == """
        {
          "value": [
            2,
            4
          ],
          "type": "list(int)"
        }

        """
    )
  }

  @Test("tells which fields are missing")
  func unknown() throws {
    let run = try Binary.run("eval", "plan.borging.kennis", "plans/weert.yaml")
    #expect(run.status == 0)
    #expect(run.output.contains("$.borging.kennis: not reported"))
  }

  @Test(
    "an expression with a mistake exits 1, with a caret under it",
    arguments: [
      ("plan.doelgroep", "did you mean 'doelgroepen'?"),
      ("1 / 0", "division by zero"),
      ("1 +", "ends too early"),
      ("plan.programma.status == 'concpt'", "did you mean 'concept'?"),
    ]
  )
  func mistakes(expression: String, words: String) throws {
    let run = try Binary.run("eval", expression, plan)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(words))
    #expect(run.errors.contains("^"))
  }

  @Test("a plan that is not there exits 2, no expression 64")
  func badUse() throws {
    #expect(try Binary.run("eval", "1", "weg.yaml").status == 2)
    #expect(try Binary.run("eval").status == 64)
  }

  @Test("lists every function with its types and an example")
  func functions() throws {
    let run = try Binary.run("eval", "--functions")
    #expect(run.status == 0)
    for line in [
      "  matches(string, string) -> bool", "  euro(12500.0)  →  \"€ 12.500\"", "weeksBetween",
    ] {
      #expect(run.output.contains(line))
    }
  }
}
