/// The plans that a list names: on each line a path, or a record with the plan itself.
struct PlanList: ~Copyable {
  private var stream: LineStream
  private let path: String
  /// How many bytes of a plan are read.
  private let limit: Int
  private var number = 0

  /// How many plans are taken from the list before they are judged, at most.
  private static let most = 256

  init(path: String, isSeparatedByNull: Bool, limit: Int) throws(FileProblem) {
    self.path = path
    self.limit = limit
    // A character of a text takes six in a record at most.
    stream = try LineStream(
      path: path,
      separator: isSeparatedByNull ? 0 : UInt8(ascii: "\n"),
      longest: limit * 6 + (1 << 16)
    )
  }

  /// The plans of the lines that are there, one for each that is not empty; nil at the end.
  mutating func next() throws(FileProblem) -> [PlanFinder.Input]? {
    let lines = try stream.next(atMost: Self.most)
    guard !lines.isEmpty else { return nil }
    var inputs: [PlanFinder.Input] = []
    for line in lines {
      number += 1
      if let input = input(line.last == UInt8(ascii: "\r") ? line.dropLast() : line) {
        inputs.append(input)
      }
    }
    return inputs
  }

  private func input(_ line: [UInt8]) -> PlanFinder.Input? {
    guard let first = line.first else { return nil }
    guard first == UInt8(ascii: "{") else {
      return PlanFinder.Input(path: String(decoding: line, as: UTF8.self), source: .file)
    }
    guard let record = PlanRecord(line) else {
      let place = "\(path):\(number)"
      return PlanFinder.Input(
        path: place,
        source: .read(.failure(FileProblem(.notARecord, path: place)))
      )
    }
    return PlanFinder.Input(
      path: record.path,
      source: .read(.success(Array(record.text.prefix(limit))))
    )
  }
}
