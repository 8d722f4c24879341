import CEL
import JSONSchema

/// How values of a subschema are read: the schema, seen as types.
struct PlanShape: Sendable {
  /// An index in the schema's table of shapes; indexes let shapes refer to themselves.
  typealias ID = Int

  enum Kind: Sendable {
    case object(PlanObject)
    case list(ID)
    /// A mapping with keys of the writer's choice.
    case map(ID)
    case scalar(PlanScalar)
  }

  var kind: Kind
  /// What expressions see.
  var type: CELType
}

/// An object's fields, by their position in its CEL type.
struct PlanObject: Sendable {
  var type: StructType
  var fields: [PlanShape.ID]
}

/// One value.
struct PlanScalar: Sendable {
  var format: DutchFormat?
  /// The words that it can be; nil when it is free.
  var words: Set<String>?
  /// The list whose ids it refers to, as `$.doelgroepen`.
  var target: String?
}
