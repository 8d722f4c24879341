import Foundation
import TestSupport
import Testing

@Suite(
  "plantoets check --changed",
  .enabled(if: ScratchRepository.hasGit, "git is not installed")
)
struct ChangedPlansTests {
  private let good = ScratchRepository.good

  /// A repository with some plans in one commit.
  private func repository(_ names: String...) throws -> ScratchRepository {
    let repository = try ScratchRepository()
    for name in names { try repository.write(good, to: name) }
    try repository.commitAll()
    return repository
  }

  @Test("staged, not staged and new files count; ignored, unchanged and other files do not")
  func latestCommit() throws {
    let repository = try repository("a.yaml", "b.yaml", "c.yaml", "map/d.yaml")
    #expect(try repository.judged("--changed").isEmpty)
    try repository.write(good + "# b\n", to: "b.yaml")
    try repository.git("add", "b.yaml")
    try repository.write(good + "# d\n", to: "map/d.yaml")
    try repository.write(good, to: "map/nieuw.yaml")
    try repository.write(good, to: "weg.yaml")
    try repository.write("weg.yaml\n", to: ".gitignore")
    try repository.write("services: {}\n", to: "compose.yaml")
    #expect(try repository.judged("--changed") == ["b.yaml", "map/d.yaml", "map/nieuw.yaml"])
    #expect(try repository.judged("--changed", below: "map") == ["d.yaml", "nieuw.yaml"])
    #expect(
      try repository.judged("--changed", "map", "a.yaml") == ["map/d.yaml", "map/nieuw.yaml"]
    )
    #expect(try repository.judged("--changed", "../b.yaml", below: "map") == ["../b.yaml"])
    #expect(try repository.judged("--changed", repository.url.path + "/b.yaml").count == 1)
  }

  @Test("no change is no failure: exit 0, a word on standard error, an empty list for programs")
  func nothing() throws {
    let repository = try repository("a.yaml")
    let run = try repository.check("--changed")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("er is geen plan veranderd sinds «HEAD»"))
    let json = try repository.check("--changed", "--format", "json")
    #expect(json.status == 0)
    #expect(json.output.contains("\"plans\": []"))
  }

  @Test("a file that was only written again is as it was")
  func touched() throws {
    let repository = try repository("a.yaml")
    try repository.git("config", "diff.autoRefreshIndex", "false")
    let file = repository.url.appending(path: "a.yaml")
    let date = Date(timeIntervalSinceNow: 60)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
    #expect(try repository.judged("--changed").isEmpty)
  }

  @Test("with a branch named: what changed since this one parted from it, committed or not")
  func branch() throws {
    let repository = try repository("a.yaml", "b.yaml", "c.yaml")
    try repository.git("switch", "--quiet", "--create", "eigen")
    try repository.write(good + "# b\n", to: "b.yaml")
    try repository.commitAll()
    try repository.write(good + "# c\n", to: "c.yaml")
    try repository.git("switch", "--quiet", "main")
    try repository.write(good + "# van een ander\n", to: "a.yaml")
    try repository.git("add", "a.yaml")
    try repository.git("commit", "--quiet", "--message=x")
    try repository.git("switch", "--quiet", "eigen")
    #expect(try repository.judged("--changed=main") == ["b.yaml", "c.yaml"])
    #expect(try repository.judged("--changed") == ["c.yaml"])
    #expect(try repository.judged("--changed=HEAD^") == ["b.yaml", "c.yaml"])
  }

  @Test("before the first commit every plan is new")
  func first() throws {
    let repository = try ScratchRepository()
    try repository.write(good, to: "a.yaml")
    try repository.git("add", "a.yaml")
    try repository.write(good, to: "b.yaml")
    #expect(try repository.judged("--changed") == ["a.yaml", "b.yaml"])
    #expect(try repository.judged("--diff-only") == ["a.yaml", "b.yaml"])
  }

  @Test("a plan that is gone is passed over, also when it is named; one that moved is judged")
  func goneAndMoved() throws {
    let repository = try repository("a.yaml", "b.yaml", "c.yaml", "map/d.yaml")
    try repository.remove("a.yaml")
    try repository.git("rm", "--quiet", "b.yaml")
    try repository.git("rm", "--quiet", "-r", "map")
    try repository.git("mv", "c.yaml", "verplaatst.yaml")
    #expect(try repository.judged("--changed") == ["verplaatst.yaml"])
    #expect(try repository.judged("--changed", "a.yaml", "map/d.yaml").isEmpty)
    #expect(try repository.check("weg.yaml").status == 2)
  }

  @Test(
    "names that need care, whatever git's configuration says of them",
    arguments: [
      "met spatie é.yaml", "-begin.yaml", "\"aan\".yaml", "twee\nregels.yaml", "e\u{301}.yml",
    ]
  )
  func names(name: String) throws {
    let repository = try repository("a.yaml", name, "map met é/" + name)
    for setting in ["core.quotePath=true", "diff.relative=true", "diff.renames=copies"] {
      let parts = setting.split(separator: "=").map(String.init)
      try repository.git("config", parts[0], parts[1])
    }
    #expect(try repository.judged("--changed").isEmpty)
    try repository.write(good + "# 2\n", to: name)
    try repository.write(good + "# 2\n", to: "map met é/" + name)
    #expect(Set(try repository.judged("--changed")) == [name, "map met é/" + name])
    #expect(try repository.judged("--changed", below: "map met é") == [name])
    #expect(try repository.judged("--diff-only", "--", name) == [name])
  }

  @Test("a submodule is compared with the commit that the repository around it names")
  func submodule() throws {
    let inner = try repository("een.yaml", "twee.yaml")
    let outer = try repository("a.yaml")
    try outer.git("submodule", "--quiet", "add", inner.url.path, "onder")
    #expect(try outer.judged("--changed") == ["onder/een.yaml", "onder/twee.yaml"])
    try outer.commitAll()
    #expect(try outer.judged("--changed").isEmpty)
    try outer.write(good + "# 2\n", to: "onder/een.yaml")
    try outer.git("-C", "onder", "commit", "--quiet", "--all", "--message=x")
    try outer.write(good + "# 2\n", to: "onder/twee.yaml")
    #expect(try outer.judged("--changed") == ["onder/een.yaml", "onder/twee.yaml"])
    // One that is not fetched is no reason to stop.
    try outer.git("add", "onder")
    try outer.git("commit", "--quiet", "--message=x")
    try outer.git("submodule", "--quiet", "deinit", "--force", "onder")
    #expect(try outer.judged("--changed=HEAD^").isEmpty)
  }

  @Test("a submodule that is named is a repository like any other")
  func namedSubmodule() throws {
    let inner = try repository("een.yaml", "twee.yaml")
    let outer = try repository("a.yaml")
    try outer.git("submodule", "--quiet", "add", inner.url.path, "onder")
    try outer.write(good + "# 2\n", to: "onder/twee.yaml")
    #expect(try outer.judged("--changed", "onder") == ["onder/twee.yaml"])
  }

  @Test("as a hook: with the index that git hands over, in a linked work tree too")
  func hook() throws {
    let repository = try repository("a.yaml", "b.yaml")
    let hook = repository.url.appending(path: ".git/hooks/pre-commit")
    try repository.write(
      "#!/bin/sh\nexec '\(Binary.url.path)' check --changed --format concise\n",
      to: ".git/hooks/pre-commit"
    )
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook.path)
    try repository.write(ScratchRepository.bad, to: "a.yaml")
    let refused = try repository.git(arguments: ["commit", "--message=x", "a.yaml"])
    #expect(refused.status == 1)
    #expect((refused.output + refused.errors).contains("a.yaml:3:"))
    try repository.write(good + "# b\n", to: "b.yaml")
    try repository.git("checkout", "--quiet", "a.yaml")
    #expect(try repository.git(arguments: ["commit", "--message=x", "b.yaml"]).status == 0)

    try repository.git("worktree", "add", "--quiet", "boom", "-b", "boom")
    try repository.write(ScratchRepository.bad, to: "boom/a.yaml")
    #expect(try repository.judged("--changed", below: "boom") == ["a.yaml"])
    let linked = ["-C", "boom", "commit", "--all", "--message=x"]
    let second = try repository.git(arguments: linked)
    #expect(second.status == 1)
    #expect((second.output + second.errors).contains("a.yaml:3:"))
    try repository.write(good + "# 2\n", to: "boom/a.yaml")
    #expect(try repository.git(arguments: linked).status == 0)
  }

  @Test("a bare --changed leaves the path after it alone, and takes no standard input or baseline")
  func form() throws {
    let repository = try repository("map/a.yaml")
    try repository.write(good + "# 2\n", to: "map/a.yaml")
    #expect(try repository.judged("--changed", "map") == ["map/a.yaml"])
    #expect(try repository.check("--changed", "-").status == 64)
    #expect(try repository.check("--changed", "--write-baseline", "nul.json").status == 64)
    #expect(try repository.check("--", "--changed").status == 2)
    #expect(try repository.check().status == 64)
  }

  @Test("only-plans passes over named files that are no plan or are excluded, and that is fine")
  func onlyPlans() throws {
    let repository = try repository("a.yaml", "archief/oud.yaml")
    try repository.write("services: {}\n", to: "compose.yaml")
    try repository.write("exclude: [archief]\n", to: ".plantoets.yaml")
    #expect(
      try repository.judged("--only-plans", "a.yaml", "compose.yaml", "archief/oud.yaml")
        == ["a.yaml"]
    )
    let one = try repository.check("--only-plans", "a.yaml", "compose.yaml")
    #expect(one.output.contains("1 ander YAML-bestand overgeslagen"))
    let none = try repository.check("--only-plans", "compose.yaml")
    #expect(none.status == 0)
    #expect(none.output.isEmpty)
    #expect(try repository.check("--only-plans", "weg.yaml").status == 2)
    #expect(try repository.check("compose.yaml").status != 0)
  }
}
