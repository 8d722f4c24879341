import FoundationEssentials

/// Writes the files of a rule pack into one Swift file, so that the binary carries them.
///
/// Called by the build plugin as `EmbedPackTool ROOT OUTPUT FILE…`; paths in the output are relative
/// to `ROOT`.
@main
struct EmbedPackTool {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2 else { throw Failure.usage }
    let root = arguments[arguments.startIndex]
    let output = arguments[arguments.startIndex + 1]
    var rows: [String] = []
    for path in arguments.dropFirst(2).sorted() {
      guard path.hasPrefix(root + "/") else { throw Failure.outside(path) }
      guard let data = FileManager.default.contents(atPath: path) else {
        throw Failure.unreadable(path)
      }
      let name = path.dropFirst(root.count + 1)
      rows.append("    (\"\(name)\", \(literal(String(decoding: data, as: UTF8.self)))),")
    }
    let text = """
      /// The texts of the pack's files, written here by the build.
      enum PackText {
        /// Paths relative to the pack's folder, sorted.
        static let files: [(path: StaticString, text: StaticString)] = [
      \(rows.joined(separator: "\n"))
        ]
      }

      """
    try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
  }

  /// A raw multi-line string literal with as many number signs as the text needs.
  private static func literal(_ text: String) -> String {
    var signs = "#"
    while text.contains("\"\"\"" + signs) || text.contains("\\" + signs) { signs += "#" }
    return "\(signs)\"\"\"\n\(text)\n\"\"\"\(signs)"
  }
}

enum Failure: Error {
  case usage
  case outside(String)
  case unreadable(String)
}
