import Foundation
import PackagePlugin

/// Embeds `rules/ppj` in the target that uses this plugin, again whenever a file in it changes.
@main
struct EmbedPackPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL.appending(path: "rules/ppj")
    let output = context.pluginWorkDirectoryURL.appending(path: "PackText.swift")
    let files = try packFiles(in: root)
    return [
      .buildCommand(
        displayName: "Embedding the rule pack (\(files.count) files)",
        executable: try context.tool(named: "EmbedPackTool").url,
        arguments: [root.path(), output.path()] + files.map { $0.path() },
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }

  private func packFiles(in root: URL) throws -> [URL] {
    let kinds: Set<String> = ["yaml", "json"]
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (found?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { kinds.contains($0.pathExtension) }
      .sorted { $0.path() < $1.path() }
  }
}
