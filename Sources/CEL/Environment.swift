import SourceText

/// Which variable, in the environment that declares it.
package struct VariableID: Hashable, Sendable {
  let index: Int32
}

/// What an expression may refer to: variables, object types and functions, with the limits it keeps to.
///
/// An environment is a value; derived ones share what they have in common.
package struct Environment: Sendable {
  /// A declared variable; its name may have dots: `parameters.min_weken`.
  package struct Variable: Sendable {
    /// The full name, by which expressions refer to it.
    package let name: String
    /// What the checker takes its values to be; they are not checked when set.
    package let type: CELType
  }

  /// The declared variables; the position of one is its identifier.
  package private(set) var variables: [Variable] = []
  /// The functions and operators that expressions can use.
  package let functions: StandardLibrary
  /// The namespace that names are looked up in first: in `a.b`, the name `x` may be `a.b.x`, `a.x` or `x`.
  package let container: String
  /// The limits of parsing, and of every evaluation of its programs.
  package let limits: Limits
  private(set) var structures: [String: StructType] = [:]
  private var variableIndexes: [String: Int32] = [:]
  /// The first parts of the names with dots.
  private var namespaces: Set<String> = ["google"]

  /// Declares what expressions may refer to; of two declarations with one name the last holds.
  package init(
    variables: [(String, CELType)],
    structures: [StructType] = [],
    functions: StandardLibrary = .standard,
    container: String = "",
    limits: Limits = Limits()
  ) {
    self.functions = functions
    self.container = container
    self.limits = limits
    for structure in structures {
      self.structures[structure.name] = structure
      noteNamespace(of: structure.name)
    }
    for (name, type) in variables { declare(name, type) }
  }

  /// The same environment with more variables; one with a known name takes its place.
  ///
  /// The identifiers of the variables that stay do not change.
  package func adding(variables: [(String, CELType)]) -> Environment {
    var result = self
    for (name, type) in variables { result.declare(name, type) }
    return result
  }

  /// The variable with this full name.
  package func variable(named name: String) -> VariableID? {
    variableIndexes[name].map(VariableID.init)
  }

  /// The declaration of a variable.
  package func declaration(of variable: VariableID) -> Variable {
    variables[Int(variable.index)]
  }

  /// The object type with this name.
  package func structure(named name: String) -> StructType? {
    structures[name]
  }

  /// Parses and checks an expression, and resolves its names to slots and fields to positions.
  ///
  /// - Parameters:
  ///   - source: The text of the expression.
  ///   - expected: The type that the result must fit; any type when nil.
  /// - Returns: The program, or all that is wrong with the text.
  package func compile(
    _ source: String,
    expecting expected: CELType? = nil
  ) -> Result<Program, CELErrors> {
    compile(source, expecting: expected, isChecked: true)
  }

  /// Parses an expression and resolves its names, and leaves all mistakes in names and types to evaluation.
  ///
  /// What cel-spec calls evaluating without checking: `x || true` is true though `x` is not declared.
  package func compileUnchecked(_ source: String) -> Result<Program, CELErrors> {
    compile(source, expecting: nil, isChecked: false)
  }

  private func compile(
    _ source: String,
    expecting expected: CELType?,
    isChecked: Bool
  ) -> Result<Program, CELErrors> {
    do {
      let expression = try Parser.parse(source, limits: limits)
      var checker = Checker(self, source: source, isChecked: isChecked)
      return checker.program(expression, expecting: expected)
    } catch {
      return .failure(CELErrors([error]))
    }
  }

  /// Declares a variable; one with a known name takes its place.
  package mutating func declare(_ name: String, _ type: CELType) {
    if let index = variableIndexes[name] {
      variables[Int(index)] = Variable(name: name, type: type)
    } else {
      noteNamespace(of: name)
      variableIndexes[name] = Int32(variables.count)
      variables.append(Variable(name: name, type: type))
    }
  }

  private mutating func noteNamespace(of name: String) {
    if let dot = name.firstIndex(of: ".") { namespaces.insert(String(name[..<dot])) }
  }

  /// Whether some declared name is this one followed by a dot and more.
  func isNamespace(_ name: String) -> Bool {
    namespaces.contains(name)
  }

  /// Whether a full name stands for a variable or a type.
  func isDeclared(_ name: String) -> Bool {
    variableIndexes[name] != nil || structures[name] != nil || CELType.named[name] != nil
  }

  /// The names that a name may stand for in this container, the most specific first.
  func candidates(for name: String, isAbsolute: Bool) -> [String] {
    if isAbsolute || container.isEmpty { return [name] }
    var candidates: [String] = []
    var scope = Substring(container)
    while true {
      candidates.append("\(scope).\(name)")
      guard let dot = scope.lastIndex(of: ".") else { break }
      scope = scope[..<dot]
    }
    candidates.append(name)
    return candidates
  }
}
