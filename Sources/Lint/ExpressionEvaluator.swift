package import CEL
package import SourceText

/// Evaluates one expression, on a plan or on nothing: for rule authors who want to see what it gives.
package struct ExpressionEvaluator: Sendable {
  /// What an expression came to.
  package struct Evaluation: Sendable {
    package let value: Value
    /// The type that the checker found.
    package let type: CELType
    /// Where the value stands in the plan; nil for what was computed.
    package let path: String?
    package let range: SourceRange?
    /// What is not known, with the reason.
    package let missing: [(path: String, reason: Reason)]
  }

  private let pack: RulePack

  package init(pack: RulePack) {
    self.pack = pack
  }

  /// Evaluates a text as if it stood in a rule.
  ///
  /// Without a plan there is no `plan`, `peildatum` or `regeling` to speak of.
  package func evaluate(
    _ source: String,
    on plan: Plan?,
    referenceDate: Value? = nil
  ) -> Result<Evaluation, PackError> {
    let bindings = plan.map { self.bindings(for: $0, referenceDate) } ?? []
    let environment = Environment(
      variables: bindings.map { ($0.name, $0.type) },
      structures: pack.schema.structures,
      functions: RuleFunctions.library
    )
    let file = SourceFile(path: "expression", text: source)
    switch environment.compile(source) {
    case .failure(let failure):
      return .failure(
        PackError(
          diagnostics: failure.errors.map { error in
            Diagnostic(error.message, help: error.help, file: file, range: error.range)
          }
        )
      )
    case .success(let program):
      var frame = Frame(environment)
      for binding in bindings {
        if let id = environment.variable(named: binding.name) { frame.set(id, binding.value) }
      }
      do throws(EvaluationError) {
        let value = try program.evaluate(in: &frame)
        return .success(evaluation(value, program.type, plan))
      } catch {
        let diagnostic = Diagnostic(error.message, file: file, range: error.range)
        return .failure(PackError(diagnostics: [diagnostic]))
      }
    }
  }

  private func bindings(
    for plan: Plan,
    _ date: Value?
  ) -> [(name: String, type: CELType, value: Value)] {
    [
      ("plan", pack.schema.planType, plan.value),
      ("peildatum", .date, date ?? plan.referenceDate ?? plan.unknown("peildatum")),
      (
        "regeling", pack.schema.schemeType,
        plan.scheme.flatMap { pack.schemes[$0] } ?? plan.unknown("programma", "regeling")
      ),
    ]
  }

  private func evaluation(_ value: Value, _ type: CELType, _ plan: Plan?) -> Evaluation {
    let origin = plan == nil ? nil : value.origin
    return Evaluation(
      value: value,
      type: type,
      path: origin.flatMap { origin in plan.map { $0.places.path(of: origin) } },
      range: origin.flatMap { origin in plan.map { $0.places.highlight(of: origin, in: $0.file) } },
      missing: (value.unknown?.attributes ?? []).map { attribute in
        (plan?.places.path(of: attribute) ?? "$", attribute.reason)
      }
    )
  }
}
