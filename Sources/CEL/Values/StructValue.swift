/// The shape of an object: its name and its fields, declared from outside.
///
/// What cel-spec calls a message, without protocol buffers: a field that is absent is unknown when
/// read, and has no default. Nothing in it ever changes; it is a class so that passing it on costs nothing.
package final class StructType: Sendable {
  /// A field of the shape.
  package struct Field: Sendable {
    /// The name, as expressions select it.
    package let name: String
    /// A text that is one of a few has the type `enumeration`.
    package let type: CELType
    /// What the field holds, for documentation of expressions.
    package let documentation: String?
    /// The way to the field from its object; many unknowns share it.
    let trail: [String]

    /// A field with the type that the checker takes its values to have.
    package init(_ name: String, _ type: CELType, documentation: String? = nil) {
      self.name = name
      self.type = type
      self.documentation = documentation
      trail = [name]
    }
  }

  /// The name, which the type `structure` refers to.
  package let name: String
  /// The fields, in the order of the slots.
  package let fields: [Field]

  /// A shape; of two fields with the same name the first counts.
  package init(name: String, fields: [Field]) {
    self.name = name
    self.fields = fields
  }

  /// The position of a field in `fields` and in the slots of its objects.
  package func index(of field: String) -> Int? {
    fields.firstIndex { $0.name == field }
  }
}

/// An object of a declared shape.
///
/// Nothing in it ever changes; it is a class so that passing it on costs nothing.
package final class StructValue: Sendable {
  /// The shape, which says what each slot holds.
  package let type: StructType
  /// A value per field of the type, in their order; nil is absent.
  package let slots: [Value?]
  /// The place that the paths of absent fields begin with.
  package let origin: Origin?
  /// Whether an absent field may be one that was merely not reported.
  package let isOpen: Bool

  /// An object; slots that are missing at the end count as absent.
  package init(type: StructType, slots: [Value?], origin: Origin? = nil, isOpen: Bool = false) {
    self.type = type
    self.slots = slots
    self.origin = origin
    self.isOpen = isOpen
  }

  /// The value in a slot, or the unknown that reading an absent field gives.
  func read(_ index: Int) -> Value {
    if index < slots.count, let value = slots[index] { return value }
    return .unknown(missing(index))
  }

  /// Whether the field in a slot is absent for certain; false for a slot there is not.
  func lacks(_ slot: Int32) -> Bool {
    guard !isOpen, slot >= 0, Int(slot) < type.fields.count else { return false }
    return Int(slot) >= slots.count || slots[Int(slot)] == nil
  }

  /// The value in a slot; nil where there is none.
  func field(_ slot: Int32) -> Value? {
    Int(slot) < slots.count ? slots[Int(slot)] : nil
  }

  /// Whether the field in a slot holds the same text; nil when it holds no text.
  func isText(_ text: String, in slot: Int32) -> Bool? {
    Int(slot) < slots.count ? slots[Int(slot)]?.isText(text) : nil
  }

  /// Whether the field in a slot is there, when that is certain.
  func has(_ slot: Int32) -> Bool? {
    if lacks(slot) { return false }
    guard slot >= 0, Int(slot) < slots.count, let isUnknown = slots[Int(slot)]?.isUnknown else {
      return nil
    }
    return isUnknown ? nil : true
  }

  /// Whether the field in a slot is there with a value that is known; nil for a slot there is not.
  func knows(_ slot: Int32) -> Bool? {
    guard slot >= 0, Int(slot) < type.fields.count else { return nil }
    guard Int(slot) < slots.count, let value = slots[Int(slot)] else { return false }
    return !value.isUnknown
  }

  /// The object in a slot, which holds as long as this one; nil where there is none.
  func object(in slot: Int32) -> Unmanaged<StructValue>? {
    Int(slot) < slots.count ? slots[Int(slot)]?.object : nil
  }

  /// What is not known when the field in this slot is absent.
  func missing(_ index: Int) -> UnknownSet {
    UnknownSet(
      Attribute(
        origin: origin,
        trail: type.fields[index].trail,
        reason: isOpen ? .notReported : .absent
      )
    )
  }
}
