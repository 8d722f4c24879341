import Lint

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks somebody at a terminal the questions of a plan, and keeps the file up to date with every answer.
///
/// The file is made before anything is asked: a name that is taken is told at once, and whatever ends the interview,
/// the answers are there.
struct Interviewer {
  private var interview: Interview
  private let file: String
  private let text: InterviewText

  init(_ interview: Interview, file: String, text: InterviewText) {
    self.interview = interview
    self.file = file
    self.text = text
  }

  /// Asks everything; false when it was broken off, after telling what was kept.
  ///
  /// - Throws: `FileProblem` when the file cannot be made or written.
  mutating func ask() throws -> Bool {
    try FileTree.create(file, interview.plan)
    let interruption = Interruption()
    var input = TerminalInput()
    let count = interview.questions.count
    StandardOutput.write(text.introduction(questions: count))
    while let question = interview.question {
      StandardOutput.write(text.question(question, number: interview.index + 1, of: count))
      guard try settle(&input, interruption) else {
        if !interview.hasAnswers { unlink(file) }
        StandardOutput.write(text.stopped(file, isKept: interview.hasAnswers))
        return false
      }
    }
    return true
  }

  /// Takes lines until the question is answered or skipped; false when there are no more.
  private mutating func settle(
    _ input: inout TerminalInput,
    _ interruption: borrowing Interruption
  ) throws -> Bool {
    while case .text(let line) = input.next(interruption) {
      switch interview.answer(line) {
      case .refused(let wording): StandardOutput.write(text.refusal(wording))
      case .skipped: return true
      case .accepted:
        try FileTree.replace(file, interview.plan)
        return true
      }
    }
    return false
  }
}
