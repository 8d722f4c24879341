/// How numbers lie: the least, the quarters and the greatest.
///
/// A quarter between two numbers is read off the line between them (type 7 of Hyndman and Fan, 1996).
package struct Spread: Sendable {
  package let count: Int
  package let least: Double
  package let lowerQuarter: Double
  package let median: Double
  package let upperQuarter: Double
  package let greatest: Double
  /// How many shares are in each tenth from 0 to 1; the last takes 1 too.
  package let tenths: [Int]

  /// Nil for no numbers; shares from 0 to 1.
  package init?(_ shares: [Double]) {
    let sorted = shares.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    count = sorted.count
    least = first
    lowerQuarter = Self.quantile(0.25, of: sorted)
    median = Self.quantile(0.5, of: sorted)
    upperQuarter = Self.quantile(0.75, of: sorted)
    greatest = last
    var tenths = [Int](repeating: 0, count: 10)
    // The last digits of a share must not carry it over a line: 0.3 may have come out as 0.29999…
    for share in sorted { tenths[min(9, max(0, Int(share * 10 + 1e-9)))] += 1 }
    self.tenths = tenths
  }

  private static func quantile(_ part: Double, of sorted: [Double]) -> Double {
    let place = part * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}

extension Spread {
  /// The plans below which none can be called an outlier; our own choice.
  package static let leastForOutliers = 12

  /// The lines beyond which a number stands apart: one and a half times the middle half away from it (Tukey, 1977).
  ///
  /// Nil with few numbers, and where the middle half is all the same, since everything else would then stand apart.
  package var fences: ClosedRange<Double>? {
    let width = upperQuarter - lowerQuarter
    guard count >= Self.leastForOutliers, width > 1e-9 else { return nil }
    return (lowerQuarter - 1.5 * width)...(upperQuarter + 1.5 * width)
  }
}
