import SourceText
import YAML

/// A plan with its name on one line: `{"path": "plannen/x.yaml", "text": "plantoets: 1\n…"}`.
///
/// For those whose plans are in no file here, as on a cluster.
struct PlanRecord {
  let path: String
  let text: [UInt8]

  /// The record on a line; nil when the line holds none.
  init?(_ line: [UInt8]) {
    // JSON is YAML too, but for characters that are written as two halves.
    let file = SourceFile(path: "-", bytes: Self.joiningHalves(line))
    let result = Parser(limits: Limits(bytes: .max)).parse(file)
    guard result.problems.isEmpty, let root = result.root, root.mapping != nil,
      let path = root["path"]?.text, !path.isEmpty, let text = root["text"]?.text
    else { return nil }
    self.path = path
    self.text = Array(text.utf8)
  }

  /// JSON with every `\ud83d\ude00` as YAML's `\U0001f600` (RFC 8259, section 7; YAML 1.2.2, section 5.7).
  private static func joiningHalves(_ line: [UInt8]) -> [UInt8] {
    var joined: [UInt8] = []
    var index = line.startIndex
    while index < line.endIndex {
      guard line[index] == UInt8(ascii: "\\") else {
        joined.append(line[index])
        index += 1
        continue
      }
      if let high = half(line[index...]), 0xD800..<0xDC00 ~= high,
        let low = half(line[(index + 6)...]), 0xDC00..<0xE000 ~= low
      {
        let scalar = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        let digits = String(scalar, radix: 16)
        joined += "\\U\(String(repeating: "0", count: 8 - digits.count))\(digits)".utf8
        index += 12
      } else {
        // What is escaped, a backslash among others, begins nothing itself.
        joined += line[index...].prefix(2)
        index += 2
      }
    }
    return joined
  }

  /// The number in `\uXXXX`, when a text begins with that.
  private static func half(_ text: ArraySlice<UInt8>) -> UInt32? {
    guard text.count >= 6, text.starts(with: "\\u".utf8) else { return nil }
    return UInt32(String(decoding: text.dropFirst(2).prefix(4), as: UTF8.self), radix: 16)
  }
}
