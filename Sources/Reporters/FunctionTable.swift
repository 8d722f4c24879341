package import CEL

/// The functions that expressions can use, with their types, documentation and an example each.
package struct FunctionTable: Sendable {
  private let library: StandardLibrary
  private let style: TextStyle

  package init(_ library: StandardLibrary, _ style: TextStyle) {
    self.library = library
    self.style = style
  }

  package func render() -> String {
    library.functions.map(row).joined(separator: "\n\n") + "\n"
  }

  private func row(_ function: Function) -> String {
    var lines = [style.paint(function.name, .bold)]
    lines.append("  " + style.wrap(function.documentation, first: 2, indent: 2))
    lines += function.overloads.map { "  " + style.paint(signature($0, of: function.name), .cyan) }
    lines += function.examples.map { "  \($0.expression)  →  \($0.result)" }
    return lines.joined(separator: "\n")
  }

  private func signature(_ overload: Overload, of name: String) -> String {
    var types = overload.parameters.map { "\($0)" }
    if overload.isVariadic, let last = types.popLast() { types.append(last + "…") }
    switch overload.style {
    case .global: return "\(name)(\(types.joined(separator: ", "))) -> \(overload.result)"
    case .member:
      let target = types.isEmpty ? "" : types.removeFirst()
      return "\(target).\(name)(\(types.joined(separator: ", "))) -> \(overload.result)"
    }
  }
}
