public import Market
internal import Digests

/// One number, instant or text that a report may print, with everything needed to recompute it.
///
/// A fact is the only thing a `Sentence` takes: what is not a fact cannot be said.
public struct Fact: Hashable, Sendable, Identifiable {
    /// How far a fact may be relied on.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Computed from rows by its method, nothing assumed.
        case measured
        /// At least so much: the source is known to leave things out.
        case floor
        /// Computed with an assumption; `low` and `high` bound it.
        case estimated
        /// Drawn from a simulation; `low` and `high` bound it.
        case simulated
        /// The data cannot decide it.
        case undecidable
        /// There are no rows to compute it from.
        case noData
    }

    /// What the fact says, if anything.
    public enum Value: Hashable, Sendable {
        /// A finite number in the fact's unit.
        case number(Double)
        /// An instant.
        case instant(Timestamp)
        /// A day.
        case day(CalendarDay)
        /// Words from a source.
        case text(String)
        /// Nothing; the standing says why.
        case none
    }

    /// The first 12 digits of the SHA-256 of all the fields below.
    public let id: String
    /// What is measured.
    public let measure: Measure
    /// Of what: `index:TOTAL`, `asset:BTC`, `sector:ai`, `venue:binance/asset:BTC`.
    public let subject: Subject
    /// What the fact says.
    public let value: Value
    /// The unit of `value`, `low` and `high`.
    public let unit: Unit
    /// The least the true value can be; `nil` where nothing is estimated.
    public let low: Double?
    /// The greatest the true value can be; `nil` where nothing is estimated.
    public let high: Double?
    /// The question's as-of: nothing known later was used.
    public let asOf: Timestamp
    /// The latest moment the value speaks of; `nil` for what has no moment.
    public let observedAt: Timestamp?
    /// How it was found.
    public let method: Method
    /// What rows it was made from, and where those came from.
    public let provenance: Provenance
    /// How far it may be relied on.
    public let standing: Standing

    /// A fact. A number must be finite: what could not be computed is `.none`, never NaN.
    public init(
        _ measure: Measure, of subject: Subject, value: Value, unit: Unit, low: Double? = nil,
        high: Double? = nil, asOf: Timestamp, observedAt: Timestamp?, method: Method,
        sources: Provenance, standing: Standing = .measured
    ) {
        precondition(
            [value.number, low, high].allSatisfy { $0?.isFinite ?? true },
            "a fact's numbers must be finite")
        self.measure = measure
        self.subject = subject
        self.value = value
        self.unit = unit
        self.low = low
        self.high = high
        self.asOf = asOf
        self.observedAt = observedAt
        self.method = method
        provenance = sources
        self.standing = standing
        id =
            ContentDigest(ofFields: [
                measure.text, subject.text, value.exactText, unit.rawValue,
                low?.description ?? "", high?.description ?? "", "\(asOf.microseconds)",
                observedAt.map { "\($0.microseconds)" } ?? "", method.description,
                sources.sources.map(\.text).joined(separator: ","), standing.rawValue,
            ]).short
    }

    /// Where the rows came from, in order of name.
    public var sources: [SourceID] { provenance.sources }

    /// The value where it is a number.
    public var number: Double? { value.number }
}

extension Fact.Value {
    /// The value where it is a number.
    public var number: Double? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    /// The value where it is an instant.
    public var instant: Timestamp? {
        guard case .instant(let instant) = self else { return nil }
        return instant
    }

    /// The value so that reading it back gives the same value, and no two values share a text.
    var exactText: String {
        switch self {
        case .number(let number): "number \(number)"
        case .instant(let instant): "instant \(instant)"
        case .day(let day): "day \(day)"
        case .text(let text): "text \(text)"
        case .none: "none"
        }
    }
}
