// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "plantoets",
  products: [
    .executable(name: "plantoets", targets: ["plantoets"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(
      name: "CRE2",
      linkerSettings: [.linkedLibrary("re2")]
    ),
    .target(name: "SourceText", swiftSettings: strict),
    .target(name: "Archive", swiftSettings: strict),
    .target(name: "YAML", dependencies: ["CYAML", "SourceText"], swiftSettings: strict),
    .target(name: "CEL", dependencies: ["CRE2", "Archive", "SourceText"], swiftSettings: strict),
    .target(
      name: "JSONSchema",
      dependencies: ["YAML", "CRE2", "SourceText"],
      swiftSettings: strict
    ),
    .target(
      name: "Lint",
      dependencies: ["JSONSchema", "CEL", "YAML", "Archive", "SourceText"],
      resources: [.embedInCode("Configuration/configuration.schema.json")],
      swiftSettings: strict
    ),
    .target(
      name: "EmbeddedPack",
      dependencies: ["Lint", "Archive", "SourceText"],
      swiftSettings: strict,
      plugins: ["EmbedPackPlugin"]
    ),
    .target(
      name: "Reporters",
      dependencies: ["Lint", "CEL", "SourceText"],
      exclude: ["Schemas"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "plantoets",
      dependencies: [
        "EmbeddedPack", "Reporters", "Lint", "CEL", "YAML", "SourceText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "EmbedPackTool",
      dependencies: ["Lint", "Archive", "SourceText"],
      swiftSettings: strict
    ),
    .plugin(
      name: "EmbedPackPlugin",
      capability: .buildTool(),
      dependencies: ["EmbedPackTool"],
      path: "Sources/EmbedPackPlugin"
    ),

    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "EmbeddedPack", "Lint", "YAML", "CYAML", "SourceText", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Benchmarks",
      exclude: ["Runs"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "Fuzz",
      dependencies: ["EmbeddedPack", "Lint", "SourceText", "TestSupport"],
      path: "Tests/Fuzz",
      swiftSettings: strict
    ),
    .target(
      name: "TestSupport",
      dependencies: ["Lint", "CEL", "SourceText"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    .testTarget(
      name: "SourceTextTests",
      dependencies: ["SourceText"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ArchiveTests",
      dependencies: ["Archive"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "YAMLTests",
      dependencies: ["YAML", "SourceText", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CELTests",
      dependencies: ["CEL", "SourceText", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "JSONSchemaTests",
      dependencies: ["JSONSchema", "YAML", "SourceText", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LintTests",
      dependencies: ["Lint", "JSONSchema", "CEL", "YAML", "SourceText", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReportersTests",
      dependencies: [
        "Reporters", "EmbeddedPack", "Lint", "Archive", "JSONSchema", "YAML", "SourceText",
        "TestSupport",
      ],
      exclude: ["Snapshots"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PlantoetsTests",
      dependencies: ["plantoets", "TestSupport"],
      exclude: ["Fixtures", "Snapshots"],
      swiftSettings: strict
    ),
  ],
  cxxLanguageStandard: .cxx17
)
