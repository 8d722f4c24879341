import JSONSchema
import Testing

@Suite("The nearest name")
struct NearestNameTests {
  static let rows: [(name: String, nearest: String?)] = [
    ("budgt", "budget"), ("bugdet", "budget"), ("Budget", "budget"), ("budgetten", nil),
    ("insidenteel", "incidenteel"), ("karaktr", "karakter"), ("datm", nil), ("xyz", nil),
    ("", nil), ("i", "id"), ("e", nil), ("nama", "naam"),
  ]

  @Test("takes few edits, or there is none", arguments: rows)
  func find(_ name: String, _ nearest: String?) {
    let names = ["budget", "incidenteel", "karakter", "id", "naam", "startdatum"]
    #expect(NearestName.find(name, among: names) == nearest)
  }
}
