import CEL
import JSONSchema

/// What a value must be like for `SoundReading` to vouch for it: the schema as plain numbers, worked out once.
///
/// Names and words are compared as bytes, so that looking them up makes no text.
struct FormTable: Sendable {
  /// The form of the values of a shape.
  struct Form: Sendable {
    enum Kind: CaseIterable, Sendable {
      case object
      case list
      case map
      case scalar
      /// Held to something by the schema that only its validator can tell.
      case other
    }

    var kind = Kind.other
    /// Whether the items of a list must differ.
    var isUnique = false
    /// How many subschemas a validator would hold a value to, at most.
    var steps: Int32 = 1
    /// Of an object or scalar: its place among those; of a list or map: the form of what is in it.
    var detail: Int32 = -1
    /// The list whose ids the values, or the items of the values, refer to, by its number; -1 for none.
    var target: Int32 = -1
  }

  struct Object: Sendable {
    /// Its fields among those of all objects.
    var firstField: Int32
    var fieldCount: Int32
    /// Its type among those of all objects.
    var type: Int32
    /// A bit for each field that must be there.
    var required: UInt64
    /// Whether there may be no other fields.
    var isClosed = false
  }

  struct Field: Sendable {
    var name: ByteName
    var form: Int32
    /// How well an item of a list is known by it: 0 best; `noTag` not at all.
    var tagRank: UInt8

    static let noTag: UInt8 = 255
  }

  struct Scalar: Hashable, Sendable {
    enum Constant: CaseIterable, Sendable {
      case none
      case text
      /// A whole number, written in digits.
      case number
    }

    var format: DutchFormat?
    /// Its types, as far as the schema bounds them.
    var types = TypeSet.any
    /// The words that it can be, among those of all; none when it is free.
    var firstWord: Int32 = 0
    var wordCount: Int32 = 0
    /// Whether its one word is a constant, and of which kind.
    var constant = Constant.none
    var pattern: Int32 = -1
    var minimum: Int64 = .min
    var maximum: Int64 = .max
    var minLength = 0
    var maxLength = Int.max
  }

  /// A word that a value can be.
  struct Word: Sendable {
    var name: ByteName
    /// Whether it is a text for YAML when it is written without quotes.
    var isTextWhenPlain: Bool
  }

  /// A field by which a list is reached whose ids are referred to.
  struct Step: Sendable {
    /// Where it leads from; 0 is the plan itself.
    var from: Int32
    /// Among the fields of all objects.
    var field: Int32
    /// Where it leads to.
    var to: Int32
    /// The number of the list that it is; -1 when it is only on the way.
    var target: Int32 = -1
  }

  /// By `PlanShape.ID`.
  var forms: [Form] = []
  var objects: [Object] = []
  var fields: [Field] = []
  /// The names of all fields.
  var names: [String] = []
  var scalars: [Scalar] = []
  var words: [Word] = []
  /// The texts of all words.
  var texts: [String] = []
  var patterns: [BytePattern] = []
  /// The bytes of names and words that are longer than what `ByteName` itself holds.
  var bytes: [UInt8] = []
  var types: [StructType] = []
  var steps: [Step] = []
  var targetCount = 0
  /// The section of the plan and the field in it that say whether the plan tells all, by their place in their objects.
  var completeness: (section: Int32, field: Int32)?
}

extension FormTable {
  /// The place of a field in its object; `guess` is looked at first.
  func index(ofField name: UnsafeBufferPointer<UInt8>, in object: Object, guess: Int) -> Int? {
    let head = ByteName.head(of: name)
    let first = Int(object.firstField)
    let count = Int(object.fieldCount)
    if guess < count, isSame(fields[first + guess].name, head, name) { return guess }
    for index in 0..<count where isSame(fields[first + index].name, head, name) { return index }
    return nil
  }

  /// The place of a word among those of all that a scalar can be.
  func index(ofWord text: UnsafeBufferPointer<UInt8>, in scalar: Scalar) -> Int? {
    let head = ByteName.head(of: text)
    let first = Int(scalar.firstWord)
    for index in first..<(first + Int(scalar.wordCount))
    where isSame(words[index].name, head, text) {
      return index
    }
    return nil
  }

  /// Where a field leads, of those that lead to a list whose ids are referred to; -1 for the others.
  func step(from place: Int32, field: Int) -> (to: Int32, target: Int32) {
    guard place >= 0 else { return (-1, -1) }
    for step in steps where step.from == place && step.field == Int32(field) {
      return (step.to, step.target)
    }
    return (-1, -1)
  }

  @inline(__always)
  private func isSame(
    _ name: ByteName,
    _ head: UInt64,
    _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard name.head == head else { return false }
    // The head holds the length, up to 255.
    let start = Int(name.start) - ByteName.headLength
    var index = ByteName.headLength
    while index < text.count {
      guard bytes[start + index] == text[index] else { return false }
      index += 1
    }
    return true
  }
}

/// A name in UTF-8: its length and first bytes in one number, and where the others are.
struct ByteName: Sendable {
  /// How many bytes the head holds.
  static let headLength = 7

  let head: UInt64
  /// Where the bytes behind those of the head begin.
  let start: Int32

  /// A name, of which the bytes beyond the head are added to those of others; nil when it is too long to be one.
  init?(_ name: String, addingTo bytes: inout [UInt8]) {
    guard name.utf8.count < 255 else { return nil }
    start = Int32(bytes.count)
    var name = name
    head = name.withUTF8 { text in
      bytes += text.dropFirst(Self.headLength)
      return Self.head(of: text)
    }
  }

  private init(head: UInt64) {
    self.head = head
    start = 0
  }

  /// A name that no text has.
  static let none = ByteName(head: .max)

  /// The length of a text, 255 for what is longer, and its first bytes.
  @inline(__always)
  static func head(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var head = UInt64(min(text.count, 255))
    for index in 0..<min(text.count, headLength) {
      head |= UInt64(text[index]) << UInt64(8 * (index + 1))
    }
    return head
  }
}
