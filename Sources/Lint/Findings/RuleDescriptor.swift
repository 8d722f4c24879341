import SourceText

/// What every finding of a rule says, whatever it is about.
///
/// One for each rule and kind of finding in a language; a class, so that findings share it. Follows SARIF 2.1.0, section
/// 3.49 (reportingDescriptor).
package final class RuleDescriptor: Sendable {
  package let rule: String
  /// The lesson's id; nil for what is wrong with the plan's form.
  package let lesson: String?
  package let title: String
  package let why: String?
  package let remedy: String?
  package let effort: Effort?
  package let citations: [Citation]
  /// Thresholds of our own that the verdict rests on, worded.
  package let judgements: [String]

  package init(
    rule: String,
    lesson: String?,
    title: String,
    why: String? = nil,
    remedy: String? = nil,
    effort: Effort? = nil,
    citations: [Citation] = [],
    judgements: [String] = []
  ) {
    self.rule = rule
    self.lesson = lesson
    self.title = title
    self.why = why
    self.remedy = remedy
    self.effort = effort
    self.citations = citations
    self.judgements = judgements
  }
}
