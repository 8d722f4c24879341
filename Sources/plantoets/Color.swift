import ArgumentParser
import Reporters

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whether output has colour: the choice of `--color`, which every command has.
enum Color: String, NamedChoice {
  case auto
  case always
  case never

  static let help = ArgumentHelp(
    "Kleur in de uitvoer; zonder keuze auto. NO_COLOR zet kleur uit.",
    valueName: "wanneer"
  )

  /// How standard output looks.
  var outputStyle: TextStyle { style(of: STDOUT_FILENO) }

  /// How standard error looks.
  var errorStyle: TextStyle { style(of: STDERR_FILENO) }

  private func style(of descriptor: Int32) -> TextStyle {
    let isTerminal = isatty(descriptor) == 1
    let hasColor =
      switch self {
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

/// The choice that was made, if any: the parser takes long to describe a default.
extension Color? {
  /// How standard output looks.
  var outputStyle: TextStyle { (self ?? .auto).outputStyle }

  /// How standard error looks.
  var errorStyle: TextStyle { (self ?? .auto).errorStyle }
}
