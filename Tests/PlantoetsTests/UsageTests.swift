import Foundation
import TestSupport
import Testing

@Suite("Help, version and wrong usage")
struct UsageTests {
  /// A command line that cannot be used, and what is said of it first.
  struct Mistake: CustomTestStringConvertible {
    let arguments: String
    let said: String

    init(_ arguments: String, _ said: String) {
      (self.arguments, self.said) = (arguments, said)
    }

    var testDescription: String { arguments }
  }

  private func run(_ arguments: String) throws -> Binary.Run {
    try Binary.run(arguments: arguments.split(separator: " ").map(String.init))
  }

  @Test func `without arguments it says what it does and what to try`() throws {
    let run = try Binary.run()
    #expect(run.status == 0)
    for command in ["init", "check", "explain"] {
      #expect(run.output.contains("  plantoets \(command) "))
    }
    #expect(run.errors.isEmpty)
    #expect(try Binary.run("--lang", "en").output.contains("Try this:"))
  }

  @Test func `the version names the rules inside`() throws {
    let header = SharedFolder.package.appending(path: "rules/ppj/pack.yaml")
    let version = try String(contentsOf: header, encoding: .utf8).split(separator: "\n")
      .first { $0.hasPrefix("version: ") }?.dropFirst(9)
    let run = try Binary.run("--version")
    #expect(run.status == 0)
    #expect(run.output == "plantoets 0.1.0, regelpakket ppj \(try #require(version))\n")
  }

  @Test(arguments: [
    "check", "compare", "eval", "explain", "init", "review", "rules", "schema", "test",
  ])
  func `the help of every command has an example and is in Dutch`(command: String) throws {
    for run in [try Binary.run(command, "--help"), try Binary.run("help", command)] {
      #expect(run.status == 0)
      #expect(run.output.contains("\nGebruik: plantoets \(command)"))
      #expect(run.output.contains("\n  plantoets \(command)"))
      let lines = run.output.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 100 })
      for word in ["USAGE", "OPTIONS", "default", "values:", "Show "] {
        #expect(!run.output.contains(word), "\(word)")
      }
    }
  }

  @Test(arguments: [
    Mistake("chekc", "Onbekende opdracht «chekc». Bedoelde je «check»?"),
    Mistake("zzzz", "Onbekende opdracht «zzzz». Dit kan wel: check, "),
    Mistake("README.md", "Je noemt alleen «README.md». Bedoelde je «plantoets check README.md»?"),
    Mistake("check --fromat json x", "Onbekende optie «--fromat». Bedoelde je «--format»?"),
    Mistake("check --zzzzzz x", "Onbekende optie «--zzzzzz».\n"),
    Mistake("check -x p", "Onbekende optie «-x».\n"),
    Mistake(
      "explain x --select y",
      "De optie «--select» hoort niet hier, maar bij: check, review."
    ),
    Mistake("--color never check x", "Zet «--color» achter de opdracht: plantoets check … --color"),
    Mistake("check x --min-score", "Achter «--min-score» hoort een <cijfer>. "),
    Mistake("check x --min-score 11", "«11» kan niet bij «--min-score <cijfer>». "),
    Mistake("check x --format jsn", "«jsn» kan niet bij «--format <vorm>». Bedoelde je «json»? "),
    Mistake("check x --quiet=ja", "Achter «--quiet» hoort geen waarde. Er staat «ja»."),
    Mistake("check", "Er ontbreekt nog: <plan>. "),
    Mistake("explain a b", "«b» is hier te veel."),
    Mistake("explain a b c", "Hier is te veel: «b», «c»."),
    Mistake("eval", "Geef een uitdrukking, of --functions."),
    Mistake("--generate-completion-script foo", "Zeg voor welke shell: "),
  ])
  func `a wrong command line says what is wrong, in Dutch`(mistake: Mistake) throws {
    let run = try run(mistake.arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("plantoets: " + mistake.said), "\(run.errors)")
    #expect(run.errors.contains("\nGebruik: plantoets "))
  }

  @Test func `a wrong command line is told in English to those who ask for it`() throws {
    let run = try run("check x --format jsn --lang en")
    #expect(run.status == 64)
    #expect(run.errors.contains("Did you mean “json”?"))
    #expect(run.errors.contains("\nUsage: plantoets check [options] [<plan> …]\n"))
    #expect(try self.run("eval --lang en").errors.hasPrefix("plantoets: Give an expression"))
    for command in ["check", "review"] {
      let jobs = try self.run("\(command) x --jobs 0 --lang en")
      #expect(jobs.errors.hasPrefix("plantoets: --jobs is a number from 1 to 1024."))
    }
    let null = try self.run("check x --null --lang en")
    #expect(null.errors.hasPrefix("plantoets: --null goes with --files-from."))
  }

  @Test func `a path with a space is quoted where it is suggested`() throws {
    let folder = try ScratchFolder()
    try folder.write("plantoets: 1\n", to: "mijn plan.yaml")
    let run = try Binary.run("mijn plan.yaml", in: folder.url)
    #expect(run.errors.contains("«plantoets check 'mijn plan.yaml'»"))
  }
}

@Suite("Manual and completions")
struct ManualTests {
  private static let shells = ["bash", "zsh", "fish"]

  /// Whether a program is there to try things with.
  private static func isInstalled(_ program: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/" + program)
  }

  @Test(.enabled(if: Self.isInstalled("mandoc"), "mandoc is not installed"))
  func `the manual has nothing that mandoc would complain of`() throws {
    let page = try Binary.run("manual", "--date", "2026-11-21").output
    let folder = try ScratchFolder()
    try folder.write(page, to: "plantoets.1")
    let lint = try Binary.run(
      "-Tlint",
      "plantoets.1",
      executable: URL(filePath: "/usr/bin/mandoc"),
      in: folder.url
    )
    #expect(lint.status == 0 && lint.output.isEmpty, "\(lint.output)")
  }

  @Test func `the manual tells every option that the help of a command has`() throws {
    let page = try Binary.run("manual").output.replacing("\\-", with: "-")
    #expect(page.hasPrefix(".TH PLANTOETS 1 \"\" \"plantoets 0.1.0\""))
    for command in [
      "check", "compare", "eval", "explain", "init", "review", "rules", "schema", "test",
    ] {
      #expect(page.contains(".SS \"plantoets \(command)\""))
      let options = try Binary.run(command, "--help").output.matches(of: /\n  (--[a-z-]+)/)
      for option in options { #expect(page.contains(".B \"\(option.1)"), "\(option.1)") }
    }
    #expect(!(try Binary.run("--help").output.contains("manual")))
  }

  @Test(arguments: Self.shells)
  func `the completion script of a shell has every command and can be read by it`(shell: String)
    throws
  {
    let run = try Binary.run("--generate-completion-script", shell)
    #expect(run.status == 0)
    for command in ["check", "explain", "init", "rules"] { #expect(run.output.contains(command)) }
    guard Self.isInstalled(shell) else { return }
    let folder = try ScratchFolder()
    let path = try folder.write(run.output, to: "script")
    let check = try Binary.run("-n", path, executable: URL(filePath: "/usr/bin/" + shell))
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test func `the binary itself tells a shell the names of rules and lessons`() throws {
    let run = try Binary.run(
      arguments: ["---completion", "explain", "--", "positional@0", "2", "5"]
        + ["plantoets", "explain", "tijds"],
      environment: ["SAP_SHELL": "bash"]
    )
    let names = Set(run.output.split(separator: "\n").map(String.init))
    #expect(names.isSuperset(of: ["tijdspad", "looptijd-te-kort"]))
  }
}
