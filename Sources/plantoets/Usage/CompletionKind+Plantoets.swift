import ArgumentParser
import Lint
import Reporters

/// What a shell offers behind an option or in the place of a value.
extension CompletionKind {
  static var plan: CompletionKind { .file(extensions: ["yaml", "yml"]) }

  /// A report or baseline to read back.
  static var report: CompletionKind { .file(extensions: ["json"]) }

  /// The ids of the rules inside the binary and of their lessons, asked of it at each completion.
  static var ruleOrLesson: CompletionKind {
    .custom { _, _, _ in
      var options = PackOptions()
      options.pack = nil
      options.lang = .nl
      guard let pack = try? options.load(style: TextStyle()) else { return [] }
      return pack.lessons.map(\.id) + pack.rules.map(\.rule.id)
    }
  }
}
