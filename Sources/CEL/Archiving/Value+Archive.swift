package import Archive

extension Value {
  private enum Tag: Int {
    case null, bool, int, uint, double, string, bytes, list, map, structure, timestamp, duration
    case date, type, none, some
  }

  /// Writes a known value, without the places it was read from.
  ///
  /// - Throws: `NotArchivable` for an unknown, also within a list.
  package func write(to archive: inout ArchiveWriter) throws(NotArchivable) {
    func tag(_ tag: Tag) { archive.write(tag.rawValue) }
    switch kind {
    case .null: tag(.null)
    case .bool(let flag):
      tag(.bool)
      archive.write(flag)
    case .int(let number):
      tag(.int)
      archive.write(Int(number))
    case .uint(let number):
      tag(.uint)
      archive.write(Int(truncatingIfNeeded: number))
    case .double(let number):
      tag(.double)
      archive.write(number)
    case .string(let text):
      tag(.string)
      archive.write(text)
    case .bytes(let bytes):
      tag(.bytes)
      archive.write(bytes) { $0.write(Int($1)) }
    case .list(let list):
      guard list.rest == nil, list.isPrefix else {
        throw NotArchivable("a list that may go on")
      }
      tag(.list)
      archive.write(list.elements.count)
      for element in list.elements { try element.write(to: &archive) }
    case .map(let map):
      tag(.map)
      archive.write(map.entries.count)
      for entry in map.entries {
        try entry.key.write(to: &archive)
        try entry.value.write(to: &archive)
      }
    case .structure(let structure):
      tag(.structure)
      archive.write(structure.type.name)
      archive.write(structure.slots.count)
      for slot in structure.slots {
        archive.write(slot != nil)
        try slot?.write(to: &archive)
      }
    case .timestamp(let time):
      tag(.timestamp)
      archive.write(Int(time.seconds))
      archive.write(Int(time.nanoseconds))
    case .duration(let span):
      tag(.duration)
      archive.write(Int(span.nanoseconds))
    case .date(let date):
      tag(.date)
      archive.write(Int(date.first.dayNumber))
      archive.write(Int(date.last.dayNumber))
    case .type(let type):
      tag(.type)
      type.write(to: &archive)
    case .optional(nil): tag(.none)
    case .optional(let wrapped?):
      tag(.some)
      try wrapped.write(to: &archive)
    case .unknown: throw NotArchivable("a value that is not known")
    }
  }

  /// Reads a value; the archive's types are those of `context`.
  package init(from archive: inout ArchiveReader, _ context: CELArchive) {
    switch Tag(rawValue: archive.int()) {
    case .bool: self = .bool(archive.bool())
    case .int: self = .int(Int64(archive.int()))
    case .uint: self = .uint(UInt64(truncatingIfNeeded: archive.int()))
    case .double: self = .double(archive.double())
    case .string: self = .string(archive.text())
    case .bytes: self = .bytes(archive.items { UInt8(truncatingIfNeeded: $0.int()) })
    case .list: self = .list(archive.items { Value(from: &$0, context) })
    case .map:
      var map = MapValue()
      for _ in 0..<archive.int() {
        let key = Value(from: &archive, context)
        _ = map.insert(key, Value(from: &archive, context))
      }
      self = Value(.map(map))
    case .structure:
      let name = archive.text()
      let slots = archive.items { archive in archive.optional { Value(from: &$0, context) } }
      guard let type = context.structures[name] else {
        preconditionFailure("an archive is read with the types it was written with")
      }
      self = Value(.structure(StructValue(type: type, slots: slots)))
    case .timestamp:
      let seconds = Int64(archive.int())
      let time = Timestamp(seconds: seconds, nanoseconds: archive.int32())
      self = time.map(Value.timestamp) ?? .null
    case .duration: self = .duration(TimeSpan(nanoseconds: Int64(archive.int())))
    case .date:
      let first = CalendarDate(dayNumber: archive.int())
      let last = CalendarDate(dayNumber: archive.int())
      guard let first, let last else { preconditionFailure("an archive holds days that exist") }
      self = .date(DateInterval(first: first, last: last))
    case .type: self = Value(.type(CELType(from: &archive)))
    case .none?: self = .optional(nil)
    case .some?: self = .optional(Value(from: &archive, context))
    case .null, nil: self = .null
    }
  }
}
