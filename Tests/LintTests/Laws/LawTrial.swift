import CEL
import TestSupport

@testable import Lint

/// Puts generated plans to the laws and gathers what breaks them.
struct LawTrial: Sendable {
  struct Key: Hashable, Sendable {
    var rule: Int
    var law: RuleLaw
  }

  struct Outcome: Sendable {
    /// The first counterexample of each rule and law.
    var breaches: [Key: (seed: UInt64, change: Change)] = [:]
    /// What is wrong with the score itself.
    var failures: [String] = []
    /// How often a rule was put to each law.
    var tried: [RuleLaw: Int] = [:]

    mutating func merge(_ other: Outcome) {
      breaches.merge(other.breaches) { $0.seed < $1.seed ? $0 : $1 }
      failures += other.failures
      tried.merge(other.tried, uniquingKeysWith: +)
    }
  }

  let laws: RuleLaws
  let generator: TreeGenerator

  func run(seeds: [UInt64]) -> Outcome {
    var outcome = Outcome()
    for seed in seeds { run(seed, &outcome) }
    return outcome
  }

  private func run(_ seed: UInt64, _ outcome: inout Outcome) {
    let tree = generator.plan(seed: seed)
    let plan = laws.read(tree)
    let verdicts = laws.subjects.map { laws.verdicts($0, plan) }
    let ledger = Ledger(laws.weights, verdicts: verdicts.flatMap { $0 })
    outcome.failures += LedgerLaws(laws.weights, verdicts: verdicts.flatMap { $0 }, ledger)
      .failures.map { "seed \(seed): \($0)" }
    var random = SplitMix(seed: seed ^ 0xC0FF_EE00)
    for change in Self.changes(of: tree, &random)
    where laws.value(at: change.path, in: plan) != nil {
      let changed = laws.read(change.apply(to: tree))
      let fields = RuleLaws.difference(plan.value, changed.value)
      let isNameless = laws.repeatsNameless(change, in: tree)
      var after = verdicts
      var isExcepted = change.law != .removal
      for index in laws.readers(of: fields) {
        let subject = laws.subjects[index]
        after[index] = laws.verdicts(subject, changed)
        outcome.tried[change.law, default: 0] += 1
        if !subject.relevance.isDisjoint(with: fields)
          || verdicts[index].count != after[index].count
        {
          isExcepted = true
        }
        let isKept = laws.keeps(
          change.law,
          subject,
          changed: fields,
          isNameless: isNameless,
          verdicts[index],
          after[index]
        )
        if !isKept {
          isExcepted = true
          let key = Key(rule: subject.index, law: change.law)
          if outcome.breaches[key] == nil { outcome.breaches[key] = (seed, change) }
        }
      }
      guard !isExcepted else { continue }
      let later = Ledger(laws.weights, verdicts: after.flatMap { $0 })
      if later.low > ledger.low {
        outcome.failures.append("seed \(seed): \(change) raises the total")
      }
    }
  }

  /// A handful of changes of a plan, of all kinds.
  private static func changes(of tree: PlanTree, _ random: inout SplitMix) -> [Change] {
    let paths = tree.paths
    let fields = paths.filter { path in
      guard case .key(let name)? = path.last else { return false }
      // An id says which item it is, and `volledig` what absence means: neither is a fact left out.
      return !["id", "plantoets", "volledig", "herkomst"].contains(name)
    }
    let lists = paths.filter { path in
      if case .list(let items)? = tree[path] { !items.isEmpty } else { false }
    }
    var changes: [Change] = []
    for kind in [Change.Kind.remove, .remove, .empty, .forget] {
      if let path = fields.randomElement(using: &random) {
        changes.append(Change(kind: kind, path: path))
      }
    }
    for kind in [Change.Kind.repeat, .shuffle(random.next())] {
      if let path = lists.randomElement(using: &random) {
        changes.append(Change(kind: kind, path: path))
      }
    }
    return changes
  }

  /// The counterexamples, each made as small as it can be.
  func complaints(about outcome: Outcome) -> [String] {
    let sorted = outcome.breaches.sorted {
      ($0.key.rule, $0.key.law.rawValue) < ($1.key.rule, $1.key.law.rawValue)
    }
    return outcome.failures.prefix(20)
      + sorted.map { key, breach in
        let id = laws.pack.rules[key.rule].rule.id
        guard let subject = laws.subjects.first(where: { $0.index == key.rule }) else { return id }
        let tree = generator.plan(seed: breach.seed).shrunk {
          laws.isBroken(by: breach.change, on: $0, subject)
        }
        let before = Tally(laws.verdicts(subject, laws.read(tree)))
        let after = Tally(laws.verdicts(subject, laws.read(breach.change.apply(to: tree))))
        return """
          \(id) breaks the law of \(key.law.rawValue), seed \(breach.seed)
            plan:   \(tree)
            change: \(breach.change)
            before: \(before)
            after:  \(after)
          """
      }
  }
}
