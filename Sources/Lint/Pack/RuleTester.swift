package import SourceText

/// Runs the tests that rules carry with them, and measures how much of the rules they prove.
package struct RuleTester: Sendable {
  /// One test that was run.
  package struct Outcome: Sendable {
    package let rule: String
    package let test: String
    /// Where the test stands.
    package let file: SourceFile
    package let range: SourceRange
    /// What differed from what the test expects; empty when it passed.
    package let complaints: [String]

    package var hasPassed: Bool { complaints.isEmpty }
  }

  let pack: RulePack

  package init(pack: RulePack) {
    self.pack = pack
  }

  /// Runs every test of every rule, in the pack's order.
  package func run() -> [Outcome] {
    pack.rules.flatMap { run($0) }
  }

  /// Runs the tests of one rule.
  package func run(_ compiled: CompiledRule) -> [Outcome] {
    outcomes(of: compiled, on: trials(of: compiled))
  }

  /// Runs the tests of every rule on it and on its mutants, in the pack's order.
  package func prove() -> [RuleProof] {
    pack.rules.map { prove($0) }
  }

  /// Runs the tests of one rule on it and on its mutants.
  package func prove(_ compiled: CompiledRule) -> RuleProof {
    let trials = trials(of: compiled)
    let outcomes = outcomes(of: compiled, on: trials)
    // A test that fails on the rule itself says nothing about a mutant.
    var sound = zip(trials, outcomes).filter(\.1.hasPassed).map(\.0)
    let mutants = Mutant.all(of: compiled)
    var survivors: [Mutant] = []
    for mutant in mutants {
      let catcher = sound.firstIndex { !$0.complaints(about: mutant.compiled).isEmpty }
      guard let catcher else {
        survivors.append(mutant)
        continue
      }
      // What caught one mutant often catches its neighbour too.
      sound.swapAt(0, catcher)
    }
    return RuleProof(
      rule: compiled.rule.id,
      outcomes: outcomes,
      coverage: Coverage(of: compiled, by: trials),
      mutants: mutants.count,
      survivors: survivors
    )
  }

  private func trials(of compiled: CompiledRule) -> [RuleTrial] {
    compiled.rule.tests.map { RuleTrial($0, of: compiled, pack: pack) }
  }

  private func outcomes(of compiled: CompiledRule, on trials: [RuleTrial]) -> [Outcome] {
    trials.map { trial in
      Outcome(
        rule: compiled.rule.id,
        test: trial.test.name,
        file: compiled.rule.file,
        range: trial.test.range,
        complaints: trial.complaints(about: compiled)
      )
    }
  }
}

/// What a rule's own tests prove of it.
package struct RuleProof: Sendable {
  package let rule: String
  package let outcomes: [RuleTester.Outcome]
  package let coverage: Coverage
  /// How many changed copies of the rule were tried.
  package let mutants: Int
  /// Those that no test told from the rule itself.
  package let survivors: [Mutant]

  package var caught: Int { mutants - survivors.count }
}
