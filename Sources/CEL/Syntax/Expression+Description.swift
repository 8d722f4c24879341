extension Expression: CustomStringConvertible {
  /// The expression as canonical source; parsing it gives an equal expression.
  package var description: String {
    var printer = Printer()
    printer.print(self)
    return printer.text
  }
}

/// Writes expressions with as few parentheses as their structure needs.
private struct Printer {
  private(set) var text = ""

  /// How tightly the outermost operator binds; members bind most tightly.
  private static func precedence(_ kind: Expression.Kind) -> Int {
    switch kind {
    case .conditional: 0
    case .logical(.or, _): 1
    case .logical(.and, _): 2
    case .binary(let found, _, _): precedence(found)
    case .unary: 6
    case .literal, .identifier, .select, .index, .call, .memberCall, .list, .map, .structure, .has,
      .known, .comprehension, .bind, .optionalMap:
      7
    }
  }

  private static func precedence(_ found: Expression.BinaryOperator) -> Int {
    switch found {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contained: 3
    case .add, .subtract: 4
    case .multiply, .divide, .remainder: 5
    }
  }

  mutating func print(_ expression: Expression, atLeast precedence: Int = 0) {
    if Self.precedence(expression.kind) < precedence {
      text += "("
      print(expression.kind)
      text += ")"
    } else {
      print(expression.kind)
    }
  }

  private mutating func print(_ kind: Expression.Kind) {
    switch kind {
    case .literal(let literal): text += literal.description
    case .identifier(let name, let isAbsolute): text += (isAbsolute ? "." : "") + name.text
    case .select(let operand, let field, let isOptional):
      print(operand, atLeast: 7)
      text += (isOptional ? ".?" : ".") + quoted(field)
    case .index(let operand, let index, let isOptional):
      print(operand, atLeast: 7)
      text += isOptional ? "[?" : "["
      print(index)
      text += "]"
    case .unary(let found, let operand): print(found, operand)
    case .binary(let found, let left, let right):
      let precedence = Self.precedence(found)
      print(left, atLeast: precedence)
      text += " \(found.rawValue) "
      print(right, atLeast: precedence + 1)
    case .logical(let found, let operands):
      let precedence = Self.precedence(kind)
      print(operands, separator: " \(found.rawValue) ", atLeast: precedence + 1)
    case .conditional(let condition, let yes, let no):
      print(condition, atLeast: 1)
      text += " ? "
      print(yes, atLeast: 1)
      text += " : "
      print(no)
    case .call(let name, let isAbsolute, let arguments):
      print(call: (isAbsolute ? "." : "") + name.text, arguments)
    case .memberCall(let target, let name, let arguments):
      print(target, atLeast: 7)
      print(call: "." + name.text, arguments)
    case .list(let elements): print(elements)
    case .map(let entries): print(entries)
    case .structure(let name, let isAbsolute, let fields):
      text += (isAbsolute ? "." : "") + name.text
      print(fields)
    case .has(let operand, let field):
      text += "has("
      print(operand, atLeast: 7)
      text += "." + quoted(field) + ")"
    case .known(let operand): print(call: "known", [operand])
    case .comprehension(let comprehension): print(comprehension)
    case .bind(let name, let value, let body):
      text += "cel.bind(\(name.text), "
      print([value, body], separator: ", ")
      text += ")"
    case .optionalMap(let operand, let name, let body, let isFlat):
      print(operand, atLeast: 7)
      text += isFlat ? ".optFlatMap(" : ".optMap("
      text += name.text + ", "
      print(body)
      text += ")"
    }
  }

  private mutating func print(_ found: Expression.UnaryOperator, _ operand: Expression) {
    var inner = Printer()
    inner.print(operand, atLeast: 6)
    // A minus before digits would become part of the number.
    let startsWithDigit = inner.text.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
    text += found.rawValue
    text += found == .negate && startsWithDigit ? "(\(inner.text))" : inner.text
  }

  private mutating func print(_ comprehension: Expression.Comprehension) {
    print(comprehension.range, atLeast: 7)
    let variables = comprehension.variables
    text += ".\(comprehension.macro.name(variableCount: variables.count))("
    for variable in variables { text += variable.text + ", " }
    print(comprehension.arguments, separator: ", ")
    text += ")"
  }

  private mutating func print(call name: String, _ arguments: [Expression]) {
    text += name + "("
    print(arguments, separator: ", ")
    text += ")"
  }

  private mutating func print(
    _ expressions: [Expression],
    separator: String,
    atLeast precedence: Int = 0
  ) {
    for (index, expression) in expressions.enumerated() {
      if index > 0 { text += separator }
      print(expression, atLeast: precedence)
    }
  }

  private mutating func print(_ elements: [Expression.Element]) {
    text += "["
    for (index, element) in elements.enumerated() {
      if index > 0 { text += ", " }
      if element.isOptional { text += "?" }
      print(element.value)
    }
    text += "]"
  }

  private mutating func print(_ entries: [Expression.Entry]) {
    text += "{"
    for (index, entry) in entries.enumerated() {
      if index > 0 { text += ", " }
      if entry.isOptional { text += "?" }
      print(entry.key)
      text += ": "
      print(entry.value)
    }
    text += "}"
  }

  private mutating func print(_ fields: [Expression.FieldValue]) {
    text += "{"
    for (index, field) in fields.enumerated() {
      if index > 0 { text += ", " }
      text += (field.isOptional ? "?" : "") + quoted(field.name) + ": "
      print(field.value)
    }
    text += "}"
  }

  /// A field's name, in backticks when it is not an identifier.
  private func quoted(_ name: Expression.Name) -> String {
    let isIdentifier = name.text.utf8.enumerated().allSatisfy { index, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): index > 0
      default: false
      }
    }
    let isPlain = isIdentifier && !["true", "false", "null", "in"].contains(name.text)
    return isPlain ? name.text : "`\(name.text)`"
  }
}

extension Expression.Literal: CustomStringConvertible {
  /// The constant as canonical source.
  package var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): String(value)
    case .int(let value): String(value)
    case .uint(let value): "\(value)u"
    case .double(let value): value.description
    case .string(let value): Self.quote(value)
    case .bytes(let value): Self.quote(value)
    }
  }

  /// A text between double quotes, with escapes for what cannot be read.
  static func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\x" + hex(UInt8(truncatingIfNeeded: scalar.value))
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Bytes as a literal, with escapes for all but printable ASCII.
  static func quote(_ bytes: [UInt8]) -> String {
    var result = "b\""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): result += "\\\""
      case UInt8(ascii: "\\"): result += "\\\\"
      case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "\\x" + hex(byte)
      }
    }
    return result + "\""
  }
}

/// A byte in two hexadecimal digits.
func hex(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16)
  return byte < 16 ? "0" + digits : digits
}
