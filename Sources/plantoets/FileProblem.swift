import Lint

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file could not be read or made.
struct FileProblem: Error {
  enum Kind {
    case missing
    /// Links that lead to each other.
    case loop
    case forbidden
    /// Something stands there already.
    case exists
    /// A pipe, a device, a folder where a file was expected.
    case notAFile
    /// YAML perhaps, but no plan that can be read.
    case notAPlan
    /// A line that looks like a record and holds no plan.
    case notARecord
    /// A line of a list that does not end.
    case tooLong(bytes: Int)
    /// The system's own words for the rest.
    case system(String)
  }

  let path: String
  let kind: Kind

  init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// The problem that `errno` tells of.
  init(errno code: Int32, path: String) {
    self.path = path
    switch code {
    case ENOENT, ENOTDIR: kind = .missing
    case ELOOP: kind = .loop
    case EACCES, EPERM: kind = .forbidden
    case EEXIST: kind = .exists
    case EISDIR: kind = .notAFile
    default: kind = .system(String(cString: strerror(code)))
    }
  }

  /// The reason, to stand behind a colon.
  func reason(in language: Language) -> String {
    let text: LocalizedText =
      switch kind {
      case .missing: .init(nl: "het bestaat niet", en: "it does not exist")
      case .loop:
        .init(nl: "de snelkoppeling verwijst naar zichzelf", en: "the link leads to itself")
      case .forbidden: .init(nl: "je mag het niet openen", en: "you may not open it")
      case .exists:
        .init(nl: "het bestaat al en blijft zoals het is", en: "it exists and stays as it is")
      case .notAFile: .init(nl: "het is geen gewoon bestand", en: "it is not a regular file")
      case .notAPlan: .init(nl: "dit is geen leesbaar plan", en: "this is no readable plan")
      case .notARecord:
        .init(
          nl: "op deze regel hoort {\"path\": …, \"text\": …} te staan",
          en: "this line should be {\"path\": …, \"text\": …}"
        )
      case .tooLong(let bytes):
        .init(
          nl: "er staat een regel in van meer dan \(bytes) bytes",
          en: "it has a line of more than \(bytes) bytes"
        )
      case .system(let words): .init(nl: words, en: words)
      }
    return text[language]
  }
}
