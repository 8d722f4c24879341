package import FoundationEssentials

/// Files beside the checkout that the repository does not hold: official suites and source documents.
///
/// Found by `PLANTOETS_SHARED`, else as `../shared` beside the package. Tests that need them are skipped by name when
/// they are missing.
package enum SharedFolder {
  /// The package's own folder.
  package static let package: URL = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder, when it is there.
  package static let url: URL? = {
    let named = ProcessInfo.processInfo.environment["PLANTOETS_SHARED"].map { URL(filePath: $0) }
    let folder = named ?? package.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  package static var isThere: Bool { url != nil }

  /// The text of a file in it.
  package static func text(_ path: String) throws -> String {
    guard let url else { throw CocoaError(.fileNoSuchFile) }
    return String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
  }
}
