/// How much a problem matters: the words of LSP and SARIF.
package enum Severity: String, CaseIterable, Sendable {
  case error
  case warning
  case info
  case hint

  /// The weight of a rule that gives none (DESIGN 5).
  package var defaultWeight: Int {
    switch self {
    case .error: 8
    case .warning: 4
    case .info: 2
    case .hint: 1
    }
  }
}

extension Severity: Comparable {
  /// A milder severity is less than a graver one.
  package static func < (left: Severity, right: Severity) -> Bool {
    left.defaultWeight < right.defaultWeight
  }
}

/// What a remedy costs the reader.
package enum Effort: String, CaseIterable, Sendable {
  case low
  case medium
  case high
}
