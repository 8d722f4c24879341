import ArgumentParser
import CEL
import Lint
import Reporters

extension ReportFormat: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {}

/// The severity from which a run fails.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case error
  case warning
  case info
  case hint
  case never

  func isReached(by severity: Severity?) -> Bool {
    guard let severity, let least = Severity(rawValue: rawValue) else { return false }
    return severity >= least
  }
}

/// A day, month or year given on the command line.
struct ReferenceDate: ExpressibleByArgument {
  let interval: DateInterval

  init?(argument: String) {
    guard let interval = DutchFormat.date(argument) else { return nil }
    self.interval = interval
  }
}
