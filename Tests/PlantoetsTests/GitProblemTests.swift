import Foundation
import TestSupport
import Testing

@Suite(
  "plantoets check --changed: what git cannot tell",
  .enabled(if: ScratchRepository.hasGit, "git is not installed")
)
struct GitProblemTests {
  /// Expects a run that checked nothing and said why.
  private func expect(_ run: Binary.Run, says words: String...) {
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
  }

  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write(ScratchRepository.good, to: "a.yaml")
    try repository.commitAll()
    return repository
  }

  @Test("outside a repository")
  func outside() throws {
    let folder = try ScratchFolder()
    try folder.write(ScratchRepository.good, to: "map/a.yaml")
    let run = try Binary.run("check", "--changed", "map", in: folder.url)
    expect(run, says: "«map» staat niet in een git-repository", "zonder --changed")
    let english = try Binary.run("check", "--changed", "--lang", "en", in: folder.url)
    expect(english, says: "“.” is in no git repository")
  }

  @Test("one of the paths is outside the repository of a hook")
  func outsideHook() throws {
    let repository = try repository()
    let folder = try ScratchFolder()
    let path = try folder.write(ScratchRepository.good, to: "b.yaml")
    let run = try Binary.run(
      "check",
      "--changed",
      path,
      in: repository.url,
      environment: ["GIT_DIR": ".git"]
    )
    expect(run, says: "staat niet in een git-repository")
  }

  @Test("git is not installed")
  func notInstalled() throws {
    let repository = try repository()
    let run = try Binary.run(
      "check",
      "--changed",
      in: repository.url,
      environment: ["PATH": repository.url.path]
    )
    expect(run, says: "git is niet gevonden", "Installeer git")
  }

  @Test("a reference that is not known, with the one that was probably meant")
  func unknownReference() throws {
    let repository = try repository()
    for name in ["mian", "--changed", "main..HEAD", "v1^^^", "a.yaml", "HEAD:a.yaml"] {
      let run = try repository.check("--changed=\(name)")
      expect(run, says: "«\(name)»", "git fetch")
    }
    expect(try repository.check("--changed=mian"), says: "Bedoelde je «main»?")
    let copy = try ScratchRepository()
    try copy.git("fetch", "--quiet", repository.url.path, "main:refs/remotes/origin/main")
    try copy.git("switch", "--quiet", "--create", "eigen", "origin/main")
    expect(try copy.check("--changed=main"), says: "Bedoelde je «origin/main»?")
  }

  @Test("a shallow copy that lacks the reference, or the place where the two parted")
  func shallow() throws {
    let repository = try repository()
    try repository.git("branch", "ander")
    for name in ["b.yaml", "c.yaml"] {
      try repository.write(ScratchRepository.good, to: name)
      try repository.commitAll()
    }
    try repository.git("switch", "--quiet", "ander")
    try repository.write(ScratchRepository.good, to: "d.yaml")
    try repository.commitAll()
    let copy = try ScratchRepository()
    try copy.git("remote", "add", "origin", "file://" + repository.url.path)
    try copy.git("fetch", "--quiet", "--depth=1", "origin")
    try copy.git("switch", "--quiet", "--create", "eigen", "origin/ander")
    let advice = ["is ingekort", "git fetch --unshallow", "fetch-depth: 0"]
    for name in ["HEAD^", "origin/main"] {
      let run = try copy.check("--changed=\(name)")
      expect(run, says: "«\(name)»")
      for words in advice { #expect(run.errors.contains(words)) }
    }
    try copy.git("fetch", "--quiet", "--unshallow", "origin")
    #expect(try copy.judged("--changed=origin/main") == ["d.yaml"])
  }

  @Test("a merge that is not settled in a plan; elsewhere it does not matter")
  func conflict() throws {
    let repository = try repository()
    try repository.write("x: 1\n", to: "ander.yaml")
    try repository.commitAll()
    try repository.git("switch", "--quiet", "--create", "eigen")
    for (branch, text) in [("eigen", "# eigen\n"), ("main", "# main\n")] {
      try repository.git("switch", "--quiet", branch)
      try repository.write(ScratchRepository.good + text, to: "a.yaml")
      try repository.write("x: 1 \(text)", to: "ander.yaml")
      try repository.write(ScratchRepository.good, to: "\(branch).yaml")
      try repository.commitAll()
    }
    #expect(try repository.git(arguments: ["merge", "eigen"]).status == 1)
    expect(try repository.check("--changed"), says: "«a.yaml»", "git add")
    #expect(try repository.check("--changed").errors.contains("ander") == false)
    #expect(try repository.judged("--changed", "eigen.yaml") == ["eigen.yaml"])
  }

  @Test("an index that is broken: git's own words")
  func brokenIndex() throws {
    let repository = try repository()
    try repository.write("dit is geen index van git", to: ".git/index")
    expect(try repository.check("--changed"), says: "git meldt een fout", "index file")
  }
}
