package import SourceText
package import YAML

/// One failed keyword at one place, with what a wording needs; the wording itself is made elsewhere.
///
/// A unit of JSON Schema's output (2020-12 core, section 12.3), typed.
package struct Violation: Sendable {
  /// One case for each way in which a keyword fails.
  package enum Kind: Sendable {
    /// `type`
    case wrongType(expected: TypeSet, found: TypeSet)
    /// `enum`
    case notAllowed(allowed: [Node])
    /// `const`
    case notConstant(Node)

    /// `minimum`
    case belowMinimum(Number)
    /// `exclusiveMinimum`
    case notAbove(Number)
    /// `maximum`
    case aboveMaximum(Number)
    /// `exclusiveMaximum`
    case notBelow(Number)
    /// `multipleOf`
    case notMultiple(of: Number)

    /// `minLength`, in code points.
    case tooShort(minimum: Int, count: Int)
    /// `maxLength`, in code points.
    case tooLong(maximum: Int, count: Int)
    /// `pattern`
    case patternMismatch(pattern: String)
    /// `format`, when asserted; `detail` is what its checker wants to say.
    case badFormat(name: String, detail: (any Sendable)?)

    /// `minItems`
    case tooFewItems(minimum: Int, count: Int)
    /// `maxItems`
    case tooManyItems(maximum: Int, count: Int)
    /// `uniqueItems`: the item repeats that of index `first`.
    case repeatedItem(first: Int)
    /// `contains`, `minContains`
    case tooFewMatches(minimum: Int, count: Int)
    /// `maxContains`
    case tooManyMatches(maximum: Int, count: Int)
    /// `unevaluatedItems`
    case unexpectedItem

    /// `required`
    case missingProperty(String)
    /// `dependentRequired`
    case missingDependency(String, of: String)
    /// `additionalProperties`, `unevaluatedProperties`: no name that the schema knows.
    case unknownProperty(key: Node)
    /// `minProperties`
    case tooFewProperties(minimum: Int, count: Int)
    /// `maxProperties`
    case tooManyProperties(maximum: Int, count: Int)

    /// `anyOf`, `oneOf`: no branch holds.
    case noBranch(nearest: Branch)
    /// `oneOf`: these branches hold, where one may.
    case severalBranches([Int])
    /// `not`
    case forbidden
    /// `false` as a schema.
    case nothingAllowed

    /// Values inside values beyond the limit; what is deeper was not looked at.
    case tooDeep(limit: Int)
    /// More work than the limit; what comes after was not looked at.
    case tooMuchWork(limit: Int)
    /// More violations than the limit; what was found after it is left out.
    case tooManyViolations(limit: Int)
  }

  /// A branch of `anyOf` or `oneOf`, and why it does not hold.
  package struct Branch: Sendable {
    /// Its place in the keyword's list.
    package let index: Int
    /// The branch itself.
    package let schema: Schema.ID
    /// Why it does not hold, in the order of the text, with paths from the root.
    package let violations: [Violation]
  }

  /// What failed, with what a wording needs.
  package let kind: Kind
  /// What failed: a value, or a key when it is about the name.
  package let instance: Node
  /// Where to point: the instance, or the key that is in the way.
  package let range: SourceRange
  /// The way to the instance from the root; to a key by the way to its value (core, section 12.3.3).
  package let path: InstancePath
  /// The subschema that the keyword stands in.
  package let schema: Schema.ID
  /// The keyword; empty for `false` as a schema.
  package let keyword: String
  /// Where the keyword stands in the schema: `#/properties/naam/minLength`.
  package let schemaPath: String
}
