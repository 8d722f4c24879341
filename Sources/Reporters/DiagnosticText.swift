package import SourceText

/// A diagnostic for standard error, with its source line.
package struct DiagnosticText: Sendable {
  private let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  package func render(style: TextStyle) -> String {
    var lines = [style.paint("error:", .red) + " " + TerminalText.visible(diagnostic.message)]
    if let file = diagnostic.file {
      lines.append(Snippet(file, diagnostic.range ?? SourceRange(0, 0)).render(style: style))
    }
    if let help = diagnostic.help {
      lines.append(style.paint("  = help:", .blue) + " " + TerminalText.visible(help))
    }
    return lines.joined(separator: "\n")
  }
}
