#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Numbered pieces of work, done on several threads and handed over one by one in the order of their numbers.
///
/// At most a few results a thread wait to be handed over, so that memory does not grow with the number of pieces.
struct OrderedWork<Product: Sendable>: Sendable {
  /// How many pieces there are; they are numbered from 0.
  let count: Int
  /// How many threads work, the calling thread included.
  let jobs: Int
  /// Does one piece.
  let work: @Sendable (Int) -> Product

  /// Does all pieces and hands over each product on the calling thread, which works on pieces itself meanwhile.
  ///
  /// - Parameters:
  ///   - pause: is called before each product and piece, and a few times a second while a product is awaited; ends the
  ///     work by throwing.
  ///   - hand: takes a product and its number; ends the work by throwing.
  /// - Throws: what `pause` or `hand` throws.
  func run(pause: () throws -> Void, hand: (Int, Product) throws -> Void) throws {
    let exchange = Exchange<Product>(count: count, room: jobs * 8)
    let threads = startThreads(exchange)
    defer {
      exchange.stop()
      for thread in threads { pthread_join(thread, nil) }
    }
    var handed = 0
    while handed < count {
      try pause()
      if let product = exchange.take(handed) {
        try hand(handed, product)
        handed += 1
      } else if let index = exchange.next(waits: false) {
        exchange.put(work(index), at: index)
      } else {
        exchange.wait(for: handed)
      }
    }
  }

  /// The threads that could be started beside the calling one; none when the system has none to give.
  private func startThreads(_ exchange: Exchange<Product>) -> [pthread_t] {
    let wanted = min(jobs, count) - 1
    guard wanted > 0 else { return [] }
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return [] }
    defer { pthread_attr_destroy(&attributes) }
    // Collections inside collections are walked by calls inside calls: as much stack as the main thread has.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    var threads: [pthread_t] = []
    for _ in 0..<wanted {
      let task = ThreadTask {
        while let index = exchange.next(waits: true) { exchange.put(work(index), at: index) }
      }
      guard let thread = task.start(&attributes) else { break }
      threads.append(thread)
    }
    return threads
  }
}

/// What a thread does.
private final class ThreadTask: Sendable {
  private let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }

  /// The thread that does it; nil when none could be started.
  func start(_ attributes: inout pthread_attr_t) -> pthread_t? {
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let task = Unmanaged.passRetained(self)
    let isStarted =
      pthread_create(
        &thread,
        &attributes,
        { argument in
          // The system's header does not say that the argument is the one given above.
          let argument: UnsafeMutableRawPointer? = argument
          guard let argument else { return nil }
          Unmanaged<ThreadTask>.fromOpaque(argument).takeRetainedValue().body()
          return nil
        },
        task.toOpaque()
      ) == 0
    guard isStarted else {
      task.release()
      return nil
    }
    return thread
  }
}

/// Where threads take their next number and leave their products.
///
/// Unchecked: all that changes is touched only between locking and unlocking.
private final class Exchange<Product: Sendable>: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private let count: Int
  private let room: Int
  private var started = 0
  private var handed = 0
  /// Those that wait to be handed over, each at the place of its number among as many as there is room for.
  private var products: [Product?]
  private var isStopped = false
  /// How many threads wait for room, and whether the one that hands over waits for a product: the others wake them.
  private var idle = 0
  private var isAwaited = false

  init(count: Int, room: Int) {
    self.count = count
    self.room = room
    products = Array(repeating: nil, count: room)
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    changed = .allocate(capacity: 1)
    changed.initialize(to: pthread_cond_t())
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    changed.deinitialize(count: 1)
    changed.deallocate()
    pthread_mutex_destroy(mutex)
    mutex.deinitialize(count: 1)
    mutex.deallocate()
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// The next number to work on, when there is room for its product; nil when there is none.
  ///
  /// Who waits gets nil only when there are no more numbers.
  func next(waits: Bool) -> Int? {
    locked {
      while waits, !isStopped, started < count, !hasRoom {
        idle += 1
        pthread_cond_wait(changed, mutex)
        idle -= 1
      }
      guard !isStopped, started < count, hasRoom else { return nil }
      defer { started += 1 }
      return started
    }
  }

  private var hasRoom: Bool { started < handed + room }

  func put(_ product: Product, at index: Int) {
    locked {
      products[index % room] = product
      if isAwaited, index == handed { pthread_cond_broadcast(changed) }
    }
  }

  /// The product with a number, which comes after the one taken before; nil when it is not there yet.
  func take(_ index: Int) -> Product? {
    locked {
      guard let product = products[index % room].take() else { return nil }
      handed = index + 1
      if idle > 0 { pthread_cond_broadcast(changed) }
      return product
    }
  }

  /// Waits until the product with a number is there, but not long.
  func wait(for index: Int) {
    locked {
      if case .some = products[index % room] { return }
      var end = timespec()
      clock_gettime(CLOCK_REALTIME, &end)
      end.tv_nsec += 100_000_000
      if end.tv_nsec >= 1_000_000_000 {
        end.tv_nsec -= 1_000_000_000
        end.tv_sec += 1
      }
      isAwaited = true
      pthread_cond_timedwait(changed, mutex, &end)
      isAwaited = false
    }
  }

  /// Lets the threads end after what they are at.
  func stop() {
    locked {
      isStopped = true
      pthread_cond_broadcast(changed)
    }
  }
}
