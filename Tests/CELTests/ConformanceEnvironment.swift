import CEL
import Foundation

/// The declarations and bindings of a test of the official suite.
struct ConformanceEnvironment {
  let environment: Environment
  let bindings: [String: Value]

  struct Unsupported: Error {
    let what: String
  }

  init(_ test: ConformanceCase) throws {
    var variables: [(String, CELType)] = []
    var functions: [Function] = []
    for declaration in test.declarations {
      let name = declaration["name"]?.string ?? ""
      if let identifier = declaration["ident"] {
        variables.append((name, Self.type(identifier["type"] ?? .null)))
      } else if let function = declaration["function"] {
        functions.append(Self.function(name, function))
      }
    }
    var bindings: [String: Value] = [:]
    for (name, binding) in test.bindings {
      bindings[name] = try Self.value(binding["value"] ?? .null)
      // The words of the language cannot be variables, whatever is bound to them.
      if !variables.contains(where: { $0.0 == name }) { variables.append((name, .dyn)) }
    }
    self.bindings = bindings
    environment = Environment(
      variables: variables,
      functions: StandardLibrary.standard(zones: Zones.rules).adding(functions),
      container: test.container
    )
  }

  private static func function(_ name: String, _ declaration: JSON) -> Function {
    let overloads = (declaration["overloads"]?.array ?? []).map { overload in
      Overload.declared(
        .global,
        (overload["params"]?.array ?? []).map(type),
        type(overload["result_type"] ?? .null)
      )
    }
    return Function(name, "", overloads, examples: [])
  }

  static func type(_ json: JSON) -> CELType {
    if let name = json["primitive"]?.string { return primitive(name) }
    if let name = json["wrapper"]?.string { return .nullable(primitive(name)) }
    if let list = json["list_type"] { return .list(type(list["elem_type"] ?? .null)) }
    if let map = json["map_type"] {
      return .map(type(map["key_type"] ?? .null), type(map["value_type"] ?? .null))
    }
    if let name = json["type_param"]?.string { return .parameter(name) }
    if let name = json["well_known"]?.string { return name == "DURATION" ? .duration : .timestamp }
    if let name = json["message_type"]?.string {
      switch name {
      case "google.protobuf.Duration": return .duration
      case "google.protobuf.Timestamp": return .timestamp
      default: return .structure(name)
      }
    }
    if let abstract = json["abstract_type"] {
      let parameters = (abstract["parameter_types"]?.array ?? []).map(type)
      let name = abstract["name"]?.string ?? ""
      return name == "optional_type" ? .optional(parameters[0]) : .abstract(name, parameters)
    }
    return json["null"] != nil ? .null : .dyn
  }

  private static func primitive(_ name: String) -> CELType {
    switch name {
    case "BOOL": .bool
    case "INT64": .int
    case "UINT64": .uint
    case "DOUBLE": .double
    case "STRING": .string
    case "BYTES": .bytes
    default: .dyn
    }
  }

  static func value(_ json: JSON) throws -> Value {
    guard case .object(let members) = json, let (key, content) = members.first else {
      throw Unsupported(what: "\(json)")
    }
    switch (key, content) {
    case ("null_value", _): return .null
    case ("bool_value", .bool(let value)): return .bool(value)
    case ("int64_value", .string(let text)): return .int(Int64(text) ?? 0)
    case ("uint64_value", .string(let text)): return .uint(UInt64(text) ?? 0)
    case ("double_value", .number(let value)): return .double(value)
    case ("double_value", .string(let text)): return .double(Double(text) ?? 0)
    case ("string_value", .string(let text)): return .string(text)
    case ("bytes_value", .string(let text)):
      return .bytes([UInt8](Data(base64Encoded: text) ?? Data()))
    case ("list_value", _): return .list(try (content["values"]?.array ?? []).map(value))
    case ("map_value", _): return try map(content["entries"]?.array ?? [])
    case ("type_value", .string(let name)): return try type(named: name)
    case ("object_value", _):
      guard content["@type"]?.string == "type.googleapis.com/google.protobuf.Duration",
        let text = content["value"]?.string, let span = TimeSpan(text)
      else { throw Unsupported(what: "\(content)") }
      return Value(.duration(span))
    default: throw Unsupported(what: key)
    }
  }

  private static func map(_ entries: [JSON]) throws -> Value {
    let literal = try entries.map { entry in
      "\(try value(entry["key"] ?? .null)): \(try value(entry["value"] ?? .null))"
    }
    return try evaluate("{\(literal.joined(separator: ", "))}")
  }

  private static func type(named name: String) throws -> Value {
    try evaluate(name)
  }

  private static func evaluate(_ source: String) throws -> Value {
    let environment = Environment(variables: [])
    var frame = Frame(environment)
    return try environment.compile(source).get().evaluate(in: &frame)
  }
}
