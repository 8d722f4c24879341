/// An answer that may not be known.
enum Truth {
  case yes
  case no
  case unknown(UnknownSet)

  init(_ isTrue: Bool) {
    self = isTrue ? .yes : .no
  }

  /// The answer as a value.
  var value: Value { Condition(self).value }

  var negated: Truth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown: self
    }
  }
}
