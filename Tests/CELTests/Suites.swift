import CEL
import Foundation

/// Where the official test data is: the folder that `PLANTOETS_SHARED` names, else `shared` beside the checkout.
enum Suites {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["PLANTOETS_SHARED"] {
      return URL(filePath: path, directoryHint: .isDirectory)
    }
    return URL(filePath: #filePath)
      .appending(path: "../../../../shared", directoryHint: .isDirectory).standardized
  }()

  static let cel = folder.appending(path: "conformance/cel", directoryHint: .isDirectory)

  static var isPresent: Bool { FileManager.default.fileExists(atPath: cel.path) }
}

/// The time zone database of the system.
enum Zones {
  private static let folder = URL(filePath: "/usr/share/zoneinfo", directoryHint: .isDirectory)

  static var isPresent: Bool { rules("Europe/Amsterdam") != nil }

  @Sendable static func rules(_ name: String) -> ZoneRules? {
    (try? Data(contentsOf: folder.appending(path: name))).flatMap { ZoneRules([UInt8]($0)) }
  }
}

/// A value of a JSON text.
enum JSON: Decodable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  var array: [JSON] {
    if case .array(let values) = self { values } else { [] }
  }
}
