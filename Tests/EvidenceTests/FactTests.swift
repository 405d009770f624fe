import Evidence
import Market
import TestSupport
import Testing

@Suite struct FactTests {
    private static let asOf = Timestamp(seconds: 1_737_979_200)

    private static func fact(
        _ measure: Measure = "change.24h", of subject: Subject = .total,
        value: Fact.Value = .number(-0.05), unit: Unit = .ratio, low: Double? = -0.06,
        high: Double? = -0.04, asOf: Timestamp = asOf, observedAt: Timestamp? = asOf,
        method: Method = Method("change"), sources: Provenance = ["a", "b"],
        standing: Fact.Standing = .estimated
    ) -> Fact {
        Fact(
            measure, of: subject, value: value, unit: unit, low: low, high: high, asOf: asOf,
            observedAt: observedAt, method: method, sources: sources, standing: standing)
    }

    /// One fact, and others that differ from it and from each other in one field.
    private static var different: [Fact] {
        let day = CalendarDay(daysSinceEpoch: 20_115)
        let values: [Fact.Value] = [
            .number(0.05), .number((-0.05).nextUp), .instant(asOf), .day(day), .none,
            .text("-0.05"), .text("none"), .text("number -0.05"), .text(""),
        ]
        return [
            fact(), fact("change.6h"), fact(of: .own), fact(unit: .points), fact(low: nil),
            fact(low: -0.07), fact(high: nil), fact(high: -0.03), fact(low: nil, high: -0.06),
            fact(asOf: asOf + .hour), fact(observedAt: nil), fact(observedAt: asOf - .hour),
            fact(method: Method("change", version: 2)), fact(method: Method("other")),
            fact(sources: []), fact(sources: ["a"]), fact(sources: ["a", "c"]),
            fact(sources: ["ab"]), fact(standing: .measured), fact(standing: .floor),
        ] + values.map { fact(value: $0) }
    }

    @Test func anyOtherFieldIsAnotherFact() {
        let facts = Self.different
        #expect(Set(facts.map(\.id)).count == facts.count)
        #expect(Set(facts).count == facts.count)
    }

    @Test func theSameFieldsAreTheSameFact() {
        #expect(Self.fact() == Self.fact())
        #expect(Self.fact().id == Self.fact().id)
        #expect(Self.fact(sources: ["b", "a", "b"]) == Self.fact(sources: ["a", "b"]))
        #expect(Self.fact().id.count == 12)
    }

    /// Expected value: Python's hashlib over the fields, each after its length in bytes, times in microseconds.
    @Test func theIDIsADigestOfTheFields() {
        #expect(Self.fact().id == "650c04ff67a8")
    }

    @Test func aNumberMustBeFinite() async {
        await #expect(processExitsWith: .failure) { _ = Self.fact(value: .number(.nan)) }
        await #expect(processExitsWith: .failure) { _ = Self.fact(value: .number(.infinity)) }
        await #expect(processExitsWith: .failure) { _ = Self.fact(low: .nan) }
        await #expect(processExitsWith: .failure) { _ = Self.fact(high: -.infinity) }
    }

    @Test(arguments: [
        ("sma.50", "50-day average"), ("rsi.14", "RSI 14"), ("rsi.14.closed", "RSI 14, closed day"),
        ("change.24h", "24 h change"), ("change.90m", "90 min change"),
        ("change.utcDay", "change since midnight UTC"),
        ("liquidations.long.24h", "long liquidations, 24 h"), ("high.local", "local high"),
        ("openInterest.coin", "open interest coin"),
    ])
    func measuresReadOut(measure: String, expected: String) {
        #expect(Measure(measure).name == expected)
    }

    @Test(
        arguments: [
            ("venue:binance/asset:BTC", "BTC", "asset", "venue:binance"),
            ("index:TOTAL", "TOTAL", "index", nil), ("question", "question", "question", nil),
            ("sector:ai/group:gpu", "gpu", "group", "sector:ai"),
        ] as [(String, String, String, String?)])
    func subjects(text: String, name: String, kind: String, parent: String?) {
        let subject = Subject(text)
        #expect(subject.name == name)
        #expect(subject.kind == kind)
        #expect(subject.parent?.text == parent)
    }
}
