import ArgumentParser

/// Which plans are judged, of those that paths stand for or that a list names, and what of them is told.
///
/// One group, since each costs a twenty-fifth of a start.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Toets alleen plannen die veranderd zijn volgens git: sinds de laatste commit, of met --changed=main sinds je van main aftakte.",
      valueName: "tak|commit"
    ),
    // What follows after a space is a path already.
    completion: .plan
  )
  var changed: String?

  @Flag(
    help:
      "Toon alleen wat de verandering meebrengt: bevindingen op veranderde regels, en nieuwe. Vergelijkt met git; zonder --changed met de laatste commit."
  )
  var diffOnly = false

  @Flag(
    help:
      "Sla ook van de bestanden die je noemt over wat geen plan is («plantoets:» bovenaan) of is uitgesloten. Is er dan niets te toetsen, dan is dat goed."
  )
  var onlyPlans = false

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
}
