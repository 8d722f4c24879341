// The files themselves are written by EmbedPackPlugin.
