public import Market

/// All that one question brought to light, in a fixed order whatever order it was found in.
public struct EvidenceBook: Sendable {
    private var byMeasure: [Measure: [Subject: [Fact]]] = [:]
    private var seriesByMeasure: [Measure: [Subject: SeriesFact]] = [:]
    private var curvesByMeasure: [Measure: [Subject: CurveFact]] = [:]

    /// An empty book.
    public init() {}

    /// Writes a fact down. The same fact twice is one fact.
    public mutating func add(_ fact: Fact) {
        var history = byMeasure[fact.measure]?[fact.subject] ?? []
        guard !history.contains(where: { $0.id == fact.id }) else { return }
        history.append(fact)
        history.sort(by: Self.latestFirst)
        byMeasure[fact.measure, default: [:]][fact.subject] = history
    }

    /// Writes a run of values down; one run a measure and subject.
    public mutating func add(_ series: SeriesFact) {
        seriesByMeasure[series.measure, default: [:]][series.subject] = series
    }

    /// Writes a curve down; one a measure and subject.
    public mutating func add(_ curve: CurveFact) {
        curvesByMeasure[curve.measure, default: [:]][curve.subject] = curve
    }

    /// The latest fact of a measure and subject.
    public subscript(_ measure: Measure, _ subject: Subject) -> Fact? {
        byMeasure[measure]?[subject]?.first
    }

    /// All facts of a measure and subject, latest first: one for each moment they speak of.
    public func history(_ measure: Measure, _ subject: Subject) -> [Fact] {
        byMeasure[measure]?[subject] ?? []
    }

    /// The latest fact of a measure for every subject that has one, by subject.
    public func all(_ measure: Measure) -> [Fact] {
        (byMeasure[measure] ?? [:]).sorted { $0.key < $1.key }.compactMap(\.value.first)
    }

    /// The run of values of a measure and subject.
    public func series(_ measure: Measure, _ subject: Subject) -> SeriesFact? {
        seriesByMeasure[measure]?[subject]
    }

    /// The curve of a measure and subject.
    public func curve(_ measure: Measure, _ subject: Subject) -> CurveFact? {
        curvesByMeasure[measure]?[subject]
    }

    /// Every fact, by subject, then measure, then latest first.
    public var facts: [Fact] {
        byMeasure.values.flatMap(\.values)
            .sorted { left, right in
                (left[0].subject, left[0].measure) < (right[0].subject, right[0].measure)
            }
            .flatMap { $0 }
    }

    /// Every run of values, by subject, then measure.
    public var series: [SeriesFact] {
        seriesByMeasure.values.flatMap(\.values)
            .sorted { ($0.subject, $0.measure) < ($1.subject, $1.measure) }
    }

    /// Every curve, by subject, then measure.
    public var curves: [CurveFact] {
        curvesByMeasure.values.flatMap(\.values)
            .sorted { ($0.subject, $0.measure) < ($1.subject, $1.measure) }
    }

    /// The sources that some fact or run of values rests on.
    public var citedSources: Set<SourceID> {
        var cited: Set<SourceID> = []
        for histories in byMeasure.values {
            for fact in histories.values.joined() { cited.formUnion(fact.sources) }
        }
        for series in seriesByMeasure.values.flatMap(\.values) { cited.formUnion(series.sources) }
        for curve in curvesByMeasure.values.flatMap(\.values) { cited.formUnion(curve.sources) }
        return cited
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
