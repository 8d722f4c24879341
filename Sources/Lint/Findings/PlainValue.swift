/// A value without its place or type name, as JSON can hold it.
package indirect enum PlainValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case list([PlainValue])
  /// In the order of the plan's fields.
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: PlainValue
  }
}
