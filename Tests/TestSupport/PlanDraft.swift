/// A plan being written: who writes it, in what notation, and over which years.
struct PlanDraft {
  var random: SplitMix
  /// The share of the questions that this writer answers, and does well.
  let care: Double
  let notation: PlanNotation
  let place: String
  let start: Day
  let end: Day
  /// The ids that activities and other sections refer to.
  let partners: [Int]
  let themeCount: Int
  /// 0 when the plan has no analysis.
  let problemCount: Int
  let groupCount: Int
  let sources: [Int]

  init(seed: UInt64) {
    var random = SplitMix(seed: seed)
    care = Double.random(in: 0.3...0.98, using: &random)
    notation = PlanNotation(&random)
    place =
      PlanWords.placeStarts.picked(&random) + PlanWords.placeEnds.picked(&random)
    start = Day(Int.random(in: 2021...2024, using: &random), [1, 2, 5, 8, 9].picked(&random))
    end = start.adding(months: [17, 24, 30, 36, 42, 48].picked(&random)).dayBefore
    partners = PlanWords.partners.indices.chosen(Int.random(in: 3...12, using: &random), &random)
    sources = PlanWords.sources.indices.chosen(Int.random(in: 1...5, using: &random), &random)
    themeCount = Int.random(in: 1...6, using: &random)
    let hasAnalysis = Double.random(in: 0..<1, using: &random) < care + 0.1
    problemCount = hasAnalysis ? Int.random(in: 2...7, using: &random) : 0
    groupCount = Int.random(in: 2...6, using: &random)
    self.random = random
  }

  mutating func answers() -> Bool { Double.random(in: 0..<1, using: &random) < care }

  /// The value, when this writer answers the question.
  mutating func perhaps(_ value: PlanTree?) -> PlanTree? { answers() ? value : nil }

  mutating func yesOrNo() -> PlanTree { .scalar(answers() ? "ja" : "nee") }

  mutating func words(_ choices: String...) -> PlanTree {
    .scalar(choices.picked(&random))
  }

  mutating func word(of choices: [String]) -> PlanTree {
    .scalar(choices.picked(&random))
  }

  /// Some of the words, each once, in their order.
  mutating func some(of choices: [String], atMost count: Int) -> PlanTree {
    let number = Int.random(in: 1...max(1, min(count, choices.count)), using: &random)
    return .list(choices.indices.chosen(number, &random).map { .scalar(choices[$0]) })
  }

  mutating func quantity(_ range: ClosedRange<Int>, step: Int = 1) -> PlanTree {
    .scalar("\(Int.random(in: range, using: &random) / step * step)")
  }

  /// An amount in the plan's notation, now and then not known yet.
  mutating func amount(_ euros: Int) -> PlanTree {
    random.oneIn(30) ? words("PM", "onbekend", "p.m.") : .scalar(notation.amount(euros))
  }

  /// A day in the plan's notation, now and then only its month or year.
  mutating func day(_ day: Day) -> PlanTree {
    let isPartial = random.oneIn(12)
    let isYear = random.oneIn(4)
    return .scalar(
      isPartial ? notation.part(of: day, isYear: isYear) : notation.day(day)
    )
  }

  /// A day so many months after the start, before the end.
  mutating func day(after months: ClosedRange<Int>) -> PlanTree {
    let last = max(0, start.months(until: end) - 1)
    let count = min(last, Int.random(in: months, using: &random))
    return day(start.adding(months: count).on(Int.random(in: 1...28, using: &random)))
  }

  mutating func period(_ start: Day, _ end: Day) -> PlanTree {
    .fields(["start": day(start), "eind": day(end)])
  }

  /// Prose of so many sentences.
  mutating func prose(_ count: ClosedRange<Int>) -> PlanTree {
    let ends = PlanWords.sentenceEnds.indices.chosen(Int.random(in: count, using: &random), &random)
    let sentences = ends.shuffled(using: &random).map { end in
      let start = PlanWords.sentenceStarts.picked(&random).replacing("*", with: place)
      return "\(start) \(PlanWords.sentenceEnds[end])."
    }
    return .scalar(sentences.joined(separator: " "))
  }

  /// Prose where the fields are not filled in: who answers few questions, writes more.
  mutating func remark() -> PlanTree? {
    let text = prose(1...5)
    return Double.random(in: 0..<1, using: &random) < 1 - care * 0.9 ? text : nil
  }

  /// References to some of the things that are numbered `v1`, `v2` and so on.
  mutating func references(_ letter: String, of count: Int, atMost most: Int = 2) -> PlanTree {
    some(of: (1...count).map { "\(letter)\($0)" }, atMost: most)
  }

  mutating func somePartners(atMost count: Int) -> PlanTree {
    some(of: partners.map { PlanWords.partners[$0].0 }, atMost: count)
  }

  mutating func partner() -> PlanTree {
    .scalar(PlanWords.partners[partners.picked(&random)].0)
  }

  mutating func role() -> PlanTree { word(of: PlanWords.roles) }
}

extension PlanTree {
  /// A mapping of the fields that have a value.
  static func fields(_ fields: KeyValuePairs<String, PlanTree?>) -> PlanTree {
    .map(
      fields.compactMap { name, value in value.map { Entry(key: name, value: $0) } }
    )
  }
}

extension Array {
  /// One of the elements of an array that has some.
  func picked(_ random: inout SplitMix) -> Element {
    self[Int.random(in: indices, using: &random)]
  }
}

extension Range<Int> {
  /// So many of the numbers at most, in their order.
  func chosen(_ count: Int, _ random: inout SplitMix) -> [Int] {
    Array(shuffled(using: &random).prefix(count)).sorted()
  }
}
