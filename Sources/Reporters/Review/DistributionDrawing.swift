import Lint

/// How plans lie over a lesson, drawn: a bar for each tenth from 0 to 100%, and a line at the middle.
struct DistributionDrawing {
  let spread: Spread
  /// What the highest bar of all drawings stands for, so that they can be held side by side.
  let most: Int
  /// Begins the ids of the texts.
  let id: String
  let title: String
  /// The numbers, for who does not see the drawing.
  let description: String

  private static let height = 30

  var markup: Markup {
    let bars = spread.tenths.enumerated().map { index, count -> Markup in
      // A single plan among thousands still shows.
      let height = count == 0 ? 0 : max(1, count * Self.height / max(1, most))
      guard height > 0 else { return [] }
      return .tag(
        "rect",
        with: [
          "x": "\(index * 10)", "y": "\(Self.height - height)", "width": "9",
          "height": "\(height)",
        ]
      )
    }
    let middle = "\(Int((spread.median * 99).rounded()))"
    return .tag(
      "svg",
      class: "spread",
      with: [
        "viewBox": "0 0 99 \(Self.height + 2)", "role": "img",
        "aria-labelledby": "\(id)-titel", "aria-describedby": "\(id)-cijfers",
      ],
      .tag("title", with: ["id": "\(id)-titel"], "\(title)"),
      .tag("desc", with: ["id": "\(id)-cijfers"], "\(description)"),
      .tag("path", class: "floor", with: ["d": "M0 \(Self.height + 1)H99"]),
      .group(bars),
      .tag("path", class: "middle", with: ["d": "M\(middle) 0V\(Self.height + 1)"])
    )
  }
}
