import CEL
import SourceText
import Testing

/// An expression, the part of it that is wrong marked with carets, and what is said about it.
struct MistakeRow: Sendable, CustomTestStringConvertible {
  let expression: String
  let complaints: String

  init(_ expression: String, _ complaints: String) {
    self.expression = expression
    self.complaints = complaints
  }

  var testDescription: String { expression }
}

@Suite("Mistakes in expressions")
struct CheckerTests {
  private static let names: [MistakeRow] = [
    MistakeRow(
      "plan.nam == 'x'",
      """
           ^^^ 'Plan' has no field 'nam'; did you mean 'naam'?
      """
    ),
    MistakeRow(
      "plan.activiteiten.all(a, a.budgte > 1.0)",
      """
                                 ^^^^^^ 'Activiteit' has no field 'budgte'; did you mean 'budget'?
      """
    ),
    MistakeRow(
      "plann.naam == 'x'",
      """
      ^^^^^ 'plann' is not declared; did you mean 'plan'?
      """
    ),
    MistakeRow(
      "this.weken > parameters.min_wekn",
      """
                   ^^^^^^^^^^^^^^^^^^^ 'parameters.min_wekn' is not declared; did you mean 'parameters.min_weken'?
      """
    ),
    MistakeRow(
      "plan.partner.naam.lengte",
      """
                        ^^^^^^ 'string' has no fields, so '.lengte' cannot be read
      """
    ),
    MistakeRow(
      "plan.activiteiten.syze() > 1",
      """
                        ^^^^ there is no function 'syze'; did you mean 'size'?
      """
    ),
    MistakeRow(
      "plan.activiteiten.filter(a)",
      """
                        ^^^^^^ 'filter' takes 2 arguments, not 1
      """
    ),
    MistakeRow(
      "Partnr{naam: 'x'}.naam",
      """
      ^^^^^^ there is no type 'Partnr'; did you mean 'Partner'?
      """
    ),
    MistakeRow(
      "Partner{naam: 1, akord: true}",
      """
                    ^ the field 'naam' is 'string', not 'int'
                       ^^^^^ 'Partner' has no field 'akord'; did you mean 'akkoord'?
      """
    ),
  ]

  private static let types: [MistakeRow] = [
    MistakeRow(
      "plan.budget + this.weken",
      """
      ^^^^^^^^^^^^^^^^^^^^^^^^ '+' does not take 'double' and 'int'; convert the whole number with 'double(…)'
      """
    ),
    MistakeRow(
      "('a' + plan.naam) * ((2))",
      """
      ^^^^^^^^^^^^^^^^^^^^^^^^^ '*' does not take 'string' and 'int'
      """
    ),
    MistakeRow(
      "(plan.naam) > 3 && true",
      """
      ^^^^^^^^^^^^^^^ '>' does not take 'string' and 'int'
      """
    ),
    MistakeRow(
      "plan.naam > 3 && plan.budget",
      """
      ^^^^^^^^^^^^^ '>' does not take 'string' and 'int'
                       ^^^^^^^^^^^ expected 'bool', found 'double'
      """
    ),
    MistakeRow(
      "plan.naam ? 1 : 'a'",
      """
      ^^^^^^^^^ expected 'bool', found 'string'
      ^^^^^^^^^^^^^^^^^^^ the branches of '? :' must agree, found 'int' and 'string'
      """
    ),
    MistakeRow(
      "plan.naam.startsWith(3)",
      """
      ^^^^^^^^^^^^^^^^^^^^^^^ 'startsWith' does not take ('string', 'int')
      """
    ),
    MistakeRow(
      "plan.naam.all(x, x == 'a')",
      """
      ^^^^^^^^^ a macro goes over a list or a map, not over 'string'
      """
    ),
    MistakeRow(
      "plan.naam == null",
      """
      ^^^^^^^^^^^^^^^^^ '==' does not take 'string' and 'null_type'; a field that is not there is unknown, not null: ask 'has(…)'
      """
    ),
    MistakeRow(
      "-plan.naam",
      """
      ^^^^^^^^^^ '-' does not take 'string'
      """
    ),
    MistakeRow(
      "plan.activiteiten['a']",
      """
      ^^^^^^^^^^^^^^^^^^^^^^ 'list(Activiteit)' cannot be indexed with 'string'
      """
    ),
    MistakeRow(
      "[?plan.naam]",
      """
        ^^^^^^^^^ '?' asks for an optional, found 'string'
      """
    ),
    MistakeRow(
      "{1.5: 'a'}",
      """
       ^^^ 'double' cannot be the key of a map
      """
    ),
    MistakeRow(
      "3 in plan.naam",
      """
      ^^^^^^^^^^^^^^ 'in' does not look for 'int' in 'string'
      """
    ),
    MistakeRow(
      "date('2025-02-30') < peildatum",
      """
      ^^^^^^^^^^^^^^^^^^ 'date': '2025-02-30' is no date such as 2025-07-31, 2025-07 or 2025
      """
    ),
    MistakeRow(
      "plan.naam.matches('(a')",
      """
                        ^^^^ 'matches': no regular expression: missing ): (a
      """
    ),
    MistakeRow(
      "plan.activiteiten.sortBy(a, a)",
      """
                                  ^ '<' does not take 'Activiteit' and 'Activiteit'
      """
    ),
  ]

