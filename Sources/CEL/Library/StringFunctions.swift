/// What the functions on texts do; positions count code points.
enum StringFunctions {
  // MARK: Reading arguments

  static func text(_ value: Value) throws(Failure) -> String {
    guard case .string(let text) = value.kind else {
      throw .noSuchOverload("string", [value.type.typeName])
    }
    return text
  }

  static func int(_ value: Value) throws(Failure) -> Int64 {
    guard case .int(let number) = value.kind else {
      throw .noSuchOverload("int", [value.type.typeName])
    }
    return number
  }

  private static func scalars(_ value: Value) throws(Failure) -> [Unicode.Scalar] {
    Array(try text(value).unicodeScalars)
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> Value {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return .string(String(view))
  }

  /// A position from 0 up to and including `count`.
  private static func position(_ value: Value, upTo count: Int) throws(Failure) -> Int {
    let index = try int(value)
    guard index >= 0, index <= Int64(count) else { throw .indexOutOfRange(index) }
    return Int(index)
  }

  // MARK: Searching

  /// Where a text begins in another, at or after a place.
  static func find(
    _ wanted: String.UTF8View,
    in text: String.UTF8View,
    from start: String.Index
  ) -> String.Index? {
    guard let first = wanted.first else { return start }
    var index = start
    while let found = text[index...].firstIndex(of: first) {
      if text[found...].starts(with: wanted) { return found }
      index = text.index(after: found)
    }
    return nil
  }

  @Sendable static func charAt(_ text: Value, _ index: Value) throws(Failure) -> Value {
    let scalars = try scalars(text)
    let position = try position(index, upTo: scalars.count)
    return string(scalars[position...].prefix(1))
  }

  @Sendable static func indexOf(
    _ arguments: [Value],
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    let scalars = try scalars(arguments[0])
    let wanted = try self.scalars(arguments[1])
    let start = arguments.count > 2 ? try position(arguments[2], upTo: scalars.count) : 0
    try budget.spend(bytes: scalars.count * (1 + wanted.count / 16))
    guard scalars.count - wanted.count >= start else { return .int(-1) }
    for index in start...scalars.count - wanted.count
    where scalars[index...].starts(with: wanted) {
      return .int(Int64(index))
    }
    return .int(-1)
  }

  @Sendable static func lastIndexOf(
    _ arguments: [Value],
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    let scalars = try scalars(arguments[0])
    let wanted = try self.scalars(arguments[1])
    var start = scalars.count
    if arguments.count > 2 {
      let index = try int(arguments[2])
      guard index >= 0, index < Int64(scalars.count) else { throw .indexOutOfRange(index) }
      start = Int(index)
    }
    try budget.spend(bytes: scalars.count * (1 + wanted.count / 16))
    guard scalars.count >= wanted.count else { return .int(-1) }
    for index in stride(from: min(start, scalars.count - wanted.count), through: 0, by: -1)
    where scalars[index...].starts(with: wanted) {
      return .int(Int64(index))
    }
    return .int(-1)
  }

  // MARK: Changing

  @Sendable static func lowerASCII(_ value: Value) throws(Failure) -> Value {
    let bytes = try text(value).utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    return .string(String(decoding: bytes, as: UTF8.self))
  }

  @Sendable static func upperASCII(_ value: Value) throws(Failure) -> Value {
    let bytes = try text(value).utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
    return .string(String(decoding: bytes, as: UTF8.self))
  }

  @Sendable static func replace(
    _ arguments: [Value],
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    let scalars = try scalars(arguments[0])
    let old = try self.scalars(arguments[1])
    let new = try self.scalars(arguments[2])
    var remaining = arguments.count > 3 ? try int(arguments[3]) : -1
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      if remaining != 0, scalars[index...].starts(with: old) {
        try budget.spend(bytes: 16 + new.count)
        result += new
        remaining -= 1
        index += old.count
        // An empty text is found before each character.
        if !old.isEmpty { continue }
      }
      result.append(scalars[index])
      index += 1
    }
    if old.isEmpty, remaining != 0 { result += new }
    return string(result)
  }

  @Sendable static func split(
    _ arguments: [Value],
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    let scalars = try scalars(arguments[0])
    let separator = try self.scalars(arguments[1])
    let limit = arguments.count > 2 ? try int(arguments[2]) : -1
    if limit == 0 { return .list([]) }
    var parts: [Value] = []
    var start = 0
    var index = separator.isEmpty ? 1 : 0
    while index < scalars.count, limit < 0 || Int64(parts.count) < limit - 1 {
      guard scalars[index...].starts(with: separator) else {
        index += 1
        continue
      }
      try budget.spend(1)
      if parts.count >= budget.limits.listSize { try budget.spend(elements: parts.count + 1) }
      parts.append(string(scalars[start..<index]))
      index += separator.count
      start = index
      if separator.isEmpty { index += 1 }
    }
    if !separator.isEmpty || start < scalars.count { parts.append(string(scalars[start...])) }
    try budget.spend(elements: parts.count)
    return .list(parts)
  }

  @Sendable static func substring(
    _ arguments: [Value],
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    let scalars = try scalars(arguments[0])
    let start = try position(arguments[1], upTo: scalars.count)
    let end = arguments.count > 2 ? try position(arguments[2], upTo: scalars.count) : scalars.count
    guard start <= end else { throw .invalidRange(start: Int64(start), end: Int64(end)) }
    return string(scalars[start..<end])
  }

  @Sendable static func trim(_ value: Value) throws(Failure) -> Value {
    let scalars = try scalars(value)[...]
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return .string("") }
    return string(scalars[first...last])
  }

  @Sendable static func join(
    _ arguments: [Value],
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    guard case .list(let list) = arguments[0].kind else {
      throw .noSuchOverload("join", [arguments[0].type.typeName])
    }
    let separator = arguments.count > 1 ? try text(arguments[1]) : ""
    var result = ""
    for (index, element) in list.elements.enumerated() {
      let text = try text(element)
      try budget.spend(bytes: 16 + text.utf8.count + separator.utf8.count)
      if index > 0 { result += separator }
      result += text
    }
    return .string(result)
  }

  @Sendable static func reverse(_ value: Value) throws(Failure) -> Value {
    string(try scalars(value).reversed())
  }

  @Sendable static func quote(_ value: Value) throws(Failure) -> Value {
    var result = "\""
    for scalar in try text(value).unicodeScalars {
      switch scalar {
      case "\u{07}": result += "\\a"
      case "\u{08}": result += "\\b"
      case "\u{0C}": result += "\\f"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0B}": result += "\\v"
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      default: result.unicodeScalars.append(scalar)
      }
    }
    return .string(result + "\"")
  }
}
