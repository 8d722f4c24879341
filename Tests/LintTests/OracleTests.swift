import Foundation
import Lint
import SourceText
import TestSupport
import Testing

/// What the example plans must and must not raise: the oracles of the rule catalogue, A5 and C5.
struct Oracle: Sendable, CustomTestStringConvertible {
  struct Row: Sendable {
    let rule: String
    let severity: Severity
    /// The path that the finding's begins with; nil for anywhere.
    let path: String?

    init(_ rule: String, _ severity: Severity, _ path: String? = nil) {
      self.rule = rule
      self.severity = severity
      self.path = path
    }
  }

  let plan: String
  /// Every one must be found.
  var finds: [Row] = []
  /// None of these may be found as a problem; a name that ends in a dash stands for all that begin so.
  var silent: [String] = []
  /// Strengths that must show.
  var strengths: [String] = []
  /// The gravest severity that may occur; nil for any.
  var mildest: Severity?
  /// Whether nothing may be found but what is expected.
  var isExact = false

  var testDescription: String { plan }
}

extension Oracle {
  static let all: [Oracle] = [
    Oracle(
      plan: "midden-groningen",
      finds: [
        Row("cofinanciering-ontbreekt", .warning, "$.activiteiten[0]"),
        Row("bekend-knelpunt-open", .warning, "$.risicos[0]"),
      ],
      silent: [
        "te-veel-kleine-projecten", "doelgroep-te-algemeen", "inzet-te-dun", "alleen-advies",
        "niveau-niet-betrokken", "indicator-", "budget-zonder-indicator",
        "activiteit-zonder-budget", "monitoring-ontbreekt", "begroting-",
      ],
      strengths: ["parel-gezamenlijke-vraagstukken", "parel-intensieve-inzet"],
      mildest: .warning
    ),
    Oracle(
      plan: "assen",
      finds: [
        Row("schoolbesturen-niet-betrokken", .info, "$.samenwerking.partners"),
        Row("bekend-knelpunt-open", .info, "$.risicos[0]"),
      ],
      silent: [
        "participatie-", "stem-van-doelgroep-ontbreekt", "verdeelsleutel-niet-naar-behoefte",
        "uitbetaling-onduidelijk", "te-veel-themas", "dubbel-aanbod",
      ],
      strengths: ["parel-jongeren-hele-traject", "parel-groot-bereik-onderzoek"],
      mildest: .warning
    ),
    Oracle(
      plan: "stichtse-vecht",
      finds: [
        Row("keuzeaanbod-zonder-financiering", .warning, "$.activiteiten[1]"),
        Row("bekend-knelpunt-open", .warning, "$.risicos[1]"),
        Row("bekend-knelpunt-open", .info, "$.risicos[0]"),
      ],
      silent: [
        "kapstok-ontbreekt", "niveau-niet-betrokken", "probleemanalyse-alleen-wensenlijst",
        "externe-kracht-zonder-overdracht",
      ],
      strengths: ["parel-kapstok", "parel-vast-en-keuzeaanbod"],
      mildest: .warning
    ),
    Oracle(
      plan: "weert",
      finds: [Row("bekend-knelpunt-open", .warning, "$.risicos[0]")],
      silent: [
        "geen-koppeling-bestaand-beleid", "enige-bron", "probleemanalyse-alleen-wensenlijst",
        "participatie-ontbreekt", "alleen-inschrijving", "vervanging-niet-geregeld",
      ],
      strengths: ["parel-koppeling-beleid-en-geld", "parel-netwerk-werkt-door"],
      mildest: .warning
    ),
    Oracle(
      plan: "brunssum",
      finds: [
        Row("bekend-knelpunt-open", .warning, "$.risicos[0]"),
        Row("niveau-niet-betrokken", .info, "$.samenwerking"),
      ],
      silent: [
        "keuze-voor-analyse", "besluit-na-start", "te-veel-kleine-projecten",
        "nieuwe-overlegstructuur-naast-bestaande", "aansluiting-schoolplannen-ontbreekt",
        "doelgroep-te-algemeen", "activiteit-zonder-budget", "alleen-inschrijving",
      ],
      strengths: ["parel-snelle-preventieve-start", "parel-bestaande-structuur"],
      mildest: .warning
    ),
    Oracle(
      plan: "voorbeeldstad",
      finds: [
        Row("cofinanciering-niet-bevestigd", .info, "$.financiering.bronnen[3]"),
        Row("structurele-bron-niet-bevestigd", .info, "$.borging.dekking_na_afloop[0]"),
        Row("structurele-bron-niet-bevestigd", .info, "$.borging.dekking_na_afloop[2]"),
        Row("meerwaarde-partner-niet-gemeten", .hint),
        Row("participatie-niet-voorbereid", .hint),
        Row("ervaring-van-partners-niet-gemeten", .hint),
        Row("andere-geldstromen-niet-in-beeld", .hint),
        Row("beweging-niet-benoemd", .hint),
        Row("partner-inzet-niet-afgesproken", .hint),
      ],
      strengths: [
        "parel-gezamenlijke-vraagstukken", "parel-jongeren-hele-traject",
        "parel-groot-bereik-onderzoek", "parel-kapstok", "parel-bestaande-structuur",
        "parel-koppeling-beleid-en-geld", "parel-intensieve-inzet", "parel-gerichte-inzet",
        "parel-onderwijs-en-zorg", "parel-leercyclus",
      ],
      mildest: .info,
      isExact: true
    ),
    Oracle(
      plan: "zwakke-gemeente",
      finds: [
        Row("monitoring-ontbreekt", .error),
        Row("verwijzing-bestaat-niet", .error, "$.activiteiten[8]"),
        Row("datum-omgekeerd", .error, "$.activiteiten[9]"),
        Row("bereik-groter-dan-doelgroep", .error, "$.activiteiten[7]"),
        Row("activiteit-buiten-looptijd", .error, "$.activiteiten[6]"),
        Row("activiteit-buiten-looptijd", .error, "$.activiteiten[15]"),
        Row("begroting-telt-niet-op", .error, "$.begroting"),
        Row("bedrag-verdacht", .error, "$.activiteiten[12].budget"),
        Row("looptijd-te-kort", .warning, "$.programma.looptijd"),
        Row("tijdspad-fasen-ontbreken", .warning, "$.planning"),
        Row("probleemanalyse-alleen-wensenlijst", .warning, "$.probleemanalyse"),
        Row("doelgroep-zonder-omvang", .warning, "$.doelgroepen[0]"),
        Row("verdeelsleutel-niet-naar-behoefte", .warning, "$.financiering.verdeling"),
        Row("budgetaandeel-kwetsbaar-laag", .warning),
        Row("te-veel-kleine-projecten", .warning),
        Row("activiteiten-per-fte-hoog", .warning),
        Row("probleem-niet-gekoppeld-aan-activiteit", .warning, "$.activiteiten[3]"),
        Row("structurele-dekking-ontbreekt", .warning, "$.activiteiten[6]"),
        Row(
          "structureel-probleem-alleen-incidenteel-geld",
          .warning,
          "$.probleemanalyse.vraagstukken[0]"
        ),
        Row("vaste-lasten-op-tijdelijk-geld", .warning, "$.activiteiten[6]"),
        Row("cofinanciering-ontbreekt", .warning),
        Row("keuzeaanbod-zonder-financiering", .warning, "$.activiteiten[13]"),
        Row("activiteit-zonder-doelgroep", .warning, "$.activiteiten[14]"),
        Row("uitvoeringskosten-niet-begroot", .warning),
        Row("uitvoerder-ontbreekt", .warning),
        Row("verantwoording-alleen-verhaal", .warning, "$.verantwoording"),
        Row("vervolg-onbekend", .warning),
        Row("participatie-ontbreekt", .warning),
        Row("evaluatie-ontbreekt", .warning),
        Row("pm-post-in-begroting", .info),
        Row("vraagstuk-zonder-activiteit", .info, "$.probleemanalyse.vraagstukken[1]"),
        Row("inzet-te-dun", .info, "$.activiteiten[6]"),
        Row("vervanging-niet-geregeld", .info, "$.organisatie.contactpersonen[0]"),
        Row("besluit-na-start", .info, "$.activiteiten[0]"),
      ],
      silent: [
        "bron-loopt-af-voor-activiteit", "besteding-buiten-termijn", "dekking-past-niet-bij-budget",
      ]
    ),
  ]
}

