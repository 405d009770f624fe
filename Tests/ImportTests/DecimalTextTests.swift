import Import
import TestSupport
import Testing

@Suite struct DecimalTextTests {
    private func number(_ text: String) -> Double? {
        let bytes = Array("<\(text)>".utf8)
        return DecimalText.number(bytes, 1..<bytes.count - 1)
    }

    /// Expected: the standard library's correctly rounded reading, bit for bit.
    @Test func agreesWithTheStandardLibraryOnSeededDecimals() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<100_000 {
            let text = randomDecimal(&random)
            guard let expected = Double(text), expected.isFinite else {
                #expect(number(text) == nil, "\(text)")
                continue
            }
            if number(text)?.bitPattern != expected.bitPattern {
                Issue.record("\(text) reads as \(String(describing: number(text)))")
            }
        }
    }

    private func randomDecimal(_ random: inout SeededGenerator) -> String {
        var text = Bool.random(using: &random) ? "-" : ""
        text += digits(1...Int.random(in: 1...22, using: &random), &random)
        if Int.random(in: 0...3, using: &random) > 0 {
            text += "." + digits(1...Int.random(in: 1...22, using: &random), &random)
        }
        if Int.random(in: 0...2, using: &random) == 0 {
            text += ["e", "E"].randomElement(using: &random) ?? "e"
            text += ["", "+", "-"].randomElement(using: &random) ?? ""
            text += String(Int.random(in: 0...340, using: &random))
        }
        return text
    }

    private func digits(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
        let count = Int.random(in: count, using: &random)
        return (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }

    @Test func everyShortestSpellingOfARandomDoubleReadsBack() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            #expect(number(value.description)?.bitPattern == value.bitPattern, "\(value)")
        }
    }

    /// The edges of the exact path, and ties that a careless reader rounds wrong; expected values are
    /// hexadecimal literals, from Python's `float.hex`.
    @Test(
        arguments: [
            ("9007199254740992", 0x1p53), ("9007199254740993", 0x1p53),
            ("9007199254740995", 0x1.0000000000002p53), ("1e22", 0x1.0f0cf064dd592p73),
            ("1e23", 0x1.52d02c7e14af6p76), ("1e-22", 0x1.e392010175ee6p-74),
            ("0.1", 0x1.999999999999ap-4), ("-0", -0.0), ("00012.50", 12.5),
            ("123456789012345678901234567890", 0x1.8ee90ff6c373ep96), ("1e-999", 0),
            ("0e99999999999999999999", 0), ("3447037760516", 3_447_037_760_516),
        ] as [(String, Double)])
    func edges(text: String, expected: Double) {
        #expect(number(text)?.bitPattern == expected.bitPattern)
    }

    @Test(arguments: [
        "", "-", "+1", ".5", "5.", "1.", "-.5", "1e", "1e+", "1e-", "e5", "nan", "NaN", "inf",
        "Infinity", "-inf", "0x10", "1_000", "1,000", " 1", "1 ", "1.2.3", "--1", "1e5.0", "1e400",
        "-1e400", "１", "1f", "\u{0}",
    ])
    func refuses(text: String) {
        #expect(number(text) == nil)
    }
}
