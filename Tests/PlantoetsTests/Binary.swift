import Foundation
import TestSupport

/// The built command line, run as a user runs it.
struct Binary {
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Beside the tests' own executable.
  static let url: URL = {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "plantoets")
  }()

  /// Runs it with the arguments, from the package's folder unless another is named.
  static func run(
    _ arguments: String...,
    executable: URL = url,
    input: String = "",
    in folder: URL = SharedFolder.package,
    environment: [String: String] = [:]
  ) throws -> Run {
    try run(
      arguments: arguments,
      executable: executable,
      input: input,
      in: folder,
      environment: environment
    )
  }

  /// The same with arguments that are made.
  static func run(
    arguments: [String],
    executable: URL = url,
    input: String = "",
    in folder: URL = SharedFolder.package,
    environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    let (output, errors, source) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = source
    try process.run()
    try source.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try source.fileHandleForWriting.close()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: complaints, as: UTF8.self)
    )
  }
}

/// A folder that goes away again.
struct ScratchFolder: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "plantoets-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file below the folder, and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
