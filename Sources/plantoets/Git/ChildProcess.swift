// The list of environment variables is a global of C.
#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  @preconcurrency import Darwin
#endif

/// Another program, run to its end.
struct ChildProcess {
  /// What it left behind.
  struct Ending {
    /// Its exit code; 128 and more for a signal that ended it, as a shell has it.
    let status: Int32
    let output: [UInt8]
    /// What it wrote to standard error.
    let complaints: String
  }

  /// The program's name, looked up where a shell would look, and its arguments.
  let arguments: [String]
  /// What to change in this program's own environment; nil takes a variable out.
  var environment: [String: String?] = [:]

  /// Runs it with what it is to read.
  ///
  /// Input and complaints go by files that have no name, so that neither side ever waits for the other.
  func run(input: [UInt8] = []) throws(FileProblem) -> Ending {
    let source = try Self.file(holding: input)
    defer { fclose(source) }
    let complaints = try Self.file(holding: [])
    defer { fclose(complaints) }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw problem() }
    let (reading, writing) = (ends[0], ends[1])
    // What the program leaves running must not keep them open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(reading) }
    let child = try spawn(input: fileno(source), output: writing, complaints: fileno(complaints))
    close(writing)
    let output = try FileTree.read(reading, path: arguments[0], limit: .max)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw problem() }
    }
    lseek(fileno(complaints), 0, SEEK_SET)
    let words = try FileTree.read(fileno(complaints), path: arguments[0], limit: 1 << 16)
    let signal = status & 0x7F
    return Ending(
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
      output: output,
      complaints: String(decoding: words, as: UTF8.self)
    )
  }

  private func spawn(input: Int32, output: Int32, complaints: Int32) throws(FileProblem) -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, complaints, STDERR_FILENO)
    let words = arguments.map { strdup($0) } + [nil]
    let variables = changedEnvironment().map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, arguments[0], &actions, nil, words, variables)
    guard code == 0 else {
      close(output)
      throw FileProblem(errno: code, path: arguments[0])
    }
    return child
  }

  private func changedEnvironment() -> [String] {
    var variables: [String] = []
    var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    while let place = next, let text = place.pointee {
      let variable = String(cString: text)
      let name = variable.prefix { $0 != "=" }
      if !environment.keys.contains(String(name)) { variables.append(variable) }
      next = place + 1
    }
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) {
      if let value { variables.append("\(name)=\(value)") }
    }
    return variables
  }

  private static func file(holding bytes: [UInt8]) throws(FileProblem) -> UnsafeMutablePointer<FILE>
  {
    guard let file = tmpfile() else { throw FileProblem(errno: errno, path: "tmpfile") }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else {
      defer { fclose(file) }
      throw FileProblem(errno: errno, path: "tmpfile")
    }
    lseek(fileno(file), 0, SEEK_SET)
    return file
  }

  private func problem() -> FileProblem { FileProblem(errno: errno, path: arguments[0]) }
}
