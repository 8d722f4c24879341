package import Lint
import SourceText

/// What the rules' own tests prove: a line per rule, and then what differed, slipped through or was never seen.
///
/// It is written for who makes rules, in English like the diagnostics of a pack.
package struct RuleTestTable: Sendable {
  private let proofs: [RuleProof]
  private let style: TextStyle

  package init(_ proofs: [RuleProof], style: TextStyle) {
    self.proofs = proofs
    self.style = style
  }

  package var hasFailures: Bool { !failures.isEmpty }

  /// The share of mutants that were caught; all of none counts as all.
  package var mutationScore: Double {
    let mutants = proofs.reduce(0) { $0 + $1.mutants }
    return mutants == 0 ? 1 : Double(proofs.reduce(0) { $0 + $1.caught }) / Double(mutants)
  }

  package func render() -> String {
    let sections = [[table], failures.map(text), survivors, gaps].filter { !$0.isEmpty }
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n\n" + summary
      + "\n"
  }

  private var failures: [RuleTester.Outcome] {
    proofs.flatMap(\.outcomes).filter { !$0.hasPassed }
  }

  private var table: String {
    var rows = [["rule", "tests", "branches", "mutants", ""]]
    rows += proofs.map { proof in
      let passed = proof.outcomes.count(where: \.hasPassed)
      let verdict =
        switch (
          passed == proof.outcomes.count, proof.survivors.isEmpty, proof.coverage.gaps.isEmpty
        ) {
        case (false, _, _): style.paint("FAILS", .red)
        case (true, true, true): style.paint("ok", .green)
        case (true, _, _): style.paint("gaps", .yellow)
        }
      return [
        proof.rule, "\(passed)/\(proof.outcomes.count)",
        "\(proof.coverage.covered)/\(proof.coverage.branches)",
        "\(proof.caught)/\(proof.mutants)", verdict,
      ]
    }
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.enumerated().map { index, row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        let gap = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + gap : gap + cell.0
      }
      let line = (cells + [row[4]]).joined(separator: "  ")
      return index == 0 ? style.paint(String(line.dropLast(2)), .dim) : line
    }.joined(separator: "\n")
  }

  private func text(of failure: RuleTester.Outcome) -> String {
    let title = style.paint("FAILS", .red) + " \(failure.rule): \(failure.test)"
    let place = Snippet(failure.file, failure.range).render(style: style)
    let complaints = failure.complaints.map { "  = " + TerminalText.visible($0) }
    return ([title, place] + complaints).joined(separator: "\n")
  }

  private var survivors: [String] {
    let lines = proofs.flatMap { proof in
      proof.survivors.map { mutant in
        entry(
          place(mutant.file, mutant.range),
          "\(mutant.part), \(words(for: mutant.kind))",
          mutant.original + (mutant.changed.map { "  became  " + $0 } ?? "  left out")
        )
      }
    }
    return lines.isEmpty ? [] : [style.paint("Mutants that no test noticed", .bold)] + lines
  }

  private var gaps: [String] {
    let lines = proofs.flatMap { proof in
      proof.coverage.gaps.map { gap in
        entry(place(gap.file, gap.range), "\(gap.part), never \(gap.holds)", gap.condition)
      }
    }
    return lines.isEmpty ? [] : [style.paint("Branches that no test took", .bold)] + lines
  }

  private func entry(_ place: String, _ what: String, _ source: String) -> String {
    "  \(style.paint(place, .blue)) \(what)\n    \(TerminalText.visible(source))"
  }

  private func place(_ file: SourceFile, _ range: SourceRange) -> String {
    "\(TerminalText.visible(file.path)):\(file.location(of: range.start))"
  }

  private func words(for kind: Mutant.Kind) -> String {
    switch kind {
    case .comparison: "comparison flipped"
    case .constant: "constant moved"
    case .operand: "operand dropped"
    case .negation: "negated"
    }
  }

  private var summary: String {
    let tests = proofs.reduce(0) { $0 + $1.outcomes.count }
    let branches = proofs.reduce(0) { $0 + $1.coverage.branches }
    let covered = proofs.reduce(0) { $0 + $1.coverage.covered }
    let mutants = proofs.reduce(0) { $0 + $1.mutants }
    let caught = proofs.reduce(0) { $0 + $1.caught }
    return """
      \(count(proofs.count, "rule")), \(count(tests, "test")): \(tests - failures.count) passed, \(failures.count) failed
      branches: \(covered) of \(branches) taken (\(percent(covered, of: branches)))
      mutants: \(caught) of \(mutants) caught (\(percent(caught, of: mutants)))
      """
  }

  private func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A share with one decimal, never rounded up to all.
  private func percent(_ part: Int, of whole: Int) -> String {
    let tenths = whole == 0 ? 1000 : part * 1000 / whole
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
