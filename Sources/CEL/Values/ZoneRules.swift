/// How far a time zone is from UTC at each moment, read from a file of the time zone database.
///
/// The format is TZif, RFC 8536. Finding and reading the file is the caller's work.
package struct ZoneRules: Sendable {
  /// The moments at which the offset changes, in seconds since 1970.
  private let transitions: [Int64]
  /// The offset from each transition on, in seconds.
  private let offsets: [Int]
  /// The offset before the first transition.
  private let initial: Int
  /// What holds after the last transition.
  private let rest: ZoneFooter?

  /// The rules in the bytes of a TZif file, version 2 or later; nil when they are something else.
  package init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    // The first block counts seconds in 32 bits; a second one in 64 bits follows it.
    guard let old = reader.header(), old.version >= UInt8(ascii: "2"),
      reader.skip(old.size(timeWidth: 4)), let header = reader.header(), header.types > 0
    else { return nil }
    var transitions: [Int64] = []
    for _ in 0..<header.transitions {
      guard let time = reader.number(width: 8) else { return nil }
      transitions.append(time)
    }
    guard let kinds = reader.take(header.transitions) else { return nil }
    var types: [Int] = []
    for _ in 0..<header.types {
      guard let offset = reader.number(width: 4), reader.skip(2) else { return nil }
      types.append(Int(offset))
    }
    guard kinds.allSatisfy({ Int($0) < types.count }), reader.skip(header.sizeAfterTypes) else {
      return nil
    }
    self.transitions = transitions
    self.offsets = kinds.map { types[Int($0)] }
    self.initial = types[0]
    self.rest = ZoneFooter(reader.line())
  }

  /// The offset from UTC at a moment, in seconds.
  func offset(at seconds: Int64) -> Int {
    guard let first = transitions.first, seconds >= first else {
      return transitions.isEmpty ? rest?.offset(at: seconds) ?? initial : initial
    }
    var low = 0
    var high = transitions.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if transitions[middle] <= seconds { low = middle } else { high = middle }
    }
    if low == transitions.count - 1, let rest { return rest.offset(at: seconds) }
    return offsets[low]
  }

  /// The counts that a block of the file begins with.
  private struct Header {
    let version: UInt8
    let isUTC: Int
    let isStandard: Int
    let leaps: Int
    let transitions: Int
    let types: Int
    let characters: Int

    func size(timeWidth: Int) -> Int {
      transitions * (timeWidth + 1) + types * 6 + characters + leaps * (timeWidth + 4)
        + isStandard + isUTC
    }

    var sizeAfterTypes: Int { characters + leaps * 12 + isStandard + isUTC }
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
      guard count >= 0, count <= bytes.count - position else { return nil }
      defer { position += count }
      return bytes[position..<position + count]
    }

    mutating func skip(_ count: Int) -> Bool { take(count) != nil }

    /// A signed number, its highest byte first.
    mutating func number(width: Int) -> Int64? {
      guard let digits = take(width), let first = digits.first else { return nil }
      return digits.dropFirst().reduce(Int64(Int8(bitPattern: first))) { $0 << 8 | Int64($1) }
    }

    mutating func header() -> Header? {
      guard let magic = take(4), magic.elementsEqual("TZif".utf8), let version = take(1)?.first,
        skip(15)
      else { return nil }
      var counts: [Int] = []
      for _ in 0..<6 {
        guard let count = number(width: 4), count >= 0 else { return nil }
        counts.append(Int(count))
      }
      return Header(
        version: version,
        isUTC: counts[0],
        isStandard: counts[1],
        leaps: counts[2],
        transitions: counts[3],
        types: counts[4],
        characters: counts[5]
      )
    }

    /// The line between two line ends that the file closes with.
    mutating func line() -> String {
      let rest = bytes[position...].drop { $0 == UInt8(ascii: "\n") }
      return String(decoding: rest.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
  }
}
