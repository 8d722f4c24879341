import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a run over plans goes about its work; none of it changes what comes out.
struct RunOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Hoeveel plannen tegelijk (standaard: zoveel als er processorkernen zijn).",
      valueName: "aantal"
    )
  )
  var jobs: Int?

  @Flag(help: "Toon geen voortgang.")
  var noProgress = false

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs is een getal van 1 tot 1024.")
    }
  }

  var hasProgress: Bool { !noProgress }

  /// How many threads judge.
  var jobCount: Int { jobs ?? Self.processors }

  private static var processors: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
