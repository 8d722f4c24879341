/// Times a piece of work.
enum Stopwatch {
  /// The median over a number of runs, after one that does not count.
  static func median(runs: Int, _ work: () -> Void) -> Duration {
    work()
    let clock = ContinuousClock()
    let times = (0..<runs).map { _ in clock.measure(work) }.sorted()
    return times[times.count / 2]
  }
}

/// The figures of a run, aligned.
struct Table {
  private var rows: [(name: String, figures: [String])] = []

  mutating func add(_ heading: String) {
    rows.append((heading, []))
  }

  mutating func add(
    _ name: String,
    _ time: Duration,
    per count: Int = 1,
    _ unit: String = "",
    ratioTo base: Duration? = nil
  ) {
    var figures = [Self.microseconds(time)]
    if count > 1 { figures.append("\(Self.microseconds(time / count)) per \(unit)") }
    if let base { figures.append("\(Self.rounded(time / base))×") }
    rows.append((name, figures))
  }

  func print() {
    let width = rows.map(\.name.count).max() ?? 0
    for row in rows {
      let gap = String(repeating: " ", count: width - row.name.count)
      Swift.print(row.name + gap + "  " + row.figures.joined(separator: "  "))
    }
  }

  private static func microseconds(_ time: Duration) -> String {
    "\(rounded(time / .microseconds(1))) µs"
  }

  private static func rounded(_ number: Double) -> String {
    number < 10 ? "\((number * 10).rounded() / 10)" : "\(Int(number.rounded()))"
  }
}
