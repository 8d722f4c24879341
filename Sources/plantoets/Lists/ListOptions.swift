import ArgumentParser

/// Plans that a list names rather than the command line.
struct ListOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Lees uit een bestand, of met - van standaardinvoer, wat je wilt toetsen: op elke regel een pad, of {\"path\": …, \"text\": …} met het plan zelf. Met --format ndjson of concise komt het antwoord meteen, in dezelfde volgorde.",
      valueName: "bestand"
    ),
    completion: .file()
  )
  var filesFrom: String?

  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "De paden van --files-from eindigen op een nulteken, zoals bij «find -print0»."
  )
  var isSeparatedByNull = false

  func validate() throws {
    if isSeparatedByNull, filesFrom == nil {
      throw ValidationError("--null hoort bij --files-from.")
    }
  }

  /// The list, opened; nil when there is none.
  func list(limit: Int) throws(FileProblem) -> PlanList? {
    guard let filesFrom else { return nil }
    return try PlanList(path: filesFrom, isSeparatedByNull: isSeparatedByNull, limit: limit)
  }

  /// All plans of the list; nil when there is none.
  func all(limit: Int) throws(FileProblem) -> [PlanFinder.Input]? {
    guard var list = try list(limit: limit) else { return nil }
    var inputs: [PlanFinder.Input] = []
    while let more = try list.next() { inputs += more }
    return inputs
  }
}
