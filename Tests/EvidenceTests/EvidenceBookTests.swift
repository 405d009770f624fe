import Evidence
import Market
import TestSupport
import Testing

@Suite struct EvidenceBookTests {
    private static let asOf = Timestamp(seconds: 1_737_979_200)

    private static func fact(
        _ measure: Measure, _ subject: Subject, _ number: Double, hoursAgo: Int?,
        sources: Provenance = []
    ) -> Fact {
        Fact(
            measure, of: subject, value: .number(number), unit: .usd, asOf: asOf,
            observedAt: hoursAgo.map { asOf - .hours($0) }, method: Method("m"), sources: sources)
    }

    /// Several measures, subjects, moments, and two facts of one moment.
    private static var facts: [Fact] {
        ["cap", "price"].flatMap { measure in
            [Subject.total, .own, .asset("BTC")].flatMap { subject in
                [0, 24, 48, nil].map { fact(Measure(measure), subject, 1, hoursAgo: $0) }
                    + [fact(Measure(measure), subject, 2, hoursAgo: 24)]
            }
        }
    }

    private static func book(_ facts: [Fact]) -> EvidenceBook {
        var book = EvidenceBook()
        for fact in facts { book.add(fact) }
        return book
    }

    @Test func theOrderOfWritingIsNothing() {
        var random = SeededGenerator(seed: 81)
        let expected = Self.book(Self.facts).facts
        #expect(expected.count == 30)
        for _ in 0..<200 {
            let book = Self.book(Self.facts.shuffled(using: &random))
            #expect(book.facts == expected)
            #expect(book.all("cap").map(\.subject) == [.asset("BTC"), .total, .own])
        }
    }

    @Test func historyIsLatestFirst() {
        let history = Self.book(Self.facts.reversed()).history("cap", .total)
        #expect(history.count == 5)
        let times = history.map(\.observedAt)
        #expect(times.last == .some(nil))
        let known = times.compactMap { $0 }
        #expect(known == known.sorted(by: >))
        #expect(Self.book(Self.facts)["cap", .total]?.observedAt == Self.asOf)
    }

    @Test func aFactTwiceIsOne() {
        #expect(Self.book(Self.facts + Self.facts).facts.count == Self.facts.count)
    }

    @Test func bySubjectThenMeasure() {
        let keys = Self.book(Self.facts).facts.map { "\($0.subject) \($0.measure)" }
        #expect(keys == keys.sorted())
    }

    @Test func whatIsNotThereIsNil() {
        let book = Self.book(Self.facts)
        #expect(book["cap", .asset("ETH")] == nil)
        #expect(book["nothing", .total] == nil)
        #expect(book.history("nothing", .total) == [])
        #expect(book.all("nothing") == [])
        #expect(book.series("bars.1d", .total) == nil)
        #expect(EvidenceBook().facts == [])
    }

    @Test func citesTheSourcesOfFactsAndSeries() {
        var book = Self.book([
            Self.fact("cap", .total, 1, hoursAgo: 0, sources: ["b", "a"]),
            Self.fact("cap", .total, 1, hoursAgo: 1, sources: ["c"]),
        ])
        book.add(
            SeriesFact(
                "bars.1h", of: .total, times: [], interval: .hour, columns: [], asOf: Self.asOf,
                method: Method("bars"), sources: ["d"]))
        #expect(book.citedSources == ["a", "b", "c", "d"])
        #expect(book.series.map(\.measure) == ["bars.1h"])
    }
}
