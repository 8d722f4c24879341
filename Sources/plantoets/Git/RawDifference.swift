/// One file of `git diff --raw -z` (git-diff, “Raw output format”): modes, names of the texts, status and paths.
///
/// Shown as `:100644 100644 <id> <id> M`, NUL, path, NUL; two paths after a rename.
struct RawDifference {
  /// What stands at a path in one of the two versions.
  enum Content {
    case nothing
    case file
    case submodule
    /// A link, which holds a path and no plan.
    case other

    fileprivate init(mode: some StringProtocol) {
      switch mode.prefix(3) {
      case "000": self = .nothing
      case "100": self = .file
      case "160": self = .submodule
      default: self = .other
      }
    }
  }

  let earlier: Content
  let later: Content
  /// git's name for the earlier text.
  let earlierID: String
  let path: String
  /// Where it stood, when it was moved.
  let earlierPath: String?

  static func entries(of answer: [UInt8]) -> [Self] {
    let fields = answer.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    var entries: [Self] = []
    var index = 0
    while index + 1 < fields.count {
      let parts = fields[index].dropFirst().split(separator: " ")
      guard fields[index].hasPrefix(":"), parts.count == 5 else { break }
      let isMoved = parts[4].hasPrefix("R")
      let paths = fields[(index + 1)...].prefix(isMoved || parts[4].hasPrefix("C") ? 2 : 1)
      entries.append(
        Self(
          earlier: Content(mode: parts[0]),
          later: Content(mode: parts[1]),
          earlierID: String(parts[2]),
          path: paths.last ?? "",
          earlierPath: isMoved ? paths.first : nil
        )
      )
      index += 1 + paths.count
    }
    return entries
  }
}
