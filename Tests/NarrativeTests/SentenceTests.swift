import Evidence
import Market
import Narrative
import Testing

@Suite struct SentenceTests {
    private static let fact = Fact(
        "change.24h", of: .total, value: .number(-0.05), unit: .ratio, asOf: SampleBook.asOf,
        observedAt: SampleBook.asOf, method: Method("m"), sources: [])

    @Test func factsAreInterpolatedWithTheirStyles() {
        let fact = Self.fact
        let inner: Sentence = "TOTAL fell \(fact, .magnitude)"
        let sentence: Sentence = """
            \(inner), \(measure: fact) of \(subject: fact) at \(observed: fact, .clock): \(fact)
            """
        #expect(
            sentence.spans == [
                .words("TOTAL fell "), .value(fact, .magnitude), .words(", "), .measure(fact),
                .words(" of "), .subject(fact), .words(" at "), .observed(fact, .clock),
                .words(": "), .value(fact, .plain),
            ])
        #expect(sentence.facts.count == 5)
        #expect(!sentence.isEmpty)
    }

    @Test func nothingIsEmpty() {
        let empty: Sentence = ""
        #expect(empty.isEmpty)
        #expect(empty.facts == [])
        #expect(Sentence(spans: []) == empty)
    }

    @Test func aDigitInALiteralTraps() async {
        await #expect(processExitsWith: .failure) {
            let sentence: Sentence = "fell 5 percent"
            _ = sentence
        }
        await #expect(processExitsWith: .failure) {
            let sentence: Sentence = "\(Self.fact) in 24 h"
            _ = sentence
        }
        await #expect(processExitsWith: .failure) { _ = Sentence(spans: [.words("½")]) }
        await #expect(processExitsWith: .failure) { _ = Sentence(spans: [.words("٣")]) }
    }

    @Test func aRowOfAnotherLengthTraps() async {
        await #expect(processExitsWith: .failure) {
            _ = Table("t", "A table", columns: [.words("One"), .words("Two")], rows: [["one"]])
        }
    }
}
