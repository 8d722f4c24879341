/// The smallest set of findings whose mending reaches the next band, the cheapest effort first (DESIGN 8).
package struct NextStep: Sendable {
  /// The band that it reaches.
  package var band: LocalizedText
  /// The grade with all of them mended.
  package var grade: Double
  /// The fingerprints of the findings to mend, in the order to take them up.
  package var findings: [String]
}