@Suite("Oracles of the example plans")
struct OracleTests {
  private func report(on plan: String) throws -> PlanReport {
    try #require(try Self.reports.get()[plan])
  }

  /// Every plan's report, made once.
  private static let reports = Result {
    let linter = Linter(pack: try TestPack.load(), language: .nl)
    return try Dictionary(
      Oracle.all.map { ($0.plan, linter.lint(try TestPack.plan($0.plan))) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  @Test("every expected finding is there, with its severity and place", arguments: Oracle.all)
  func finds(oracle: Oracle) throws {
    let report = try report(on: oracle.plan)
    let problems = report.findings.filter { $0.kind == .problem }
    for row in oracle.finds {
      let found = problems.filter { $0.rule == row.rule }
      #expect(
        found.contains { $0.severity == row.severity && $0.path.hasPrefix(row.path ?? "$") },
        "\(row.rule) \(row.severity) \(row.path ?? ""): found \(found.map { "\($0.path) \($0.severity?.rawValue ?? "")" })"
      )
    }
  }

  @Test("nothing is found that must stay silent", arguments: Oracle.all)
  func silent(oracle: Oracle) throws {
    let report = try report(on: oracle.plan)
    for finding in report.findings where finding.kind == .problem {
      let isForbidden = oracle.silent.contains { name in
        name.hasSuffix("-") ? finding.rule.hasPrefix(name) : finding.rule == name
      }
      #expect(!isForbidden, "\(finding.rule) at \(finding.path): \(finding.message)")
      if oracle.isExact {
        #expect(oracle.finds.contains { $0.rule == finding.rule }, "\(finding.rule)")
      }
      if let mildest = oracle.mildest, let severity = finding.severity {
        #expect(severity <= mildest, "\(finding.rule) at \(finding.path): \(finding.message)")
      }
    }
  }

  @Test("every expected strength shows", arguments: Oracle.all)
  func strengths(oracle: Oracle) throws {
    let report = try report(on: oracle.plan)
    let shown = Set(report.findings.filter { $0.kind == .strength }.map(\.rule))
    #expect(Set(oracle.strengths).subtracting(shown).isEmpty)
  }

  @Test("no rule breaks down on any plan", arguments: Oracle.all)
  func defects(oracle: Oracle) throws {
    let report = try report(on: oracle.plan)
    for finding in report.findings {
      #expect(!finding.message.contains("kon niet rekenen"), "\(finding.rule): \(finding.message)")
    }
  }

  @Test("the reconstructions get no grade, the complete plans do", arguments: Oracle.all)
  func grades(oracle: Oracle) throws {
    let report = try report(on: oracle.plan)
    let score = try #require(report.score)
    let isReconstruction = !["voorbeeldstad", "zwakke-gemeente"].contains(oracle.plan)
    #expect(report.isComplete == !isReconstruction)
    #expect((score.grade == nil) == isReconstruction)
    #expect(score.total.low <= score.total.high)
  }
}
