#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder of `--out`: `index.html`, and a page for each plan under `rapporten/`.
///
/// Pages are written under another name as plans are judged, and get their own when all is done: a run that is stopped
/// leaves what was there.
struct ReviewFolder: Sendable {
  static let pages = "rapporten"

  let path: String
  /// The names of the plans' pages, in the order of the plans.
  private let names: [String]
  /// The folders that were not there before, those above first.
  private let made: [String]

  /// Makes the folder, if it is not there.
  init(_ path: String, plans: [String]) throws(FileProblem) {
    self.path = path
    names = Self.names(of: plans)
    made = try FileTree.makeFolder(Self.join(path, Self.pages))
  }

  /// The page of a plan, as seen from the folder.
  func page(of plan: Int) -> String { Self.pages + "/" + names[plan] }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { Self.join(path, name) }

  /// Writes a plan's page, not yet under its name.
  func write(_ text: String, of plan: Int) throws(FileProblem) {
    let draft = draft(of: plan)
    // What a run with this number left when it was killed.
    FileTree.remove(draft)
    try FileTree.create(draft, text)
  }

  /// Gives a page its name.
  func finish(_ plan: Int) throws(FileProblem) {
    try FileTree.move(draft(of: plan), to: file(page(of: plan)))
  }

  /// Takes away the pages that have not got their names, and the folders that were made for them.
  func abandon() {
    for plan in names.indices { FileTree.remove(draft(of: plan)) }
    for folder in made.reversed() { FileTree.removeEmptyFolder(folder) }
  }

  private func draft(of plan: Int) -> String {
    file(Self.pages + "/.\(names[plan]).\(getpid())")
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// A name for each path: its last part in small letters, digits and dashes, with a number where that is taken.
  static func names(of paths: [String]) -> [String] {
    var taken: Set<String> = []
    var counts: [String: Int] = [:]
    return paths.map { path in
      let last = path.split(separator: "/").last ?? "plan"
      let stem =
        last.hasSuffix(".yaml")
        ? last.dropLast(5) : last.hasSuffix(".yml") ? last.dropLast(4) : last
      let slug = slug(of: stem)
      var name = slug
      while !taken.insert(name).inserted {
        counts[slug, default: 1] += 1
        name = "\(slug)-\(counts[slug, default: 1])"
      }
      return name + ".html"
    }
  }

  private static func slug(of text: Substring) -> String {
    var slug = ""
    for character in text.lowercased().prefix(80) {
      let isPlain = character.isASCII && (character.isLetter || character.isNumber)
      if isPlain {
        slug.append(character)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug.append("-")
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "plan" : slug
  }
}
