import ArgumentParser
import EmbeddedPack
import Glibc
import Lint
import SourceText
import TestSupport

/// The time and memory that each bad input takes: `swift run -c release Benchmarks bad-inputs`.
///
/// Each is judged by a process of its own, since memory that was once taken is not given back.
struct BadInputsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bad-inputs",
    abstract: "The time and memory that each bad input takes."
  )

  func run() {
    var table = [("input", "time", "memory at most")]
    for input in BadInput.all {
      guard let usage = Usage(of: ["bad-input", input.name]) else {
        table.append((input.name, "failed", ""))
        continue
      }
      table.append((input.name, "\(usage.milliseconds) ms", "\(usage.megabytes) MB"))
    }
    let width = table.map(\.0.count).max() ?? 0
    for row in table {
      let gap = String(repeating: " ", count: width - row.0.count)
      print("\(row.0)\(gap)  \(row.1)\t\(row.2)")
    }
  }
}

/// Judges one bad input, by its name: the process that `bad-inputs` measures.
struct BadInputCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "bad-input", shouldDisplay: false)

  @Argument var name: String

  func run() throws {
    guard let input = BadInput.all.first(where: { $0.name == name }) else {
      throw ValidationError("There is no bad input «\(name)».")
    }
    let linter = Linter(pack: try PackLoader.load(EmbeddedPack.files).get(), language: .nl)
    let report = linter.lint(SourceFile(path: "plan.yaml", bytes: input.bytes()))
    guard report.findings.contains(where: { $0.rule == input.rule }) else { throw ExitCode.failure }
  }
}

/// What a run of this program took, making the input and loading the rules included.
private struct Usage {
  let milliseconds: Int
  let megabytes: Int

  init?(of arguments: [String]) {
    var process = pid_t()
    let path = "/proc/self/exe"
    let words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    guard posix_spawn(&process, path, nil, nil, words, environ) == 0 else { return nil }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, 0, &usage) == process, status == 0 else { return nil }
    // The processor's time, which other work on the machine does not change.
    milliseconds = [usage.ru_utime, usage.ru_stime].reduce(0) { sum, time in
      sum + Int(time.tv_sec) * 1000 + Int(time.tv_usec) / 1000
    }
    megabytes = usage.ru_maxrss / 1024
  }
}
