import ArgumentParser
import Lint
import Reporters

/// Which options of a check go together.
extension CheckCommand {
  func validate() throws {
    try judging.validate(in: pack.lang)
    if paths.isEmpty, reference == nil, filesFrom == nil {
      // In the parser's own words, which are told in the reader's language.
      throw ValidationError("Missing expected argument '<plan> ...'")
    }
    if isSeparatedByNull, filesFrom == nil {
      throw refusal(nl: "--null hoort bij --files-from.", en: "--null goes with --files-from.")
    }
    if filesFrom != nil {
      if watch {
        throw refusal(
          nl: "--watch kijkt naar plannen die je zelf noemt, niet naar een lijst.",
          en: "--watch looks at plans that you name yourself, not at a list."
        )
      }
      if !paths.isEmpty {
        throw refusal(
          nl: "Noem plannen zelf, of met --files-from; niet allebei.",
          en: "Name plans yourself, or with --files-from; not both."
        )
      }
      if reference != nil || onlyPlans {
        throw refusal(
          nl: "Wat --files-from noemt, wordt getoetst; laat de andere keuze weg.",
          en: "What --files-from names is checked; leave the other choice out."
        )
      }
    }
    if reference != nil {
      if paths.contains("-") {
        throw refusal(
          nl: "git weet niets van standaardinvoer; laat - of --changed weg.",
          en: "git knows nothing of standard input; leave - or --changed out."
        )
      }
      if writeBaseline != nil {
        throw refusal(
          nl: "Een nulmeting is van alle plannen; laat --changed weg.",
          en: "A baseline is of all plans; leave --changed out."
        )
      }
    }
    if explainScore, format != .text {
      throw refusal(
        nl: "--explain-score hoort bij --format text.",
        en: "--explain-score goes with --format text."
      )
    }
    if watch {
      guard [.text, .concise].contains(format) else {
        throw refusal(
          nl: "--watch hoort bij --format text of concise.",
          en: "--watch goes with --format text or concise."
        )
      }
      guard !paths.contains("-") else {
        throw refusal(
          nl: "--watch kijkt naar bestanden; standaardinvoer kan niet.",
          en: "--watch looks at files; standard input cannot be watched."
        )
      }
      guard !showConfig, !quiet else {
        throw refusal(
          nl: "--watch kan niet samen met --show-config of --quiet.",
          en: "--watch does not go with --show-config or --quiet."
        )
      }
    }
    try ReportFile.validate(report.map(\.path), in: pack.lang)
  }

  private func refusal(nl: String, en: String) -> ValidationError {
    ValidationError(in: pack.lang, nl: nl, en: en)
  }
}
