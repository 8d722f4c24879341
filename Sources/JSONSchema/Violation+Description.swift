import YAML

extension Violation: CustomStringConvertible {
  /// One line in English, for logs and tests: `$.naam: expected string, found null`.
  package var description: String { "\(path): \(kind)" }
}

extension Violation.Kind: CustomStringConvertible {
  /// What failed, in English and without the place.
  package var description: String {
    switch self {
    case .wrongType(let expected, let found): "expected \(expected), found \(found)"
    case .notAllowed(let allowed):
      "expected one of \(allowed.map { $0.text ?? "…" }.joined(separator: ", "))"
    case .notConstant(let constant): "expected \(constant.text ?? "…")"
    case .belowMinimum(let limit): "below \(limit)"
    case .notAbove(let limit): "not above \(limit)"
    case .aboveMaximum(let limit): "above \(limit)"
    case .notBelow(let limit): "not below \(limit)"
    case .notMultiple(let divisor): "not a multiple of \(divisor)"
    case .tooShort(let minimum, let count): "\(count) characters, at least \(minimum) wanted"
    case .tooLong(let maximum, let count): "\(count) characters, at most \(maximum) allowed"
    case .patternMismatch(let pattern): "does not match \(pattern)"
    case .badFormat(let name, _): "not in format \(name)"
    case .tooFewItems(let minimum, let count): "\(count) items, at least \(minimum) wanted"
    case .tooManyItems(let maximum, let count): "\(count) items, at most \(maximum) allowed"
    case .repeatedItem(let first): "the same as item \(first)"
    case .tooFewMatches(let minimum, let count): "\(count) items match, at least \(minimum) wanted"
    case .tooManyMatches(let maximum, let count): "\(count) items match, at most \(maximum) allowed"
    case .unexpectedItem: "unexpected item"
    case .missingProperty(let name): "\(name) is missing"
    case .missingDependency(let name, let other): "\(name) is missing beside \(other)"
    case .unknownProperty(let key): "unknown key \(key.text ?? "…")"
    case .tooFewProperties(let minimum, let count): "\(count) keys, at least \(minimum) wanted"
    case .tooManyProperties(let maximum, let count): "\(count) keys, at most \(maximum) allowed"
    case .noBranch(let nearest):
      "no branch holds; nearest \(nearest.index): "
        + nearest.violations.map(\.description).joined(separator: "; ")
    case .severalBranches(let indexes):
      "branches \(indexes.map(String.init).joined(separator: ", ")) hold, one may"
    case .forbidden: "forbidden"
    case .nothingAllowed: "nothing is allowed here"
    case .tooDeep(let limit): "nested deeper than \(limit)"
    case .tooMuchWork(let limit): "more than \(limit) steps"
    case .tooManyViolations(let limit): "more than \(limit) violations"
    }
  }
}
