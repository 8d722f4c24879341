import CEL
import JSONSchema
import YAML

extension FormTable {
  /// Works out the forms of a schema's shapes; each shape was made of the subschema at its place in `sources`.
  init(_ schema: Schema, shapes: [PlanShape], root: PlanShape.ID, sources: [Schema.ID]) {
    forms = shapes.map { _ in Form() }
    for case .object(let object) in shapes.map(\.kind) where index(of: object) == nil {
      add(object)
    }
    // Lists that are referred to come first, so that what refers to them can be numbered.
    var targets: [String: Int32] = [:]
    for case .scalar(let scalar) in shapes.map(\.kind) {
      guard let target = scalar.target, targets[target] == nil else { continue }
      targets[target] = addSteps(to: target, from: root, in: shapes)
    }
    for (id, shape) in shapes.enumerated() {
      let subschemas = schema.chain(from: sources[id])
      forms[id].steps = Int32(subschemas.count)
      // What is nested deeper asks more of a validator than it may be asked.
      guard subschemas.count <= SoundReading.chainLimit else { continue }
      let chain = Chain(subschemas, schema)
      switch shape.kind {
      case .object(let object): compile(object, chain, in: schema, as: id)
      case .list(let item): compile(listOf: item, chain, shapes, as: id)
      case .map(let item): compile(mapOf: item, chain, as: id)
      case .scalar(let scalar): compile(scalar, chain, targets, as: id)
      }
    }
    for (id, shape) in shapes.enumerated() {
      if case .list = shape.kind { forms[id].target = target(of: id, in: shapes) }
    }
    findCompleteness(of: root, in: shapes)
  }

  /// The fields of an object type, which several shapes may share.
  private mutating func add(_ object: PlanObject) {
    objects.append(
      Object(
        firstField: Int32(fields.count),
        fieldCount: Int32(object.fields.count),
        type: Int32(types.count),
        required: 0
      )
    )
    types.append(object.type)
    for (field, shape) in zip(object.type.fields, object.fields) {
      // What no name is like cannot be found.
      let name = ByteName(field.name, addingTo: &bytes) ?? ByteName.none
      let rank = PlanReading.tagFields.firstIndex(of: field.name)
      fields.append(
        Field(
          name: name,
          form: Int32(shape),
          tagRank: rank.map { UInt8($0) } ?? Field.noTag
        )
      )
      names.append(field.name)
    }
  }

  /// Where an object type stands that was added already: one with these fields.
  private func index(of object: PlanObject) -> Int? {
    objects.firstIndex { known in
      let type = types[Int(known.type)]
      guard type.name == object.type.name, type.fields.count == object.type.fields.count else {
        return false
      }
      return object.fields.indices.allSatisfy { index in
        type.fields[index].name == object.type.fields[index].name
          && fields[Int(known.firstField) + index].form == Int32(object.fields[index])
      }
    }
  }

  private mutating func compile(
    _ object: PlanObject,
    _ chain: Chain,
    in schema: Schema,
    as id: PlanShape.ID
  ) {
    let members = chain.subschemas.filter { !$0.properties.isEmpty }
    let names = object.type.fields.map(\.name)
    guard let own = self.index(of: object), members.count == 1,
      names.count <= UInt64.bitWidth, chain.allow(.object),
      chain.assertNothingBut(["$ref", "type", "properties", "additionalProperties", "required"]),
      chain.subschemas.allSatisfy({ $0.patternProperties.isEmpty }),
      chain.subschemas.allSatisfy({ $0.additionalProperties == nil || $0.id == members[0].id }),
      names.allSatisfy({ name in name != "<<" && name.utf8.allSatisfy { $0 < 0x80 } }),
      members[0].properties.map(\.name) == names
    else { return }
    var required: UInt64 = 0
    for name in chain.subschemas.flatMap(\.required) {
      guard let index = names.firstIndex(of: name) else { return }
      required |= 1 << UInt64(index)
    }
    // A shape with a bound of its own is no longer that of the others with its type.
    var copy = objects[own]
    copy.required = required
    copy.isClosed = members[0].additionalProperties.map { schema[$0].boolean == false } ?? false
    forms[id].kind = .object
    forms[id].detail = Int32(objects.count)
    objects.append(copy)
  }

