/// An exact share of a plan's score: a plan is worth a thousand million points.
///
/// Points are handed down from the total to lessons, rules and subjects, and never averaged back, so that what is lost
/// adds up exactly. Whole numbers know no rounding that hangs on the order of adding up.
package struct Points: Hashable, Sendable {
  package var count: Int

  package init(_ count: Int) {
    self.count = count
  }

  package static let none = Points(0)
  /// What a plan that passes everything has.
  package static let all = Points(1_000_000_000)

  /// As a part of one.
  package var share: Double { Double(count) / Double(Self.all.count) }

  /// The points that come with the first `part` of `whole` equal parts, rounded down.
  ///
  /// Grows with `part`, so that one more part never costs points.
  func first(_ part: Int, of whole: Int) -> Points {
    guard whole > 0 else { return .none }
    let (quotient, remainder) = count.quotientAndRemainder(dividingBy: whole)
    return Points(quotient * part + remainder * part / whole)
  }

  /// Splits in proportion to weights; the parts add up exactly to the whole.
  func split(by weights: [Int]) -> [Points] {
    let total = weights.reduce(0, +)
    var sum = 0
    var given = Points.none
    return weights.map { weight in
      sum += weight
      let reached = first(sum, of: total)
      defer { given = reached }
      return reached - given
    }
  }
}

extension Points: Comparable {
  package static func < (left: Points, right: Points) -> Bool { left.count < right.count }
}

extension Points: AdditiveArithmetic {
  package static var zero: Points { none }
  package static func + (left: Points, right: Points) -> Points { Points(left.count + right.count) }
  package static func - (left: Points, right: Points) -> Points { Points(left.count - right.count) }
}
