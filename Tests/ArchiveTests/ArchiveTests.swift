import Archive
import Testing

@Suite("Archive: what is written is read back")
struct ArchiveTests {
  /// Writes with one closure, and reads what came of it with another.
  private func read<Result>(
    _ write: (inout ArchiveWriter) -> Void,
    _ read: (inout ArchiveReader) -> Result
  ) -> Result {
    var writer = ArchiveWriter()
    write(&writer)
    return writer.bytes.withUnsafeBufferPointer { bytes in
      var reader = ArchiveReader(bytes)
      let result = read(&reader)
      #expect(reader.isAtEnd)
      return result
    }
  }

  @Test(
    "whole numbers of any size",
    arguments: [0, 1, 31, 32, 33, 1023, 1024, -1, -32, Int(Int32.max), .max, .min]
  )
  func numbers(number: Int) {
    #expect(
      read {
        $0.write(number)
      } _: {
        $0.int()
      } == number
    )
  }

  @Test(
    "numbers with a fraction, to the last bit",
    arguments: [0, -0.0, 0.1, .pi, -1e308, .infinity]
  )
  func fractions(number: Double) {
    #expect(
      read {
        $0.write(number)
      } _: {
        $0.double()
      }.bitPattern == number.bitPattern
    )
  }

  @Test("texts, also those that only look the same, and each again")
  func texts() {
    let texts = ["", "a", "é", "e\u{301}", "regel\nregel \"#\\", "\u{1F600}", "a", "é"]
    let found = read {
      $0.write(texts: texts)
    } _: {
      $0.texts()
    }
    #expect(found.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
  }

  @Test("what is absent, lists and choices")
  func others() {
    let found = read {
      $0.write(optional: nil)
      $0.write(optional: "x")
      $0.write([3, 1, 2]) { $0.write($1) }
      $0.write(choice: Choice.second)
      $0.write(true)
    } _: {
      (
        $0.optionalText(), $0.optionalText(), $0.items { $0.int() }, $0.choice(Choice.self),
        $0.bool()
      )
    }
    #expect(found == (nil, "x", [3, 1, 2], .second, true))
  }

  private enum Choice: CaseIterable, Equatable {
    case first
    case second
  }

  @Test("the whole is UTF-8 without control characters of its own")
  func printable() throws {
    var writer = ArchiveWriter()
    for number in [0, 31, 32, -1, .max] { writer.write(number) }
    writer.write("é")
    let text = try #require(String(validating: writer.bytes, as: UTF8.self))
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
  }
}