  private mutating func compile(
    listOf item: PlanShape.ID,
    _ chain: Chain,
    _ shapes: [PlanShape],
    as id: PlanShape.ID
  ) {
    guard chain.allow(.array), chain.subschemas.count(where: { $0.items != nil }) == 1,
      chain.assertNothingBut(["$ref", "type", "items", "uniqueItems"])
    else { return }
    // An entry of a map may be taken for an id.
    if case .map = shapes[item].kind { return }
    forms[id].kind = .list
    forms[id].detail = Int32(item)
    forms[id].isUnique = chain.subschemas.contains { $0.hasUniqueItems }
  }

  private mutating func compile(mapOf item: PlanShape.ID, _ chain: Chain, as id: PlanShape.ID) {
    guard chain.allow(.object),
      chain.subschemas.count(where: { $0.additionalProperties != nil }) == 1,
      chain.subschemas.allSatisfy({ $0.properties.isEmpty && $0.patternProperties.isEmpty }),
      chain.assertNothingBut(["$ref", "type", "additionalProperties"])
    else { return }
    forms[id].kind = .map
    forms[id].detail = Int32(item)
  }

  private mutating func compile(
    _ shape: PlanScalar,
    _ chain: Chain,
    _ targets: [String: Int32],
    as id: PlanShape.ID
  ) {
    var scalar = Scalar(format: shape.format)
    // A list that there cannot be has a number too: none.
    let target = shape.target.map { targets[$0] ?? -1 }
    forms[id].target = target ?? -1
    guard target != -1,
      chain.assertNothingBut([
        "$ref", "type", "enum", "const", "minimum", "maximum", "minLength", "maxLength", "pattern",
        "format",
      ])
    else { return }
    for types in chain.subschemas.compactMap(\.types) {
      // A type that takes no text at all is told of a value that is one.
      guard !types.isDisjoint(with: [.string, .number, .integer, .boolean, .null]) else { return }
      scalar.types.formIntersection(types.contains(.number) ? types.union(.integer) : types)
    }
    guard bound(&scalar, by: chain), addWords(to: &scalar, chain), addPattern(to: &scalar, chain)
    else { return }
    forms[id].kind = .scalar
    // Many fields are alike.
    let known = scalars.firstIndex(of: scalar)
    forms[id].detail = Int32(known ?? scalars.count)
    if known == nil { scalars.append(scalar) }
  }

  /// Takes up the bounds of numbers and lengths; false when they are none that can be held to here.
  private func bound(_ scalar: inout Scalar, by chain: Chain) -> Bool {
    for subschema in chain.subschemas {
      if let minimum = subschema.minimum {
        guard let whole = minimum.integer else { return false }
        scalar.minimum = max(scalar.minimum, Int64(whole))
      }
      if let maximum = subschema.maximum {
        guard let whole = maximum.integer else { return false }
        scalar.maximum = min(scalar.maximum, Int64(whole))
      }
      scalar.minLength = max(scalar.minLength, subschema.minLength ?? 0)
      scalar.maxLength = min(scalar.maxLength, subschema.maxLength ?? .max)
    }
    return true
  }

