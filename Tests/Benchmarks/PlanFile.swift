import FoundationEssentials
import SourceText

/// A plan on disk.
enum PlanFile {
  static func read(_ path: String) throws -> SourceFile {
    SourceFile(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
  }
}
