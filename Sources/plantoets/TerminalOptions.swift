import ArgumentParser
import Reporters

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How output looks.
struct TerminalOptions: ParsableArguments {
  enum Color: String, NamedChoice {
    case auto
    case always
    case never
  }

  @Option(
    help: ArgumentHelp(
      "Kleur in de uitvoer. NO_COLOR zet kleur uit.",
      valueName: "wanneer"
    )
  )
  var color: Color = .auto

  /// How output looks when nobody said anything of it.
  static var automatic: TerminalOptions {
    var options = TerminalOptions()
    options.color = .auto
    return options
  }

  var outputStyle: TextStyle { style(of: STDOUT_FILENO) }

  var errorStyle: TextStyle { style(of: STDERR_FILENO) }

  private func style(of descriptor: Int32) -> TextStyle {
    let isTerminal = isatty(descriptor) == 1
    let hasColor =
      switch color {
      case .always: true
      case .never: false
      case .auto: isTerminal && !isSet("NO_COLOR") && variable("TERM") != "dumb"
      }
    return TextStyle(hasColor: hasColor, width: isTerminal ? columns(of: descriptor) : 100)
  }

  /// The terminal's width; at most 120, since longer lines read badly.
  private func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return min(Int(size.ws_col), 120)
  }

  private func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private func isSet(_ name: String) -> Bool {
    variable(name).map { !$0.isEmpty } ?? false
  }
}