  /// Takes up the words that a value can be; false when they are not all texts, or there are several lists of them.
  private mutating func addWords(to scalar: inout Scalar, _ chain: Chain) -> Bool {
    let lists = chain.subschemas.compactMap(\.allowedValues)
    let constants = chain.subschemas.compactMap(\.constant)
    guard let values = lists.first ?? constants.first.map({ [$0] }) else { return true }
    guard lists.count + constants.count == 1 else { return false }
    scalar.firstWord = Int32(words.count)
    for value in values {
      guard let text = value.text else { return false }
      switch value.resolved {
      case .string where scalar.format == nil:
        if lists.isEmpty { scalar.constant = .text }
      case .int(let number) where lists.isEmpty && number >= 0 && text == "\(number)":
        scalar.constant = .number
      default: return false
      }
      guard let name = ByteName(text, addingTo: &bytes) else { return false }
      let isText = ScalarResolver.resolve(YAML.Scalar(text), tag: nil) == .string(text)
      words.append(Word(name: name, isTextWhenPlain: isText))
      texts.append(text)
    }
    scalar.wordCount = Int32(values.count)
    return true
  }

  private mutating func addPattern(to scalar: inout Scalar, _ chain: Chain) -> Bool {
    let sources = chain.subschemas.compactMap(\.pattern)
    guard let source = sources.first else { return true }
    guard sources.count == 1 else { return false }
    if let known = patterns.firstIndex(where: { $0.source == source }) {
      scalar.pattern = Int32(known)
      return true
    }
    guard let pattern = BytePattern(source) else { return false }
    scalar.pattern = Int32(patterns.count)
    patterns.append(pattern)
    return true
  }

  /// The number of a list such as `$.financiering.bronnen`, and the way to it; -1 when there is no such list.
  private mutating func addSteps(
    to path: String,
    from root: PlanShape.ID,
    in shapes: [PlanShape]
  ) -> Int32 {
    guard path.hasPrefix("$.") else { return -1 }
    let names = path.dropFirst(2).split(separator: ".", omittingEmptySubsequences: false)
    var shape = root
    var place: Int32 = 0
    var added: [Step] = []
    for name in names {
      guard case .object(let object) = shapes[shape].kind,
        let index = object.type.index(of: String(name)),
        let own = self.index(of: object)
      else { return -1 }
      let field = objects[own].firstField + Int32(index)
      shape = object.fields[index]
      if let known = (steps + added).first(where: { $0.from == place && $0.field == field }) {
        place = known.to
      } else {
        let next = Int32(steps.count + added.count + 1)
        added.append(Step(from: place, field: field, to: next))
        place = next
      }
    }
    guard case .list = shapes[shape].kind else { return -1 }
    steps += added
    guard let last = steps.firstIndex(where: { $0.to == place }) else { return -1 }
    if steps[last].target < 0 {
      steps[last].target = Int32(targetCount)
      targetCount += 1
    }
    return steps[last].target
  }

  /// The list that the items of a list refer to.
  private func target(of id: PlanShape.ID, in shapes: [PlanShape]) -> Int32 {
    var id = id
    // A list of lists of itself has no items that could refer.
    for _ in shapes.indices {
      guard case .list(let item) = shapes[id].kind else { return forms[id].target }
      id = item
    }
    return -1
  }

  /// Finds the field by which a plan says whether it tells all.
  private mutating func findCompleteness(of root: PlanShape.ID, in shapes: [PlanShape]) {
    guard case .object(let plan) = shapes[root].kind,
      let section = plan.type.index(of: PlanSchema.completeness.section)
    else { return }
    switch shapes[plan.fields[section]].kind {
    case .object(let object):
      guard let field = object.type.index(of: PlanSchema.completeness.field) else { return }
      completeness = (Int32(section), Int32(field))
    // It may hold the field among any others.
    case .map: forms[root].kind = .other
    case .list, .scalar: return
    }
  }
}

/// A subschema and what it refers to, all of which hold for a value.
private struct Chain {
  let subschemas: [Subschema]
  private let assertions: Set<String>

  init(_ subschemas: [Subschema], _ schema: Schema) {
    self.subschemas = subschemas
    assertions = Set(subschemas.flatMap { schema.assertions(of: $0.id) })
  }

  func allow(_ type: TypeSet) -> Bool {
    subschemas.allSatisfy { $0.types?.isSuperset(of: type) ?? true }
  }

  func assertNothingBut(_ keywords: Set<String>) -> Bool {
    assertions.isSubset(of: keywords)
  }
}
