import Archive
import SourceText

extension Code {
  /// Writes the operations and their tables.
  ///
  /// - Throws: `NotArchivable` for code of an expression that was not checked.
  func write(to archive: inout ArchiveWriter) throws(NotArchivable) {
    guard failures.isEmpty else { throw NotArchivable("an expression that was not checked") }
    archive.write { [sourceMap] in sourceMap.write(to: &$0) }
    archive.write(localCount)
    archive.write(nodes) { archive, node in
      node.operation.write(to: &archive)
      archive.write(node.isEvidence)
    }
    archive.write(children) { archive, child in
      archive.write(Int(child.node.index))
      archive.write(child.isOptional)
      archive.write(Int(child.slot))
    }
    archive.write(constants.count)
    for constant in constants { try constant.write(to: &archive) }
    archive.write(texts: names)
    archive.write(calls) { archive, call in
      archive.write(call.name)
      archive.write(call.numbers) { $0.write($1) }
      archive.write(call.isResolved)
    }
    archive.write(loops) { archive, loop in
      archive.write(choice: loop.macro)
      archive.write(Int(loop.range.index))
      archive.write(loop.local)
      archive.write(loop.hasTwoVariables)
      archive.write(optional: loop.condition) { $0.write(Int($1.index)) }
      archive.write(Int(loop.body.index))
    }
    archive.write(texts: patterns.map(\.source))
    archive.write(texts: structures.map(\.name))
  }

  /// Reads operations and their tables.
  init(from archive: inout ArchiveReader, _ context: CELArchive) {
    let map = SourceMap.Archived { [part = archive.part()] in
      var archive = part
      return SourceMap(from: &archive)
    }
    self.init(map, limits: context.limits)
    localCount = archive.int()
    nodes = archive.items { archive in
      let operation = Operation(from: &archive)
      return Node(operation: operation, isEvidence: archive.bool())
    }
    children = archive.items { archive in
      let node = archive.node()
      let isOptional = archive.bool()
      return Child(node: node, isOptional: isOptional, slot: archive.int32())
    }
    constants = archive.items { Value(from: &$0, context) }
    names = archive.texts()
    calls = archive.items { archive in
      let name = archive.text()
      let numbers = archive.items { $0.int() }
      guard let overloads = context.functions[name]?.overloads else {
        preconditionFailure("an archive is read with the functions it was written with")
      }
      return Call(
        name: name,
        candidates: numbers.map { overloads[$0] },
        numbers: numbers,
        isResolved: archive.bool()
      )
    }
    loops = archive.items { archive in
      Loop(
        macro: archive.choice(Macro.self),
        range: archive.node(),
        local: archive.int(),
        hasTwoVariables: archive.bool(),
        condition: archive.optional { $0.node() },
        body: archive.node()
      )
    }
    patterns = archive.texts().map { Pattern(proven: $0) }
    structures = archive.texts().map { name in
      guard let type = context.structures[name] else {
        preconditionFailure("an archive is read with the types it was written with")
      }
      return type
    }
  }
}

extension SourceMap {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(source)
    archive.write(places) { archive, place in
      archive.write(Int(place.start))
      archive.write(Int(place.end - place.start))
    }
    archive.write(variableNames) { archive, entry in
      archive.write(Int(entry.slot))
      archive.write(entry.name)
    }
  }

  fileprivate init(from archive: inout ArchiveReader) {
    source = archive.text()
    places = archive.items { archive in
      let start = archive.int32()
      return Place(start: start, end: start + archive.int32())
    }
    variableNames = archive.items { archive in
      let slot = archive.int32()
      return (slot, archive.text())
    }
  }
}

extension ArchiveReader {
  fileprivate mutating func node() -> NodeID { NodeID(int()) }

  fileprivate mutating func childRange() -> ChildRange {
    ChildRange(first: int32(), count: int32())
  }
}

extension Operation {
  private enum Tag: Int {
    case constant, variable, local, field, select, optionalSelect, has, index, optionalIndex
    case not, negate, arithmetic, equal, compare, contained, logical, conditional, list, map
    case structure, comprehension, bind, optionalMap, unaryCall, binaryCall, call, matches
    case matchesComputed, known, or, orValue, failure
  }

