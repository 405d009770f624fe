import Evidence
import Market
import Narrative
import TestSupport

/// Makes facts and runs of values for the tests of renderers.
enum SampleEvidence {
    static let asOf = Timestamp(seconds: 1_737_979_200)

    static func fact(
        _ measure: Measure, _ subject: String, _ value: Fact.Value, _ unit: Unit,
        low: Double? = nil, high: Double? = nil, standing: Fact.Standing = .measured
    ) -> Fact {
        Fact(
            measure, of: Subject(subject), value: value, unit: unit, low: low, high: high,
            asOf: asOf, observedAt: asOf, method: Method("sample-method", version: 1),
            sources: ["sample-source"], standing: standing)
    }

    static func number(
        _ measure: Measure, _ subject: String, _ value: Double, _ unit: Unit,
        low: Double? = nil, high: Double? = nil, standing: Fact.Standing = .measured
    ) -> Fact {
        fact(measure, subject, .number(value), unit, low: low, high: high, standing: standing)
    }

    /// A level labelled with the name of its measure.
    static func level(_ value: Fact) -> PricePlot.Level {
        PricePlot.Level(
            value: value,
            label: fact(
                value.measure.dot("kind"), value.subject.text, .text(value.measure.name), .text))
    }

    static func series(
        _ measure: Measure, _ subject: String, _ times: [Timestamp], _ interval: TimeSpan,
        _ columns: [SeriesFact.Column]
    ) -> SeriesFact {
        SeriesFact(
            measure, of: Subject(subject), times: times, interval: interval, columns: columns,
            asOf: asOf, method: Method("sample-method", version: 1), sources: ["sample-source"])
    }

    static func days(_ count: Int) -> [Timestamp] {
        (0..<count).map { asOf.day.advanced(by: $0 - count + 1).start }
    }

    static func hours(_ count: Int, every step: Int = 1) -> [Timestamp] {
        (0..<count).map { asOf - TimeSpan.hours((count - $0) * step) }
    }
}
