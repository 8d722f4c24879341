/// Where in the input a value came from, as the caller numbers places; opaque to CEL.
///
/// The caller turns it back into a path such as `$.activiteiten[2].budget` and a place in a file.
package struct Origin: Hashable, Sendable {
  /// The number of the place, as the caller counts them.
  package let rawValue: Int32

  /// The place with this number.
  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }
}