  fileprivate func write(to archive: inout ArchiveWriter) {
    func write(_ tag: Tag, _ numbers: Int32...) {
      archive.write(tag.rawValue)
      for number in numbers { archive.write(Int(number)) }
    }
    switch self {
    case .constant(let index): write(.constant, index)
    case .variable(let slot): write(.variable, slot)
    case .local(let local): write(.local, local)
    case .field(let node, let slot, let name): write(.field, node.index, slot, name)
    case .select(let node, let name): write(.select, node.index, name)
    case .optionalSelect(let node, let name): write(.optionalSelect, node.index, name)
    case .has(let node, let slot, let name): write(.has, node.index, slot, name)
    case .index(let node, let index): write(.index, node.index, index.index)
    case .optionalIndex(let node, let index): write(.optionalIndex, node.index, index.index)
    case .not(let node): write(.not, node.index)
    case .negate(let node): write(.negate, node.index)
    case .arithmetic(let kind, let left, let right):
      write(.arithmetic, left.index, right.index)
      archive.write(choice: kind)
    case .equal(let left, let right, let isNegated):
      write(.equal, left.index, right.index)
      archive.write(isNegated)
    case .compare(let order, let left, let right):
      write(.compare, left.index, right.index)
      archive.write(choice: order)
    case .contained(let element, let container):
      write(.contained, element.index, container.index)
    case .logical(let range, let deciding):
      write(.logical, range.first, range.count)
      archive.write(deciding)
    case .conditional(let condition, let yes, let no):
      write(.conditional, condition.index, yes.index, no.index)
    case .list(let range): write(.list, range.first, range.count)
    case .map(let range): write(.map, range.first, range.count)
    case .structure(let type, let range): write(.structure, type, range.first, range.count)
    case .comprehension(let index): write(.comprehension, index)
    case .bind(let local, let value, let body): write(.bind, local, value.index, body.index)
    case .optionalMap(let node, let local, let body, let isFlat):
      write(.optionalMap, node.index, local, body.index)
      archive.write(isFlat)
    case .unaryCall(let call, let node): write(.unaryCall, call, node.index)
    case .binaryCall(let call, let first, let second):
      write(.binaryCall, call, first.index, second.index)
    case .call(let call, let range): write(.call, call, range.first, range.count)
    case .matches(let node, let pattern): write(.matches, node.index, pattern)
    case .matchesComputed(let node, let pattern):
      write(.matchesComputed, node.index, pattern.index)
    case .known(let node): write(.known, node.index)
    case .or(let left, let right): write(.or, left.index, right.index)
    case .orValue(let left, let right): write(.orValue, left.index, right.index)
    case .failure(let index): write(.failure, index)
    }
  }

  fileprivate init(from archive: inout ArchiveReader) {
    switch Tag(rawValue: archive.int()) {
    case .constant: self = .constant(archive.int32())
    case .variable: self = .variable(archive.int32())
    case .local: self = .local(archive.int32())
    case .field:
      self = .field(archive.node(), slot: archive.int32(), name: archive.int32())
    case .select: self = .select(archive.node(), name: archive.int32())
    case .optionalSelect: self = .optionalSelect(archive.node(), name: archive.int32())
    case .has: self = .has(archive.node(), slot: archive.int32(), name: archive.int32())
    case .index: self = .index(archive.node(), archive.node())
    case .optionalIndex: self = .optionalIndex(archive.node(), archive.node())
    case .not: self = .not(archive.node())
    case .negate: self = .negate(archive.node())
    case .arithmetic:
      let (left, right) = (archive.node(), archive.node())
      self = .arithmetic(archive.choice(Arithmetic.self), left, right)
    case .equal:
      self = .equal(archive.node(), archive.node(), isNegated: archive.bool())
    case .compare:
      let (left, right) = (archive.node(), archive.node())
      self = .compare(archive.choice(Order.self), left, right)
    case .contained: self = .contained(archive.node(), archive.node())
    case .logical: self = .logical(archive.childRange(), deciding: archive.bool())
    case .conditional: self = .conditional(archive.node(), archive.node(), archive.node())
    case .list: self = .list(archive.childRange())
    case .map: self = .map(archive.childRange())
    case .structure: self = .structure(type: archive.int32(), archive.childRange())
    case .comprehension: self = .comprehension(archive.int32())
    case .bind:
      self = .bind(local: archive.int32(), value: archive.node(), body: archive.node())
    case .optionalMap:
      self = .optionalMap(
        archive.node(),
        local: archive.int32(),
        body: archive.node(),
        isFlat: archive.bool()
      )
    case .unaryCall: self = .unaryCall(archive.int32(), archive.node())
    case .binaryCall: self = .binaryCall(archive.int32(), archive.node(), archive.node())
    case .call: self = .call(archive.int32(), archive.childRange())
    case .matches: self = .matches(archive.node(), pattern: archive.int32())
    case .matchesComputed: self = .matchesComputed(archive.node(), archive.node())
    case .known: self = .known(archive.node())
    case .or: self = .or(archive.node(), archive.node())
    case .orValue: self = .orValue(archive.node(), archive.node())
    case .failure, nil: self = .failure(archive.int32())
    }
  }
}
