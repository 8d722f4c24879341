/// How much a document may ask of its reader; each limit that is hit is a `Problem` that names it.
package struct Limits: Hashable, Sendable {
  /// Size of the text, in bytes.
  package var bytes: Int
  /// Collections inside collections.
  package var depth: Int
  /// Nodes after alias expansion, counted without expanding.
  package var nodes: Int

  package init(bytes: Int = 16_000_000, depth: Int = 64, nodes: Int = 2_000_000) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }
}
