import CEL
import JSONSchema
import SourceText
import YAML

extension SoundReading {
  /// The value of the scalar at hand; nil when it is empty.
  mutating func readScalar(
    _ form: FormTable.Form,
    at origin: Origin,
    _ walk: inout EventWalk
  ) throws(GiveUp) -> Value? {
    let text = walk.content
    guard let first = text.first else { return nil }
    if let word = ScalarWord(text) {
      if form.target >= 0 { ledger.referToUnknown(in: Int(form.target)) }
      return Self.unknown(word == .unknown ? .stated : .notApplicable, at: origin)
    }
    guard form.kind == .scalar else { throw GiveUp() }
    let scalar = forms.scalars[Int(form.detail)]
    let isPlain = if case .plain = walk.style { true } else { false }
    let type = isPlain ? PlainType(text, first) : .text
    guard type != .null else { throw GiveUp() }
    lastIsText = type == .text
    if !type.isAllowed(by: scalar.types) { try noteMisfit() }
    guard Self.keepsBounds(scalar, text, type, forms.patterns) else { throw GiveUp() }

    var word: String?
    if scalar.wordCount > 0 {
      guard let index = forms.index(ofWord: text, in: scalar) else {
        guard scalar.constant == .none else { throw GiveUp() }
        return try unknownWord(text, in: scalar, at: origin, walk.range)
      }
      let isNumber = isPlain && scalar.constant == .number
      guard isNumber || (scalar.constant != .number && isText(index, isPlain)) else {
        throw GiveUp()
      }
      word = forms.texts[index]
      ledger.mention(word: index)
    }
    if let format = scalar.format {
      // Such as `maart 2024` and `ja`.
      mention(text)
      if let value = format.readPlain(text) { return Value(value, origin: origin) }
      let written = Scalar(String(decoding: text, as: UTF8.self), style: walk.style)
      let reading = format.read(written)
      if case .value(let value) = reading { return Value(value, origin: origin) }
      note(PlanProblem.Kind(reading, of: written.text, as: format), at: origin, walk.range)
      return Self.unknown(.unreadable, at: origin)
    }
    let string = word ?? String(decoding: text, as: UTF8.self)
    if form.target >= 0 {
      ledger.refer(to: string, in: Int(form.target), from: origin)
    } else if word == nil, text.count <= ReferenceLedger.longest {
      ledger.mention(string)
    }
    return Value(.string(string), origin: origin)
  }

  /// What stands in place of a word that the schema does not have here.
  private mutating func unknownWord(
    _ text: UnsafeBufferPointer<UInt8>,
    in scalar: FormTable.Scalar,
    at origin: Origin,
    _ range: SourceRange
  ) throws(GiveUp) -> Value {
    try noteMisfit()
    mention(text)
    let words = forms.texts[Int(scalar.firstWord)..<Int(scalar.firstWord + scalar.wordCount)]
    let word = String(decoding: text, as: UTF8.self)
    note(.unknownWord(word, among: Array(words)), on: range, places.instancePath(of: origin))
    return Self.unknown(.unreadable, at: origin)
  }

  /// Notes a text that is not kept, since it may be the id of an item.
  mutating func mention(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.first, Notation.isLetter(first) else { return }
    ledger.mention(value: String(decoding: text, as: UTF8.self))
  }

  /// Whether a word is a text for YAML as it is written.
  private func isText(_ word: Int, _ isPlain: Bool) -> Bool {
    !isPlain || forms.words[word].isTextWhenPlain
  }

  /// Whether a scalar keeps to bounds and patterns, for certain.
  private static func keepsBounds(
    _ scalar: FormTable.Scalar,
    _ text: UnsafeBufferPointer<UInt8>,
    _ type: PlainType,
    _ patterns: [BytePattern]
  ) -> Bool {
    if scalar.minimum > .min || scalar.maximum < .max {
      switch type {
      case .text, .boolean, .null: break
      case .whole(let number):
        guard number >= scalar.minimum, number <= scalar.maximum else { return false }
      case .between(let number):
        guard number >= scalar.minimum, number < scalar.maximum else { return false }
      case .unclear: return false
      }
    }
    if scalar.pattern >= 0, !patterns[Int(scalar.pattern)].matches(text) { return false }
    // No code point takes more than four bytes.
    if scalar.minLength > 1, text.count < scalar.minLength * 4 { return false }
    return text.count <= scalar.maxLength
  }
}

/// What a scalar without quotes is for YAML (YAML 1.2.2, section 10.3.2), as far as a glance can tell for certain.
private enum PlainType: Equatable {
  case text
  case boolean
  case null
  /// A whole number, not below zero.
  case whole(Int64)
  /// A number with decimals, from this number up to below the next.
  case between(Int64)
  case unclear

  init(_ text: UnsafeBufferPointer<UInt8>, _ first: UInt8) {
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = Self.startingWithDigit(text)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): self = .unclear
    case UInt8(ascii: "~"): self = text.count == 1 ? .null : .text
    case UInt8(ascii: "n"), UInt8(ascii: "N"):
      self = Self.isWord(text, "null") ? .null : .text
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      self = Self.isWord(text, "true") ? .boolean : .text
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      self = Self.isWord(text, "false") ? .boolean : .text
    default: self = .text
    }
  }

  private static func startingWithDigit(_ text: UnsafeBufferPointer<UInt8>) -> PlainType {
    var number: Int64 = 0
    var hasPoint = false
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard index < 18 else { return .unclear }
        if !hasPoint { number = number * 10 + Int64(byte - UInt8(ascii: "0")) }
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      // A power, or a number to another base.
      case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "x"), UInt8(ascii: "o"),
        UInt8(ascii: "."):
        return .unclear
      // Nothing else stands in a number before one of those.
      default: return .text
      }
    }
    return hasPoint ? .between(number) : .whole(number)
  }

  /// Whether a text is a word in any case; more than YAML takes for it.
  private static func isWord(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard text.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<text.count where text[index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }

  func isAllowed(by types: TypeSet) -> Bool {
    switch self {
    case .text: types.contains(.string)
    case .boolean: types.contains(.boolean)
    case .whole: types.contains(.integer)
    case .between: types.contains(.number)
    case .null, .unclear: false
    }
  }
}
