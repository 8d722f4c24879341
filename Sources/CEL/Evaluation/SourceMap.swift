import SourceText
import Synchronization

/// The text of an expression with what errors and evidence tell of it; evaluating needs none of this.
struct SourceMap: Sendable {
  let source: String
  /// Where each operation stands, by its number.
  var places: [Place] = []
  /// The names of the variables it reads.
  var variableNames: [(slot: Int32, name: String)] = []

  /// A stretch of the text, in UTF-8 offsets.
  struct Place: Sendable {
    let start: Int32
    let end: Int32
  }

  func range(of node: NodeID) -> SourceRange {
    let place = places[Int(node.index)]
    return SourceRange(Int(place.start), Int(place.end))
  }

  /// The text of an operation.
  func text(of node: NodeID) -> String {
    let range = range(of: node)
    var source = source
    return source.withUTF8 { text in
      String(decoding: UnsafeBufferPointer(rebasing: text[range.start..<range.end]), as: UTF8.self)
    }
  }

  /// The name of a variable that the expression reads.
  func name(ofVariable slot: Int32) -> String? {
    variableNames.first { $0.slot == slot }?.name
  }

  /// One that lies in an archive; it is taken from it when it is first needed.
  final class Archived: Sendable {
    private let kept = Mutex<SourceMap?>(nil)
    private let make: @Sendable () -> SourceMap

    init(_ make: @escaping @Sendable () -> SourceMap) {
      self.make = make
    }

    var map: SourceMap {
      kept.withLock { kept in
        let map = kept ?? make()
        kept = map
        return map
      }
    }
  }
}
