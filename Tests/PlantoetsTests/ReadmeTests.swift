import Foundation
import TestSupport
import Testing

@Suite("README")
struct ReadmeTests {
  /// The fenced blocks of a kind, in their order.
  private func blocks(_ kind: String) throws -> [String] {
    let url = SharedFolder.package.appending(path: "README.md")
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.components(separatedBy: "\n```\(kind)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }

  /// Whether all lines stand in a text in their order; `…` stands for what is left out.
  private func missing(_ lines: String, in text: String) -> String? {
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for line in lines.split(separator: "\n") where line != "…" {
      guard let index = rest.firstIndex(of: line) else { return String(line) }
      rest = rest[(index + 1)...]
    }
    return nil
  }

  @Test("the plan gives the findings that stand there")
  func example() throws {
    let folder = try ScratchFolder()
    try folder.write(try #require(try blocks("yaml").first) + "\n", to: "plan.yaml")
    let run = try Binary.run("check", "plan.yaml", in: folder.url)
    let shown = try #require(try blocks("text").first)
    #expect(missing(shown, in: run.output) == nil)
  }

  @Test("the two commands are those of continuous integration")
  func commands() throws {
    let script = try String(
      contentsOf: SharedFolder.package.appending(path: ".ci/run"),
      encoding: .utf8
    )
    let commands = try blocks("sh")
    #expect(commands.count == 2)
    for command in commands { #expect(script.contains(command)) }
  }

  @Test("the rule is the one in the pack")
  func rule() throws {
    let rule = try #require(try blocks("yaml").first { $0.hasPrefix("id: ") })
    let name = try #require(rule.split(separator: "\n").first).dropFirst(4)
    let path = "rules/ppj/cofinanciering/\(name).yaml"
    let text = try String(contentsOf: SharedFolder.package.appending(path: path), encoding: .utf8)
    #expect(missing(rule, in: text) == nil)
  }

  @Test("the configuration is one that can be used")
  func configuration() throws {
    let text = try #require(try blocks("yaml").first { $0.contains("fail-on:") })
    let folder = try ScratchFolder()
    try folder.write(text + "\n", to: ".plantoets.yaml")
    let plan = SharedFolder.package.appending(path: "plans/voorbeeldstad.yaml")
    try folder.write(String(contentsOf: plan, encoding: .utf8), to: "plan.yaml")
    let run = try Binary.run("check", "plan.yaml", "--show-config", in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("max_maanden"))
  }

  @Test("every option in the tables is one of check or review")
  func options() throws {
    let url = SharedFolder.package.appending(path: "README.md")
    let text = try String(contentsOf: url, encoding: .utf8)
    let help = try ["check", "review"].map { try Binary.run($0, "--help").output }.joined()
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `--") }
    let options = rows.flatMap { $0.matches(of: #/--[a-z-]+/#).map { String($0.output) } }
    #expect(options.count > 10)
    for option in options { #expect(help.contains(option), "\(option)") }
  }
}
