/// What a scalar's text means in the YAML 1.2 core schema (YAML 1.2.2, section 10.3.2).
///
/// Plans are typed by their own schema from the raw text; this is for JSON Schema, which speaks of JSON's
/// types, and for rule files.
package enum ScalarResolver {
  package enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case float(Double)
    case string(String)
  }

  /// Resolves a scalar; quoted and block scalars are strings, and so is all that `!!str` tags.
  package static func resolve(_ scalar: Scalar, tag: String?) -> Value {
    if let tag {
      return resolve(scalar.text, tag: tag)
    }
    guard scalar.style == .plain else { return .string(scalar.text) }
    return plain(scalar.text)
  }

  private static func resolve(_ text: String, tag: String) -> Value {
    let value = plain(text)
    switch (tag, value) {
    case ("tag:yaml.org,2002:null", .null), ("tag:yaml.org,2002:bool", .bool),
      ("tag:yaml.org,2002:int", .int), ("tag:yaml.org,2002:float", .float):
      return value
    case ("tag:yaml.org,2002:float", .int(let int)):
      return .float(Double(int))
    default:
      return .string(text)
    }
  }

  private static func plain(_ text: String) -> Value {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    case ".nan", ".NaN", ".NAN": return .float(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
    default: return number(text) ?? .string(text)
    }
  }

  private static func number(_ text: String) -> Value? {
    guard let first = text.utf8.first, couldStartNumber(first) else { return nil }
    if text.hasPrefix("0x") {
      return Int64(text.dropFirst(2), radix: 16).map(Value.int)
    }
    if text.hasPrefix("0o") {
      return Int64(text.dropFirst(2), radix: 8).map(Value.int)
    }
    var digits = 0
    var isFloat = false
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    func skipDigits() -> Int {
      let before = rest.count
      rest = rest.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return before - rest.count
    }
    digits += skipDigits()
    if rest.first == UInt8(ascii: ".") {
      isFloat = true
      rest.removeFirst()
      digits += skipDigits()
    }
    guard digits > 0 else { return nil }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      isFloat = true
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard skipDigits() > 0 else { return nil }
    }
    guard rest.isEmpty else { return nil }
    if !isFloat, let int = Int64(text) { return .int(int) }
    // `Double` refuses `.5` and `5.`, which the core schema allows.
    return Double(text.hasPrefix(".") ? "0" + text : text).map(Value.float)
      ?? Double(text + "0").map(Value.float)
  }

  private static func couldStartNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
