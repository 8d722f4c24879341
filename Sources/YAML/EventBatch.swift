import SourceText

/// Events that were found in one go, with their content.
///
/// They are found many at a time because libyaml and what is made of its events would otherwise push each other out of
/// the processor's cache of instructions, at each event again.
struct EventBatch: ~Copyable {
  /// About how many events are found in one go.
  static let size = 512

  /// An event, but for its content.
  struct Event {
    var kind = EventWalk.Kind.other
    var range: SourceRange
    var style = Scalar.Style.plain
    var isFlow = false
    /// Which properties it has; negative when it has none.
    var properties: Int32 = -1
    fileprivate var start: UInt32 = 0
    fileprivate var count: UInt32 = 0

    init(_ range: SourceRange) {
      self.range = range
    }
  }

  /// The anchor and the tag of a value; an alias has the name of the anchor it stands for.
  struct Properties {
    let anchor: String?
    let tag: String?
  }

  private let events: UnsafeMutablePointer<Event>
  private(set) var count = 0
  private var properties: [Properties] = []
  /// The content of all scalars, one behind the other.
  private var contents: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 14
  private var used = 0

  init() {
    events = .allocate(capacity: Self.size)
    contents = .allocate(capacity: capacity)
  }

  deinit {
    events.deallocate()
    contents.deallocate()
  }

  /// Whether there is room for another event.
  var hasRoom: Bool { count < Self.size }

  subscript(index: Int) -> Event {
    precondition(index < count)
    return events[index]
  }

  /// The content of a scalar, valid until the batch changes.
  func content(of event: Event) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: contents + Int(event.start), count: Int(event.count))
  }

  func properties(ofEvent index: Int) -> Properties? {
    let number = self[index].properties
    return number < 0 ? nil : properties[Int(number)]
  }

  /// Makes room for other events.
  mutating func removeAll() {
    if !properties.isEmpty { properties.removeAll() }
    count = 0
    used = 0
  }

  /// Adds an event, of which what it refers to has been kept.
  @inline(__always)
  mutating func append(_ event: Event) {
    precondition(hasRoom)
    (events + count).initialize(to: event)
    count += 1
  }

  /// Keeps a copy of the properties of an event that is to be added.
  mutating func keep(_ properties: Properties, of event: inout Event) {
    event.properties = Int32(self.properties.count)
    self.properties.append(properties)
  }

  /// Keeps a copy of the content of an event that is to be added.
  @inline(__always)
  mutating func keep(_ content: UnsafePointer<UInt8>, _ length: Int, of event: inout Event) {
    if capacity - used < length { grow(by: length) }
    event.start = UInt32(used)
    event.count = UInt32(length)
    (contents + used).update(from: content, count: length)
    used += length
  }

  private mutating func grow(by count: Int) {
    capacity = max(capacity * 2, used + count)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: contents, count: used)
    contents.deallocate()
    contents = larger
  }
}