  private static let enumerations: [MistakeRow] = [
    MistakeRow(
      "this.soort == 'sprot'",
      """
                    ^^^^^^^ 'sprot' is not one of the allowed values; did you mean 'sport'? allowed: 'sport', 'taal', 'rekenen'
      """
    ),
    MistakeRow(
      "'muziek' != this.soort",
      """
      ^^^^^^^^ 'muziek' is not one of the allowed values; allowed: 'sport', 'taal', 'rekenen'
      """
    ),
    MistakeRow(
      "this.soort in ['taal', 'tal']",
      """
                             ^^^^^ 'tal' is not one of the allowed values; did you mean 'taal'? allowed: 'sport', 'taal', 'rekenen'
      """
    ),
    MistakeRow(
      "'lezen' in this.doelen",
      """
      ^^^^^^^ 'lezen' is not one of the allowed values; did you mean 'leren'? allowed: 'leren', 'welzijn'
      """
    ),
    MistakeRow(
      "plan.activiteiten.map(a, a.soort).exists(s, s == 'tal')",
      """
                                                       ^^^^^ 'tal' is not one of the allowed values; did you mean 'taal'? allowed: 'sport', 'taal', 'rekenen'
      """
    ),
  ]

  private static let syntax: [MistakeRow] = [
    MistakeRow(
      "plan.naam = 'x'",
      """
                ^ '=' has no meaning in an expression; compare with '=='
      """
    ),
    MistakeRow(
      "true & false",
      """
           ^ '&' has no meaning in an expression; 'and' is written '&&'
      """
    ),
    MistakeRow(
      "plan.naam == 'x",
      """
                   ^^ this text has no closing quote
      """
    ),
    MistakeRow(
      "'a\\q'",
      """
        ^^ '\\q' is no escape sequence
      """
    ),
    MistakeRow(
      "1 +",
      """
         ^ the expression ends too early, expected an expression
      """
    ),
    MistakeRow(
      "(1 + 2",
      """
            ^ the expression ends too early, expected ')'
      """
    ),
    MistakeRow(
      "[1, 2",
      """
           ^ the expression ends too early, expected ',' or ']'
      """
    ),
    MistakeRow(
      "1 2",
      """
        ^ unexpected '2'
      """
    ),
    MistakeRow(
      "99999999999999999999",
      """
      ^^^^^^^^^^^^^^^^^^^^ the number '99999999999999999999' is out of range
      """
    ),
    MistakeRow(
      "for + 1",
      """
      ^^^ 'for' is a reserved word and cannot be a name
      """
    ),
    MistakeRow(
      "has(plan)",
      """
          ^^^^ 'has' asks for a field, as in 'has(x.field)'
      """
    ),
    MistakeRow(
      "[1].all(1, true)",
      """
              ^ 'all' asks for the name of a variable here
      """
    ),
    MistakeRow(
      "[1].all(x, x, true)",
      """
                 ^ 'x' names two variables of one macro
      """
    ),
    MistakeRow(
      "plan.`a b!`",
      """
           ^^^^ a name in backticks holds letters, digits, '_', '-', '.', '/' or spaces
      """
    ),
    MistakeRow(
      "'é' + €",
      """
            ^ '€' has no meaning in an expression
      """
    ),
  ]

