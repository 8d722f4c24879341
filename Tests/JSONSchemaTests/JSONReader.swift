import SourceText
import YAML

/// Reads JSON into nodes, keeping the text of numbers and the order of keys.
///
/// libyaml refuses escaped surrogate pairs, and Foundation makes `1` of `1.0`: the official suite needs both.
struct JSONReader {
  struct Failure: Error {
    let offset: Int
  }

  private let bytes: [UInt8]
  private var index = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  static func read(_ text: String) throws -> Node {
    var reader = JSONReader(Array(text.utf8))
    let node = try reader.value()
    reader.skipSpace()
    guard reader.index == reader.bytes.count else { throw reader.failure }
    return node
  }

  private var failure: Failure { Failure(offset: index) }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func value() throws -> Node {
    skipSpace()
    let start = index
    let kind: Node.Kind =
      switch next {
      case UInt8(ascii: "{"): .mapping(try entries())
      case UInt8(ascii: "["): .sequence(try items())
      case UInt8(ascii: "\""): .scalar(Scalar(try string(), style: .doubleQuoted))
      default: .scalar(try word())
      }
    return Node(kind: kind, range: SourceRange(start, index))
  }

  private mutating func entries() throws -> [Node.Entry] {
    var entries: [Node.Entry] = []
    index += 1
    guard !take("}") else { return entries }
    repeat {
      let key = try value()
      guard take(":") else { throw failure }
      entries.append(Node.Entry(key: key, value: try value()))
    } while take(",")
    guard take("}") else { throw failure }
    return entries
  }

  private mutating func items() throws -> [Node] {
    var items: [Node] = []
    index += 1
    guard !take("]") else { return items }
    repeat { items.append(try value()) } while take(",")
    guard take("]") else { throw failure }
    return items
  }

  /// A number, `true`, `false` or `null`, as it is written.
  private mutating func word() throws -> Scalar {
    let start = index
    while let byte = next, !" \t\n\r,]}".utf8.contains(byte) { index += 1 }
    guard index > start else { throw failure }
    return Scalar(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func string() throws -> String {
    var units: [UInt16] = []
    var plain = index + 1
    index += 1
    while let byte = next {
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      units += String(decoding: bytes[plain..<index], as: UTF8.self).utf16
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: units, as: UTF16.self) }
      units.append(try escape())
      plain = index
    }
    throw failure
  }

  private mutating func escape() throws -> UInt16 {
    guard let byte = next else { throw failure }
    index += 1
    switch Unicode.Scalar(byte) {
    case "b": return 0x08
    case "f": return 0x0C
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "u":
      let digits = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
      guard let unit = UInt16(digits, radix: 16) else { throw failure }
      index += 4
      return unit
    default: return UInt16(byte)
    }
  }
}
