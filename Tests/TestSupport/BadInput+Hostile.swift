extension BadInput {
  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Files that ask for more time or memory than they are worth.
  static let hostile: [BadInput] = [
    BadInput(
      "a billion laughs",
      file: start
        + text(
          "a0: &a0 [x, x]\n"
            + (1...60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        ),
      "limiet-bereikt",
      22,
      18,
      "--limit nodes"
    ),
    BadInput(
      "20,000 open brackets",
      file: start + text("themas: " + String(repeating: "[", count: 20_000)),
      "limiet-bereikt",
      4,
      72,
      "--limit depth"
    ),
    BadInput(
      "1,000 levels by indentation",
      file: start
        + text((0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
      "limiet-bereikt",
      68,
      65,
      "--limit depth"
    ),
    BadInput(
      "a scalar of 30 MB",
      file: start + text("ambitie: ") + [UInt8](repeating: 0x61, count: 30_000_000),
      "limiet-bereikt",
      1,
      1,
      "--limit bytes"
    ),
    BadInput(
      "an amount of 1 MB",
      file: start + text("begroting:\n  totaal: " + String(repeating: "9", count: 1_000_000)),
      "verkeerde-notatie",
      5,
      11,
      "bedrag"
    ),
    BadInput(
      "a date of 1 MB of dashes",
      file: start + text("peildatum: 1" + String(repeating: "-", count: 1_000_000)),
      "verkeerde-notatie",
      4,
      12,
      "datum"
    ),
    BadInput(
      "a name of 100 kB",
      file: start + text("? " + String(repeating: "a", count: 100_000) + "\n: b\n"),
      "onbekend-veld",
      4,
      3,
      "geen bekend veld"
    ),
    BadInput(
      "300,000 keys",
      file: start + text((0..<300_000).map { "k\($0): 1\n" }.joined()),
      "onbekend-veld",
      4,
      1,
      "geen bekend veld"
    ),
    BadInput(
      "300,000 keys, of which the last is broken",
      file: start + text((0..<300_000).map { "k\($0): 1\n" }.joined() + "themas: ["),
      "onbekend-veld",
      4,
      1,
      "geen bekend veld"
    ),
    BadInput(
      "300,000 times the same key",
      file: start + text(String(repeating: "ambitie: a\n", count: 300_000)),
      "dubbel-veld",
      5,
      1,
      "eerst op regel 4"
    ),
    BadInput(
      "100,000 items with one id",
      file: start + text("themas:\n" + String(repeating: "- {id: t}\n", count: 100_000)),
      "dubbele-id",
      6,
      8,
      "regel 5"
    ),
    BadInput(
      "100,000 references to nothing",
      file: start
        + text("activiteiten:\n- id: a\n  doelgroepen:\n")
        + text((0..<100_000).map { "  - d\($0)\n" }.joined()),
      "verwijzing-bestaat-niet",
      7,
      5,
      "doelgroepen"
    ),
    BadInput(
      "a million empty lines and an open quote",
      file: start + text("ambitie: \"a" + String(repeating: "\n", count: 1_000_000)),
      "yaml-syntax",
      4,
      10,
      "aanhalingsteken"
    ),
    BadInput(
      "100,000 lines with marks of Word",
      file: start + text("themas:\n" + String(repeating: "– id: “a”\n", count: 100_000)),
      "teken-uit-word",
      5,
      1,
      "Zo staan er nog"
    ),
    BadInput(
      "a million bytes that are no text",
      file: start + [UInt8](repeating: 0xFE, count: 1_000_000),
      "geen-utf8",
      4,
      1,
      "UTF-8"
    ),
    BadInput(
      "a million NULs",
      file: start + text("ambitie: a") + [UInt8](repeating: 0, count: 1_000_000),
      "yaml-syntax",
      4,
      11,
      "onzichtbaar"
    ),
    BadInput(
      "a long tag",
      file: start + text("ambitie: !" + String(repeating: "a", count: 100_000) + " b\n"),
      "yaml-syntax",
      4,
      10,
      "uitroepteken"
    ),
  ]
}
