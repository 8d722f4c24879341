private import CYAML

/// The floor of reading: libyaml's events of a text, thrown away.
enum LibYAML {
  static func countEvents(_ bytes: [UInt8]) {
    var parser = yaml_parser_t()
    yaml_parser_initialize(&parser)
    defer { yaml_parser_delete(&parser) }
    bytes.withUnsafeBufferPointer { text in
      yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
      var isOpen = true
      while isOpen {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return }
        isOpen = event.type != YAML_STREAM_END_EVENT
        yaml_event_delete(&event)
      }
    }
  }
}