  @Test(
    "are shown at their place, with a remedy",
    arguments: names + types + enumerations + syntax
  )
  func complaints(_ row: MistakeRow) {
    #expect(Self.complaints(row.expression) == row.complaints)
  }

  @Test("in the result are held against what is expected")
  func expectedResult() {
    #expect(
      Self.complaints("plan.naam", expecting: .bool) == """
        ^^^^^^^^^ the expression should give 'bool', but gives 'string'
        """
    )
    #expect(Self.complaints("vrij", expecting: .bool) == "")
    #expect(Self.complaints("this.soort", expecting: .string) == "")
  }

  @Test("are capped, and the cap says how many were left out")
  func cap() {
    let source = Array(repeating: "x", count: 130).joined(separator: " + ")
    guard case .failure(let errors) = Fixture.environment.compile(source) else {
      Issue.record("the expression compiles")
      return
    }
    #expect(errors.errors.count == CELErrors.cap)
    #expect(errors.truncated == 30)
  }

  /// The complaints about an expression, each under the part it is about.
  private static func complaints(_ source: String, expecting type: CELType? = nil) -> String {
    guard case .failure(let errors) = Fixture.environment.compile(source, expecting: type) else {
      return ""
    }
    return errors.errors.map { error in
      let before = String(decoding: Array(source.utf8).prefix(error.range.start), as: UTF8.self)
      let marked = source.utf8.dropFirst(error.range.start).prefix(error.range.count)
      let width = max(1, String(decoding: Array(marked), as: UTF8.self).count)
      let help = error.help.map { "; \($0)" } ?? ""
      return String(repeating: " ", count: before.count) + String(repeating: "^", count: width)
        + " \(error.message)\(help)"
    }.joined(separator: "\n")
  }
}

/// An expression and the type that is found for it.
struct TypeRow: Sendable, CustomTestStringConvertible {
  let expression: String
  let type: String

  init(_ expression: String, _ type: String) {
    self.expression = expression
    self.type = type
  }

  var testDescription: String { expression }
}

@Suite("Types of expressions")
struct TypeTests {
  private static let rows: [TypeRow] = [
    TypeRow("plan.activiteiten.filter(a, a.budget > 1.0).map(a, a.id)", "list(string)"),
    TypeRow("plan.activiteiten.first().budget", "optional(double)"),
    TypeRow("plan.?partner.naam", "optional(string)"),
    TypeRow("plan.?partner.?naam.orValue('x')", "string"),
    TypeRow("plan.activiteiten.map(a, a.budget).sum()", "double"),
    TypeRow("plan.activiteiten.transformMap(i, a, a.id)", "map(int, string)"),
    TypeRow("plan.activiteiten.map(a, a.weken).median()", "double"),
    TypeRow("cel.bind(n, plan.naam, n.size())", "int"),
    TypeRow("this.budget < 15000", "bool"),
    TypeRow("this.budget == 0", "bool"),
    TypeRow("[1, 'a']", "list(dyn)"),
    TypeRow("[this.soort, 'x']", "list(string)"),
    TypeRow("addMonths(plan.start, 3)", "date"),
    TypeRow("parameters.min_weken + 1", "int"),
    TypeRow("vrij.x.y", "dyn"),
    TypeRow("Partner{naam: 'x'}", "Partner"),
    TypeRow("plan.partner.akkoord ? plan.start : plan.eind", "date"),
    TypeRow("[[1], []]", "list(list(int))"),
  ]

  @Test("follow from what is declared", arguments: rows)
  func types(_ row: TypeRow) throws {
    #expect(try Fixture.environment.compile(row.expression).get().type.description == row.type)
  }

  @Test("say which variables and fields an expression reads")
  func references() throws {
    let source = "plan.activiteiten.all(a, a.budget > parameters.grens) && plan.naam != ''"
    let references = try Fixture.environment.compile(source).get().references
    let variables = references.variables.map { Fixture.environment.declaration(of: $0).name }
    #expect(variables == ["plan", "parameters.grens"])
    #expect(
      references.fields.map { "\($0.structure).\($0.name)" }
        == ["Plan.activiteiten", "Activiteit.budget", "Plan.naam"]
    )
  }
}
