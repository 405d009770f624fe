/// All that one question brought to light, in a fixed order whatever order it was found in.
public struct EvidenceBook: Sendable {
    private struct Key: Hashable {
        let measure: Measure
        let subject: Subject
    }

    private var byKey: [Key: [Fact]] = [:]
    private var seriesByKey: [Key: SeriesFact] = [:]

    /// An empty book.
    public init() {}

    /// Writes a fact down. The same fact twice is one fact.
    public mutating func add(_ fact: Fact) {
        let key = Key(measure: fact.measure, subject: fact.subject)
        guard byKey[key]?.contains(fact) != true else { return }
        byKey[key, default: []].append(fact)
        byKey[key]?.sort(by: Self.latestFirst)
    }

    /// Writes a run of values down; one run a measure and subject.
    public mutating func add(_ series: SeriesFact) {
        seriesByKey[Key(measure: series.measure, subject: series.subject)] = series
    }

    /// Writes facts down.
    public mutating func add(_ facts: some Sequence<Fact>) {
        for fact in facts { add(fact) }
    }

    /// The latest fact of a measure and subject.
    public subscript(_ measure: Measure, _ subject: Subject) -> Fact? {
        byKey[Key(measure: measure, subject: subject)]?.first
    }

    /// All facts of a measure and subject, latest first: one for each moment they speak of.
    public func history(_ measure: Measure, _ subject: Subject) -> [Fact] {
        byKey[Key(measure: measure, subject: subject)] ?? []
    }

    /// The run of values of a measure and subject.
    public func series(_ measure: Measure, _ subject: Subject) -> SeriesFact? {
        seriesByKey[Key(measure: measure, subject: subject)]
    }

    /// Every fact, by subject, then measure, then latest first.
    public var facts: [Fact] {
        byKey.sorted { ($0.key.subject, $0.key.measure) < ($1.key.subject, $1.key.measure) }
            .flatMap(\.value)
    }

    /// Every run of values, by subject, then measure.
    public var series: [SeriesFact] {
        seriesByKey.sorted {
            ($0.key.subject, $0.key.measure) < ($1.key.subject, $1.key.measure)
        }
        .map(\.value)
    }

    private static func latestFirst(_ left: Fact, _ right: Fact) -> Bool {
        guard left.observedAt == right.observedAt else {
            guard let leftTime = left.observedAt else { return false }
            guard let rightTime = right.observedAt else { return true }
            return leftTime > rightTime
        }
        return left.id < right.id
    }
}
