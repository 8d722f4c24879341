package import SourceText

/// A pack of one lesson with a schema of a few fields, for tests of what handles rules.
package enum SmallPack {
  /// The files of the pack with these rules, each at `les/<id>.yaml`.
  package static func files(_ rules: [(id: String, text: String)]) -> [SourceFile] {
    texts(rules).map { SourceFile(path: $0.path, text: $0.text) }
  }

  /// The same as texts, to be written to a folder.
  package static func texts(_ rules: [(id: String, text: String)]) -> [(path: String, text: String)]
  {
    [(path: "pack.yaml", text: header), (path: "plan.schema.json", text: schema)]
      + rules.map { (path: "les/\($0.id).yaml", text: $0.text) }
  }

  /// A rule with the fields that every rule must have.
  ///
  /// Its logic comes first, so that the lines of places can be counted: those of `given`, `when`, `assert` and the like,
  /// and of `tests`.
  package static func rule(
    id: String = "regel",
    kind: String = "problem",
    message: String = "Zo staat het er.",
    _ logic: String
  ) -> String {
    """
    \(logic)
    id: \(id)
    lesson: les
    kind: \(kind)
    \(kind == "problem" ? "severity: warning\neffort: low\nremedy: {nl: Doe er iets aan., en: Mend it.}" : "")
    title: {nl: Een regel, en: A rule}
    message: {nl: "\(message)", en: "\(message)"}
    why: {nl: Het document zag dit., en: The document saw this.}
    sources: [{document: bron, section: Een kop}]
    """
  }

  private static let header = """
    id: klein
    version: 1.0.0
    languages: [nl, en]
    title: {nl: Klein | pakket, en: Small | pack}
    lessons:
      - id: les
        weight: 2
        title: {nl: De <les>, en: The <lesson>}
        description: {nl: Wat de bron zegt., en: What the source says.}
    sources:
      - {id: bron, title: Het verslag, date: 2022-04, publisher: De uitgever, url: "https://example.org/", sections: [Een kop]}
    bands:
      - {from: 1, title: {nl: zwak, en: weak}}
    """

  private static let schema = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "plantoets": {"type": ["integer", "string"], "format": "aantal"},
        "peildatum": {"type": ["string", "integer"], "format": "datum"},
        "gemeente": {"type": "object", "properties": {"naam": {"type": "string"}}},
        "programma": {
          "type": "object",
          "properties": {"naam": {"type": "string"}, "regeling": {"type": "string"}}
        },
        "herkomst": {
          "type": "object",
          "properties": {"volledig": {"type": ["boolean", "string"], "format": "ja-nee"}}
        },
        "activiteiten": {"type": "array", "items": {"$ref": "#/$defs/activiteit"}}
      },
      "$defs": {
        "activiteit": {
          "type": "object",
          "properties": {
            "id": {"type": "string"},
            "naam": {"type": "string"},
            "budget": {"type": ["number", "string"], "format": "bedrag"},
            "aantal": {"type": ["integer", "string"], "format": "aantal"},
            "soort": {"type": "string", "enum": ["les", "zorg", "proces"]},
            "start": {"type": ["string", "integer"], "format": "datum"},
            "eind": {"type": ["string", "integer"], "format": "datum"},
            "doelgroepen": {"type": "array", "items": {"type": "string"}}
          }
        }
      }
    }
    """
}
