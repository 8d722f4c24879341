import ArgumentParser
import Reporters

extension ReviewFormat: NamedChoice {}

/// A review to write beside the output: `FORM=FILE`, or `FORM` for a file in the folder of `--out`.
struct ReviewFile: ExpressibleByArgument {
  let format: ReviewFormat
  /// Nil for the folder's own name.
  let path: String?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard let name = parts.first, let format = ReviewFormat(rawValue: name), parts.last != "" else {
      return nil
    }
    self.format = format
    path = parts.count > 1 ? parts[1] : nil
  }
}
