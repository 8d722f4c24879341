/// Writes numbers and texts one after another, for an `ArchiveReader` to read back in the same order.
///
/// The whole is valid UTF-8 without control characters of its own, so that it can stand in a string literal of a
/// program: a whole number is written in base 32, the lowest digits first, each digit a character. Texts stand together
/// at the front, each once; what refers to one is its number. So a reader can pass over what it does not need yet.
package struct ArchiveWriter {
  private var body: [UInt8] = []
  private var texts: [[UInt8]] = []
  /// The numbers of the texts, by their bytes: what looks the same need not be.
  private var numbers: [[UInt8]: Int] = [:]

  package init() {}

  /// What was written: the texts, then all else.
  package var bytes: [UInt8] {
    var front = ArchiveWriter()
    front.write(texts.count)
    for text in texts { front.write(text.count) }
    return front.body + texts.joined() + body
  }

  /// Writes a whole number; small ones take one byte, negative ones thirteen.
  package mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 32 {
      body.append(Archive.more + UInt8(rest & 31))
      rest >>= 5
    }
    body.append(Archive.last + UInt8(rest))
  }

  /// Writes a truth value.
  package mutating func write(_ flag: Bool) {
    write(flag ? 1 : 0)
  }

  /// Writes a number with a fraction, to the last bit.
  package mutating func write(_ number: Double) {
    write(Int(truncatingIfNeeded: number.bitPattern))
  }

  /// Writes a text.
  package mutating func write(_ text: String) {
    let content = Array(text.utf8)
    if let number = numbers[content] { return write(number) }
    numbers[content] = texts.count
    write(texts.count)
    texts.append(content)
  }

  /// Writes how many items there are, then each.
  package mutating func write<Item>(
    _ items: some Collection<Item>,
    each: (inout ArchiveWriter, Item) -> Void
  ) {
    write(items.count)
    for item in items { each(&self, item) }
  }

  /// Writes whether there is an item, then the item.
  package mutating func write<Item>(
    optional item: Item?,
    each: (inout ArchiveWriter, Item) -> Void
  ) {
    write(item != nil)
    if let item { each(&self, item) }
  }

  /// Writes a text that may be absent.
  package mutating func write(optional text: String?) {
    write(optional: text) { $0.write($1) }
  }

  /// Writes texts.
  package mutating func write(texts: [String]) {
    write(texts) { $0.write($1) }
  }

  /// Writes which case of an enumeration it is.
  package mutating func write<Choice: CaseIterable & Equatable>(choice: Choice)
  where Choice.AllCases == [Choice] {
    guard let number = Choice.allCases.firstIndex(of: choice) else {
      preconditionFailure("an enumeration lists all its cases")
    }
    write(number)
  }

  /// Writes a part that a reader can put off.
  ///
  /// - Throws: what `part` throws.
  package mutating func write<Problem: Error>(
    part: (inout ArchiveWriter) throws(Problem) -> Void
  ) throws(Problem) {
    let before = body
    body = []
    try part(&self)
    let content = body
    body = before
    write(content.count)
    body += content
  }
}

/// The characters of an archive's numbers: 32 for the last digit of one, and 32 for those before.
@usableFromInline
enum Archive {
  @inlinable
  static var last: UInt8 { 0x30 }
  @inlinable
  static var more: UInt8 { 0x50 }
}
