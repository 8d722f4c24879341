import FoundationEssentials
package import Testing

/// Compares a text with the one kept by that name in the folder `Snapshots` beside the test.
///
/// `UPDATE_SNAPSHOTS=1` keeps the new one instead.
package func expectSnapshot(
  _ text: String,
  named name: String,
  filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Snapshots")
  let file = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
    return
  }
  let kept = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  guard kept != text else { return }
  let expected = (kept ?? "").split(separator: "\n", omittingEmptySubsequences: false)
  let found = text.split(separator: "\n", omittingEmptySubsequences: false)
  let line =
    zip(expected, found).enumerated().first { $1.0 != $1.1 }?.offset
    ?? min(expected.count, found.count)
  let was = expected.indices.contains(line) ? String(expected[line]) : "(no line)"
  let now = found.indices.contains(line) ? String(found[line]) : "(no line)"
  Issue.record(
    """
    \(name) differs from line \(line + 1); UPDATE_SNAPSHOTS=1 keeps the new text
    kept:  \(was)
    found: \(now)
    """,
    sourceLocation: sourceLocation
  )
}
