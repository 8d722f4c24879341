import Archive
import CEL
import JSONSchema

extension FormTable {
  /// Writes the forms; the bytes of names are made again from their texts.
  func write(to archive: inout ArchiveWriter) {
    archive.write(forms) { archive, form in
      archive.write(choice: form.kind)
      archive.write(form.isUnique)
      archive.write(Int(form.steps))
      archive.write(Int(form.detail + 1))
      archive.write(Int(form.target + 1))
    }
    archive.write(objects) { archive, object in
      archive.write(Int(object.firstField))
      archive.write(Int(object.fieldCount))
      archive.write(Int(object.type))
      archive.write(Int(truncatingIfNeeded: object.required))
      archive.write(object.isClosed)
    }
    archive.write(texts: names)
    archive.write(fields) { archive, field in
      archive.write(Int(field.form))
      archive.write(Int(field.tagRank))
    }
    archive.write(scalars) { $1.write(to: &$0) }
    archive.write(texts: texts)
    archive.write(words) { $0.write($1.isTextWhenPlain) }
    archive.write(texts: patterns.map(\.source))
    archive.write(texts: types.map(\.name))
    archive.write(steps) { archive, step in
      archive.write(Int(step.from))
      archive.write(Int(step.field))
      archive.write(Int(step.to))
      archive.write(Int(step.target + 1))
    }
    archive.write(targetCount)
    archive.write(completeness != nil)
    if let completeness {
      archive.write(Int(completeness.section))
      archive.write(Int(completeness.field))
    }
  }

  /// Reads forms, of which the object types are among these.
  init(from archive: inout ArchiveReader, _ types: [String: StructType]) {
    forms = archive.items { archive in
      Form(
        kind: archive.choice(Form.Kind.self),
        isUnique: archive.bool(),
        steps: archive.int32(),
        detail: archive.int32() - 1,
        target: archive.int32() - 1
      )
    }
    objects = archive.items { archive in
      Object(
        firstField: archive.int32(),
        fieldCount: archive.int32(),
        type: archive.int32(),
        required: UInt64(truncatingIfNeeded: archive.int()),
        isClosed: archive.bool()
      )
    }
    names = archive.texts()
    let bounds = archive.items { (form: $0.int32(), tagRank: UInt8(truncatingIfNeeded: $0.int())) }
    for (name, bound) in zip(names, bounds) {
      let name = ByteName(name, addingTo: &bytes) ?? ByteName.none
      fields.append(Field(name: name, form: bound.form, tagRank: bound.tagRank))
    }
    scalars = archive.items { Scalar(from: &$0) }
    texts = archive.texts()
    let areTexts = archive.items { $0.bool() }
    for (text, isText) in zip(texts, areTexts) {
      let name = ByteName(text, addingTo: &bytes) ?? ByteName.none
      words.append(Word(name: name, isTextWhenPlain: isText))
    }
    patterns = archive.items { archive in
      guard let pattern = BytePattern(archive.text()) else {
        preconditionFailure("a pattern that was written can be read")
      }
      return pattern
    }
    self.types = archive.items { archive in
      guard let type = types[archive.text()] else {
        preconditionFailure("a form's type is among the schema's")
      }
      return type
    }
    steps = archive.items { archive in
      Step(
        from: archive.int32(),
        field: archive.int32(),
        to: archive.int32(),
        target: archive.int32() - 1
      )
    }
    targetCount = archive.int()
    if archive.bool() { completeness = (archive.int32(), archive.int32()) }
  }
}

extension FormTable.Scalar {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(optional: format) { $0.write(choice: $1) }
    archive.write(Int(types.rawValue))
    archive.write(Int(firstWord))
    archive.write(Int(wordCount))
    archive.write(choice: constant)
    archive.write(Int(pattern + 1))
    archive.write(optional: minimum == .min ? nil : Int(minimum)) { $0.write($1) }
    archive.write(optional: maximum == .max ? nil : Int(maximum)) { $0.write($1) }
    archive.write(minLength)
    archive.write(optional: maxLength == .max ? nil : maxLength) { $0.write($1) }
  }

  fileprivate init(from archive: inout ArchiveReader) {
    format = archive.optional { $0.choice(DutchFormat.self) }
    types = TypeSet(rawValue: UInt8(truncatingIfNeeded: archive.int()))
    firstWord = archive.int32()
    wordCount = archive.int32()
    constant = archive.choice(Constant.self)
    pattern = archive.int32() - 1
    minimum = archive.optional { Int64($0.int()) } ?? .min
    maximum = archive.optional { Int64($0.int()) } ?? .max
    minLength = archive.int()
    maxLength = archive.optional { $0.int() } ?? .max
  }
}
