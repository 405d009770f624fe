public import Market
internal import Digests

/// A fact that is a run of values over time, such as the bars behind a chart.
public struct SeriesFact: Hashable, Sendable, Identifiable {
    /// One column of values.
    public struct Column: Hashable, Sendable {
        /// What the column holds, such as `close`; a stable part of the JSON interface.
        public let name: String
        /// The unit of its values.
        public let unit: Unit
        /// One value a row; `nil` where there is none.
        public let values: [Double?]

        /// A column.
        public init(_ name: String, _ unit: Unit, _ values: [Double?]) {
            self.name = name
            self.unit = unit
            self.values = values
        }
    }

    /// The first 12 digits of the SHA-256 of all the fields below.
    public let id: String
    /// What is measured.
    public let measure: Measure
    /// Of what.
    public let subject: Subject
    /// The opening of each bar, ascending.
    public let times: [Timestamp]
    /// The length of the bars.
    public let interval: TimeSpan
    /// The values, each column as long as `times`.
    public let columns: [Column]
    /// The question's as-of.
    public let asOf: Timestamp
    /// How the values were found.
    public let method: Method
    /// What rows it was made from, and where those came from.
    public let provenance: Provenance
    /// How far the values may be relied on.
    public let standing: Fact.Standing

    /// A run of values; every column must be as long as `times`.
    public init(
        _ measure: Measure, of subject: Subject, times: [Timestamp], interval: TimeSpan,
        columns: [Column], asOf: Timestamp, method: Method, sources: Provenance,
        standing: Fact.Standing = .measured
    ) {
        precondition(
            columns.allSatisfy { $0.values.count == times.count },
            "a series must have one value a column for each time")
        precondition(
            columns.allSatisfy { $0.values.allSatisfy { $0?.isFinite ?? true } },
            "the numbers of a series must be finite")
        self.measure = measure
        self.subject = subject
        self.times = times
        self.interval = interval
        self.columns = columns
        self.asOf = asOf
        self.method = method
        provenance = sources
        self.standing = standing
        let values = columns.flatMap { column in
            [column.name, column.unit.rawValue]
                + column.values.map { $0.map { "\($0)" } ?? "" }
        }
        id =
            ContentDigest(
                ofFields: [
                    measure.text, subject.text, interval.description, asOf.description,
                    method.description, sources.sources.map(\.text).joined(separator: ","),
                    standing.rawValue,
                ] + times.map { "\($0.microseconds)" } + values
            ).short
    }

    /// Where the rows came from, in order of name.
    public var sources: [SourceID] { provenance.sources }

    /// The values of a column by its name; empty where there is no such column.
    public func values(_ name: String) -> [Double?] {
        columns.first { $0.name == name }?.values ?? []
    }
}
