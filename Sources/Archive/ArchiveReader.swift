/// Reads what an `ArchiveWriter` wrote, in the same order.
///
/// An archive is part of the program that reads it, made when that was built: what does not fit is a fault of the build,
/// and stops the program.
///
/// Public though it is no one else's, since only then other modules get what is generic here made for their own types.
///
/// Unchecked: the bytes never change, and outlive all readers.
public struct ArchiveReader: @unchecked Sendable {
  @usableFromInline
  let bytes: UnsafeBufferPointer<UInt8>
  @usableFromInline
  var position = 0
  /// Where each text begins; the last is where all else begins.
  private var starts: [Int32] = []

  /// A reader of bytes, which must outlive it and what it puts off, and never change.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let count = int()
    var starts: [Int32] = []
    starts.reserveCapacity(count + 1)
    var end: Int32 = 0
    for _ in 0..<count {
      starts.append(end)
      end += int32()
    }
    starts.append(end)
    let front = Int32(position)
    for index in starts.indices { starts[index] += front }
    self.starts = starts
    position = Int(front + end)
  }

  /// Whether all has been read.
  public var isAtEnd: Bool { position == bytes.count }

  /// Reads a whole number.
  @inlinable
  public mutating func int() -> Int {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = bytes[position]
      position += 1
      if byte < Archive.more {
        return Int(truncatingIfNeeded: number | UInt64(byte - Archive.last) << shift)
      }
      number |= UInt64(byte - Archive.more) << shift
      shift += 5
    }
  }

  /// Reads a whole number of 32 bits.
  @inlinable
  public mutating func int32() -> Int32 { Int32(truncatingIfNeeded: int()) }

  /// Reads a truth value.
  @inlinable
  public mutating func bool() -> Bool { int() == 1 }

  /// Reads a number with a fraction.
  public mutating func double() -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: int()))
  }

  /// Reads a text.
  public mutating func text() -> String {
    let number = int()
    let range = Int(starts[number])..<Int(starts[number + 1])
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Reads items.
  @inlinable
  public mutating func items<Item>(_ each: (inout ArchiveReader) -> Item) -> [Item] {
    let count = int()
    guard count > 0 else { return [] }
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(each(&self)) }
    return items
  }

  /// Reads an item that may be absent.
  @inlinable
  public mutating func optional<Item>(_ each: (inout ArchiveReader) -> Item) -> Item? {
    bool() ? each(&self) : nil
  }

  /// Reads a text that may be absent.
  @inlinable
  public mutating func optionalText() -> String? {
    bool() ? text() : nil
  }

  /// Reads texts.
  @inlinable
  public mutating func texts() -> [String] { items { $0.text() } }

  /// Reads one of the cases of an enumeration, by the number that `write` gave it.
  @inlinable
  public mutating func choice<Choice: CaseIterable>(_: Choice.Type) -> Choice
  where Choice.AllCases == [Choice] {
    Choice.allCases[int()]
  }

  /// Puts a part off: gives a reader of it, and goes on behind it.
  public mutating func part() -> ArchiveReader {
    let count = int()
    let part = self
    position += count
    return part
  }
}
