import Archive
import Foundation
import Lint
import SourceText

/// Writes a rule pack into one Swift file, so that the binary carries it: its texts, and all of it compiled.
///
/// Called by the build plugin as `EmbedPackTool ROOT OUTPUT FILE…`; paths in the output are relative to `ROOT`. A pack
/// with a mistake fails the build, which then shows where it stands.
@main
struct EmbedPackTool {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2 else { throw Failure.usage }
    let root = arguments[arguments.startIndex]
    let output = arguments[arguments.startIndex + 1]
    var files: [SourceFile] = []
    for path in arguments.dropFirst(2).sorted() {
      guard path.hasPrefix(root + "/") else { throw Failure.outside(path) }
      guard let data = FileManager.default.contents(atPath: path) else {
        throw Failure.unreadable(path)
      }
      files.append(SourceFile(path: String(path.dropFirst(root.count + 1)), bytes: Array(data)))
    }
    let archive = try archive(files)
    let rows = files.map { file in
      "    (\"\(file.path)\", \(literal(file.text(in: file.range)))),"
    }
    let text = """
      /// The pack as it stood when this was built, written here by the build.
      enum PackText {
        /// The texts of its files: paths relative to the pack's folder, sorted.
        static let files: [(path: StaticString, text: StaticString)] = [
      \(rows.joined(separator: "\n"))
        ]

        /// The version in `pack.yaml`.
        static let version: StaticString = \(literal(archive.version))

        /// The pack compiled, as `RulePack.init(from:schema:)` reads it.
        static let archive: StaticString = \(literal(archive.text))
      }

      """
    try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
  }

  /// The compiled pack, and its version.
  private static func archive(_ files: [SourceFile]) throws -> (text: String, version: String) {
    switch PackLoader.load(files) {
    case .success(let pack):
      var archive = ArchiveWriter()
      try pack.write(to: &archive)
      return (String(decoding: archive.bytes, as: UTF8.self), pack.header.version)
    case .failure(let error):
      for diagnostic in error.diagnostics {
        FileHandle.standardError.write(Data("error: \(diagnostic)\n".utf8))
      }
      throw Failure.brokenPack
    }
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
  case brokenPack
}
