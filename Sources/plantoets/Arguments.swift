import ArgumentParser
import CEL
import Lint
import Reporters
import SourceText
import YAML

/// A choice that is made by its name.
///
/// The names are listed here since the parser, which asks for them at each start, takes much longer to do so; so is that no name
/// has a description.
protocol NamedChoice: ExpressibleByArgument, CaseIterable, RawRepresentable
where RawValue == String {}

extension NamedChoice {
  static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  static var allValueDescriptions: [String: String] { [:] }
}

extension ReportFormat: NamedChoice {}

extension Language: NamedChoice {}

extension FailOn: NamedChoice {}

/// A grade given on the command line: 1 to 10, with a point or a comma.
struct LeastGrade: ExpressibleByArgument {
  let grade: Double

  init?(argument: String) {
    guard let grade = Double(argument.replacing(",", with: ".")), (1...10).contains(grade) else {
      return nil
    }
    self.grade = grade
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

/// A limit given on the command line, as `bytes=1000000`.
struct LimitOption: ExpressibleByArgument {
  enum Name: String, CaseIterable {
    case bytes
    case depth
    case nodes
    case findings

    /// Reads or changes the limit among all.
    fileprivate func access<Result>(
      _ limits: inout Linter.Limits,
      _ body: (inout Int) -> Result
    ) -> Result {
      switch self {
      case .bytes: body(&limits.reading.bytes)
      case .depth: body(&limits.reading.depth)
      case .nodes: body(&limits.reading.nodes)
      case .findings: body(&limits.findings)
      }
    }
  }

  let name: Name
  let value: Int

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let name = Name(rawValue: parts[0]) else { return nil }
    // Collections inside collections are walked by calls inside calls: no more than the stack holds.
    let most = name == .depth ? 250 : 1_000_000_000
    guard let value = Int(parts[1]), (1...most).contains(value) else { return nil }
    (self.name, self.value) = (name, value)
  }

  func apply(to limits: inout Linter.Limits) {
    name.access(&limits) { $0 = value }
  }

  /// Every limit with its default.
  static var defaults: String {
    var limits = Linter.Limits()
    return Name.allCases.map { name in
      "\(name.rawValue)=\(name.access(&limits) { $0 })"
    }.joined(by: ", ")
  }
}
