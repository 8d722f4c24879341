package import CEL

/// A folder of lessons and rules with their schema, compiled and ready to judge (DESIGN 5).
package struct RulePack: Sendable {
  package let header: PackHeader
  /// A hash of all files: two packs with the same digest judge alike.
  package let digest: String
  package let schema: PlanSchema
  /// By lesson in the pack's order, then id.
  package let rules: [CompiledRule]
  /// The facts of each scheme, typed by the schema's `$defs/regeling`.
  package let schemes: [String: Value]

  package var lessons: [Lesson] { header.lessons }

  /// What reports need of the pack, in one language.
  package func summary(in language: Language) -> PackSummary {
    PackSummary(
      id: header.id,
      version: header.version,
      digest: digest,
      title: header.title[language],
      sources: header.sources,
      lessons: lessons.map { lesson in
        LessonSummary(
          id: lesson.id,
          title: lesson.title[language],
          weight: lesson.weight,
          description: lesson.description[language]
        )
      },
      rules: rules.map { RuleSummary($0.rule, language: language) }
    )
  }

  package func rule(_ id: String) -> CompiledRule? {
    rules.first { $0.rule.id == id }
  }

  package func lesson(_ id: String) -> Lesson? {
    lessons.first { $0.id == id }
  }

  package func source(_ id: String) -> Source? {
    header.sources.first { $0.id == id }
  }

  /// The pack's word for a grade; nil when no band begins at or below it.
  package func band(for grade: Double) -> LocalizedText? {
    header.bands.last { $0.from <= grade }?.title
  }
}

/// One of the lessons that rules belong to.
package struct Lesson: Sendable {
  package var id: String
  package var weight: Int
  package var title: LocalizedText
  /// What the sources say of it, in our own words.
  package var description: LocalizedText
}

/// A document that rules rest on.
package struct Source: Sendable {
  package var id: String
  package var title: String
  /// Nil for a page that bears none.
  package var date: String?
  package var publisher: String
  package var url: String?
  /// The headings that may be cited, as they stand in the document.
  package var sections: [String]
}

/// A stretch of grades with a word for it.
package struct Band: Sendable {
  package var from: Double
  package var title: LocalizedText
}

/// What `pack.yaml` says, without the rules.
package struct PackHeader: Sendable {
  package var id: String
  package var version: String
  package var title: LocalizedText
  package var lessons: [Lesson]
  package var sources: [Source]
  /// From low to high.
  package var bands: [Band]
}
