import Testing

@testable import Market

/// Against Swift's own digits with zeros put before them.
@Suite struct DigitWriterTests {
    private func written(_ number: Int, width: Int, capacity: Int = 32) -> String {
        DigitWriter.text(capacity: capacity) { $0.put(number, width: width) }
    }

    @Test func numbersAreAsWideAsAsked() {
        let numbers = Array(-120...1200) + [99_999, 100_000, .max, .min, .min + 1]
        for number in numbers {
            for width in 0...6 {
                let digits = String(number.magnitude)
                let zeros = String(repeating: "0", count: max(0, width - digits.count))
                #expect(
                    written(number, width: width) == (number < 0 ? "-" : "") + zeros + digits)
            }
        }
    }

    /// Nothing is written beyond the memory there is.
    @Test func whatDoesNotFitIsLeftOut() {
        #expect(written(123_456, width: 1, capacity: 3) == "123")
        #expect(written(5, width: 40, capacity: 16).utf8.count == 16)
    }
}
