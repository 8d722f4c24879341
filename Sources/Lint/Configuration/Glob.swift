/// A pattern for paths: `*` and `?` within a name, `**` across folders.
///
/// A pattern without `/` fits a file or folder of that name anywhere; one that fits a folder fits all that is in it.
struct Glob {
  private let parts: [[UInt8]]

  init(_ pattern: String) {
    var names = pattern.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    if names.first == [UInt8(ascii: ".")] { names.removeFirst() }
    let isAnywhere = !pattern.utf8.dropLast().contains(UInt8(ascii: "/"))
    parts = (isAnywhere ? [Self.anyFolders] : []) + names
  }

  private static let anyFolders = Array("**".utf8)

  func matches(_ path: String) -> Bool {
    let names = path.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    // Whether the first parts fit the first names: a table, so that no pattern takes long.
    var fits = [Bool](repeating: false, count: names.count + 1)
    fits[0] = true
    for part in parts {
      var next = [Bool](repeating: false, count: names.count + 1)
      for index in fits.indices {
        if part == Self.anyFolders {
          next[index] = fits[index] || (index > 0 && next[index - 1])
        } else if index > 0, fits[index - 1] {
          next[index] = Self.matches(part, names[index - 1])
        }
      }
      fits = next
    }
    return fits.dropFirst().contains(true)
  }

  /// Whether a name fits a part, by the same table.
  private static func matches(_ part: [UInt8], _ name: [UInt8]) -> Bool {
    var fits = [Bool](repeating: false, count: name.count + 1)
    fits[0] = true
    for byte in part {
      var next = [Bool](repeating: false, count: name.count + 1)
      for index in fits.indices {
        if byte == UInt8(ascii: "*") {
          next[index] = fits[index] || (index > 0 && next[index - 1])
        } else if index > 0, fits[index - 1] {
          next[index] = byte == UInt8(ascii: "?") || byte == name[index - 1]
        }
      }
      fits = next
    }
    return fits[name.count]
  }
}
