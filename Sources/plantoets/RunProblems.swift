import ArgumentParser
import Lint
import Reporters
import SourceText

extension ParsableCommand {
  /// Runs the command's work, and tells what kept it from going on.
  ///
  /// - Throws: the exit code that says so.
  func tellingProblems<Result>(
    in language: Language,
    style: TextStyle,
    _ work: () throws -> Result
  ) throws -> Result {
    do {
      return try work()
    } catch let problem as InputProblem {
      for diagnostic in problem.diagnostics {
        StandardError.write(DiagnosticText(diagnostic).render(style: style))
      }
      throw ExitCode(2)
    } catch let problem as FileProblem {
      StandardError.write("plantoets: \(problem.path): \(problem.reason(in: language))")
      throw ExitCode(2)
    } catch let name as UnknownName {
      StandardError.write(name.message)
      throw ExitCode(64)
    } catch is Interrupted {
      throw ExitCode(Interrupted.exitCode)
    }
  }
}

extension Language {
  /// What to say of a folder in which nothing was found.
  func noPlans(in folder: String) -> String {
    switch self {
    case .nl:
      """
      plantoets: in «\(folder)» staat geen plan. Een plan is een .yaml-bestand met bovenaan «plantoets: 1».
      """
    case .en:
      """
      plantoets: there is no plan in “\(folder)”. A plan is a .yaml file with “plantoets: 1” at the top.
      """
    }
  }

  /// What to say when git knows of no plan that changed.
  func noChanges(since reference: String) -> String {
    switch self {
    case .nl: "plantoets: er is geen plan veranderd sinds «\(reference)»."
    case .en: "plantoets: no plan has changed since “\(reference)”."
    }
  }

  /// What to say of a report that could not be written.
  func notWritten(_ problem: FileProblem) -> String {
    let reason =
      if case .missing = problem.kind {
        LocalizedText(nl: "de map bestaat niet", en: "the folder does not exist")[self]
      } else { problem.reason(in: self) }
    return switch self {
    case .nl: "plantoets: het rapport «\(problem.path)» is niet geschreven: \(reason)"
    case .en: "plantoets: the report “\(problem.path)” was not written: \(reason)"
    }
  }
}
