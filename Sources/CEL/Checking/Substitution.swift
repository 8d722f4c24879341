/// What the checker has found the free types of an expression to stand for.
///
/// Assigning is directional and lenient with `dyn`, as cel-spec's gradual typing asks: of two types that
/// meet in one free type the more general stays.
struct Substitution {
  private var found: [CELType?] = []

  /// A type yet to be found.
  mutating func makeFree() -> CELType {
    found.append(nil)
    return .free(found.count - 1)
  }

  /// What a type is found to be, its parts left as they are.
  func head(_ type: CELType) -> CELType {
    guard case .free(let index) = type, let found = found[index] else { return type }
    return head(found)
  }

  /// The type with everything found so far filled in.
  func resolve(_ type: CELType) -> CELType {
    if case .free(let index) = type {
      return found[index].map { resolve($0) } ?? type
    }
    return type.hasFree ? type.mapParts(resolve) : type
  }

  /// The type with everything found filled in, and `dyn` where nothing was.
  func finish(_ type: CELType) -> CELType {
    if case .free(let index) = type {
      return found[index].map { finish($0) } ?? .dyn
    }
    return type.hasFree ? type.mapParts(finish) : type
  }

  /// Whether values of each type can go where the other is asked for, given one choice of free types.
  ///
  /// The choice is kept when they can, and forgotten when not.
  mutating func assign(_ types: [CELType], to targets: [CELType]) -> Bool {
    guard types.count == targets.count else { return false }
    let saved = found
    for (type, target) in zip(types, targets) where !matches(type, target) {
      found = saved
      return false
    }
    return true
  }

  mutating func assign(_ type: CELType, to target: CELType) -> Bool {
    let saved = found
    if matches(type, target) { return true }
    found = saved
    return false
  }

  /// The type that covers both, or nil when only `dyn` does.
  mutating func join(_ left: CELType, _ right: CELType) -> CELType? {
    guard assign(left, to: right) else { return nil }
    return Self.moreGeneral(left, right)
  }

  private mutating func matches(_ left: CELType, _ right: CELType) -> Bool {
    if case .free(let index) = right {
      switch bind(index, to: left) {
      case .bound, .agreed: return true
      case .conflict: return false
      case .circular: break
      }
    }
    if case .free(let index) = left {
      switch bind(index, to: right) {
      case .bound, .agreed: return true
      case .conflict, .circular: return false
      }
    }
    switch (left, right) {
    case (.dyn, _), (_, .dyn): return true
    case (.null, _): return right.acceptsNull
    case (_, .null): return left.acceptsNull
    case (.nullable(let left), .nullable(let right)): return matches(left, right)
    case (.nullable(let left), _): return matches(left, right)
    case (_, .nullable(let right)): return matches(left, right)
    case (.enumeration, .string), (.string, .enumeration), (.enumeration, .enumeration):
      return true
    case (.list(let left), .list(let right)), (.optional(let left), .optional(let right)):
      return matches(left, right)
    case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
      return matches(leftKey, rightKey) && matches(leftValue, rightValue)
    case (.abstract(let leftName, let left), .abstract(let rightName, let right)):
      guard leftName == rightName, left.count == right.count else { return false }
      for (left, right) in zip(left, right) where !matches(left, right) { return false }
      return true
    case (.type, .type): return true
    default: return left == right
    }
  }

  private enum Binding {
    case bound
    case agreed
    case conflict
    case circular
  }

  private mutating func bind(_ index: Int, to type: CELType) -> Binding {
    if type == .free(index) { return .agreed }
    guard let current = found[index] else {
      if occurs(index, in: type) { return .circular }
      found[index] = type
      return .bound
    }
    if current == type { return .agreed }
    guard matches(type, current) else { return .conflict }
    let general = Self.moreGeneral(type, current)
    if !occurs(index, in: general) { found[index] = general }
    return .agreed
  }

  private func occurs(_ index: Int, in type: CELType) -> Bool {
    if case .free(let other) = type {
      return other == index || found[other].map { occurs(index, in: $0) } ?? false
    }
    return type.parts.contains { occurs(index, in: $0) }
  }

  private static func moreGeneral(_ left: CELType, _ right: CELType) -> CELType {
    switch (left, right) {
    case (.enumeration(let some), .enumeration(let others)):
      some == others ? left : .string
    case (.list(let left), .list(let right)): .list(moreGeneral(left, right))
    case (.optional(let left), .optional(let right)): .optional(moreGeneral(left, right))
    case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
      .map(moreGeneral(leftKey, rightKey), moreGeneral(leftValue, rightValue))
    case (.abstract(let name, let left), .abstract(_, let right)):
      .abstract(name, zip(left, right).map(moreGeneral))
    default: isAtLeastAsGeneral(left, right) ? left : right
    }
  }

  private static func isAtLeastAsGeneral(_ left: CELType, _ right: CELType) -> Bool {
    switch (left, right) {
    case (.dyn, _), (.free, _): return true
    case (_, .dyn), (_, .free): return false
    case (_, .null): return true
    case (.null, _): return false
    case (.nullable(let left), .nullable(let right)): return isAtLeastAsGeneral(left, right)
    case (.nullable, _): return true
    case (_, .nullable): return false
    case (.string, .enumeration): return true
    case (.type, .type): return true
    default: return left == right
    }
  }
}

extension CELType {
  /// Whether part of it is yet to be found.
  fileprivate var hasFree: Bool {
    switch self {
    case .free: true
    case .list(let inner), .optional(let inner), .type(let inner), .nullable(let inner):
      inner.hasFree
    case .map(let key, let value): key.hasFree || value.hasFree
    case .abstract(_, let parameters): parameters.contains(where: \.hasFree)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .enumeration, .structure, .dyn, .parameter:
      false
    }
  }

  /// Whether null may stand where this type is asked for.
  fileprivate var acceptsNull: Bool {
    switch self {
    case .null, .nullable, .optional, .abstract, .structure, .timestamp, .duration, .dyn, .free,
      .parameter:
      true
    case .bool, .int, .uint, .double, .string, .bytes, .date, .enumeration, .list, .map, .type:
      false
    }
  }
}
