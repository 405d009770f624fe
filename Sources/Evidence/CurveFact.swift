public import Market
internal import Digests

/// A fact that is a curve: what some values are at each place along an axis that is not time, such as the
/// fall that a shock comes to, or how often what was forecast came true.
public struct CurveFact: Hashable, Sendable, Identifiable {
    /// What runs along the bottom.
    public struct Axis: Hashable, Sendable {
        /// What the places are, such as `shock`; a stable part of the JSON interface.
        public let name: String
        /// Their unit.
        public let unit: Unit
        /// The places, ascending.
        public let values: [Double]

        /// An axis.
        public init(_ name: String, _ unit: Unit, _ values: [Double]) {
            self.name = name
            self.unit = unit
            self.values = values
        }
    }

    /// Values along the axis.
    public typealias Column = SeriesFact.Column

    /// The first 12 digits of the SHA-256 of all the fields below.
    public let id: String
    /// What is measured.
    public let measure: Measure
    /// Of what.
    public let subject: Subject
    /// Where.
    public let axis: Axis
    /// The values, each column as long as the axis. `low`, `median` and `high` are one line in its band.
    public let columns: [Column]
    /// The question's as-of.
    public let asOf: Timestamp
    /// How the values were found.
    public let method: Method
    /// What rows it was made from, and where those came from.
    public let provenance: Provenance
    /// How far the values may be relied on.
    public let standing: Fact.Standing

    /// A curve; every column must be as long as the axis, and every number finite.
    public init(
        _ measure: Measure, of subject: Subject, axis: Axis, columns: [Column], asOf: Timestamp,
        method: Method, sources: Provenance, standing: Fact.Standing = .measured
    ) {
        precondition(
            columns.allSatisfy { $0.values.count == axis.values.count },
            "a curve must have one value a column for each place")
        precondition(
            axis.values.allSatisfy(\.isFinite)
                && columns.allSatisfy { $0.values.allSatisfy { $0?.isFinite ?? true } },
            "the numbers of a curve must be finite")
        self.measure = measure
        self.subject = subject
        self.axis = axis
        self.columns = columns
        self.asOf = asOf
        self.method = method
        provenance = sources
        self.standing = standing
        let values = columns.flatMap { column in
            [column.name, column.unit.rawValue] + column.values.map { $0.map { "\($0)" } ?? "" }
        }
        id =
            ContentDigest(
                ofFields: [
                    measure.text, subject.text, axis.name, axis.unit.rawValue, asOf.description,
                    method.description, sources.sources.map(\.text).joined(separator: ","),
                    standing.rawValue,
                ] + axis.values.map { "\($0)" } + values
            ).short
    }

    /// Where the rows came from, in order of name.
    public var sources: [SourceID] { provenance.sources }

    /// The values of a column by its name; empty where there is no such column.
    public func values(_ name: String) -> [Double?] {
        columns.first { $0.name == name }?.values ?? []
    }
}
