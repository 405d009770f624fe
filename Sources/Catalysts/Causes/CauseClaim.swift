package import Market

/// What was said of a candidate cause, exact enough to be tested again when more days are known.
///
/// It is about whole days: those that the window touches and the seven that follow. When they are over the exposed
/// are looked at once more (`CauseReview`); whoever was exposed is written out, so that no later list decides.
package struct CauseClaim: Hashable, Codable, Sendable {
    /// How many whole days after the window's last are waited for.
    package static let daysAfter = 7

    /// The candidate's name.
    package let name: String
    /// Who was said to be exposed, by name.
    package let exposed: [String]
    /// The window of the move, in microseconds since 1970 UTC.
    package let start: Int64
    /// Its end.
    package let end: Int64
    /// The latest moment whose rows it could know.
    package let asOf: Int64
    /// When it was written down, its as-of at the soonest.
    package let issuedAt: Int64
    /// Which way the market went.
    package let direction: MoveDirection
    /// What was said.
    package let verdict: CauseVerdict
    /// The probability by placebo dates; `nil` where it was not tested.
    package let pValue: Double?
    /// The same, larger for being one of several.
    package let adjustedPValue: Double?
    /// The mean abnormal return of the exposed, a logarithm.
    package let effect: Double?

    /// A claim; `nil` for a window that is none, nobody exposed, or numbers that are none.
    package init?(
        name: String, exposed: [String], start: Int64, end: Int64, asOf: Int64, issuedAt: Int64,
        direction: MoveDirection, verdict: CauseVerdict, pValue: Double?,
        adjustedPValue: Double?, effect: Double?
    ) {
        let probabilities = [pValue, adjustedPValue].compactMap { $0 }
        guard start < end, end <= asOf, Self.instants.contains(start), Self.instants.contains(asOf),
            !exposed.isEmpty, probabilities.allSatisfy({ $0 >= 0 && $0 <= 1 }),
            effect.map(\.isFinite) ?? true
        else { return nil }
        self.name = name
        self.exposed = Set(exposed).sorted()
        self.start = start
        self.end = end
        self.asOf = asOf
        self.issuedAt = max(asOf, issuedAt)
        self.direction = direction
        self.verdict = verdict
        self.pValue = pValue
        self.adjustedPValue = adjustedPValue
        self.effect = effect
    }

    /// What a test said of a candidate, for the window of a move as of its end.
    package init?(_ test: CauseTest, window: TimeRange, direction: MoveDirection) {
        self.init(
            name: test.cause.name, exposed: test.cause.exposed.map(\.text),
            start: window.start.microseconds, end: window.end.microseconds,
            asOf: window.end.microseconds, issuedAt: window.end.microseconds,
            direction: direction, verdict: test.verdict, pValue: test.pValue,
            adjustedPValue: test.adjustedPValue, effect: test.effect)
    }

    /// Instants from 1970 to the year 2500.
    private static let instants: Range<Int64> = 0..<16_725_225_600_000_000

    private static let day: Int64 = 86_400_000_000

    /// The opening of the first day that the window touches.
    package var firstDay: Int64 { start / Self.day * Self.day }

    /// The midnight that ends the window's last day: what is after it nobody could know.
    package var unknownFrom: Int64 { (end + Self.day - 1) / Self.day * Self.day }

    /// When it comes due: seven days after that.
    package var due: Int64 { unknownFrom + Int64(Self.daysAfter) * Self.day }

    /// How many days it is about.
    package var days: Int { Int((due - firstDay) / Self.day) }

    /// Whether it was written down after the days that decide it had begun.
    package var isHindsight: Bool { issuedAt > unknownFrom }

    /// The same, written down at another moment; at its as-of where that is later.
    package func issued(at instant: Int64) -> CauseClaim {
        CauseClaim(
            name: name, exposed: exposed, start: start, end: end, asOf: asOf, issuedAt: instant,
            direction: direction, verdict: verdict, pValue: pValue,
            adjustedPValue: adjustedPValue, effect: effect) ?? self
    }

    /// All that makes it the claim it is, but for when it was written down: the digest of this is its name.
    package var canonicalText: String {
        func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "-" }
        let names = exposed.map { "\($0.utf8.count):\($0)" }.joined(separator: " ")
        return "cause/1 name \(name.utf8.count):\(name) exposed \(exposed.count) \(names)"
            + " start \(start) end \(end) as-of \(asOf) \(direction.rawValue) \(verdict.rawValue)"
            + " p \(text(pValue)) adjusted \(text(adjustedPValue)) effect \(text(effect))"
    }

    private enum Key: String, CodingKey {
        case kind, name, exposed, start, end, asOf, issuedAt, direction, verdict
        case pValue, adjustedPValue, effect
    }

    /// How a stored claim says that it is one.
    package static let kind = "cause"

    /// Reads a claim that was stored; throws for one that could not have been made.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let claim = CauseClaim(
            name: try values.decode(String.self, forKey: .name),
            exposed: try values.decode([String].self, forKey: .exposed),
            start: try values.decode(Int64.self, forKey: .start),
            end: try values.decode(Int64.self, forKey: .end),
            asOf: try values.decode(Int64.self, forKey: .asOf),
            issuedAt: try values.decode(Int64.self, forKey: .issuedAt),
            direction: try values.decode(MoveDirection.self, forKey: .direction),
            verdict: try values.decode(CauseVerdict.self, forKey: .verdict),
            pValue: try values.decodeIfPresent(Double.self, forKey: .pValue),
            adjustedPValue: try values.decodeIfPresent(Double.self, forKey: .adjustedPValue),
            effect: try values.decodeIfPresent(Double.self, forKey: .effect))
        guard let claim, try values.decode(String.self, forKey: .kind) == Self.kind else {
            throw DecodingError.dataCorruptedError(
                forKey: .kind, in: values, debugDescription: "no claim has these values")
        }
        self = claim
    }

    /// Stores the claim.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(Self.kind, forKey: .kind)
        try values.encode(name, forKey: .name)
        try values.encode(exposed, forKey: .exposed)
        try values.encode(start, forKey: .start)
        try values.encode(end, forKey: .end)
        try values.encode(asOf, forKey: .asOf)
        try values.encode(issuedAt, forKey: .issuedAt)
        try values.encode(direction, forKey: .direction)
        try values.encode(verdict, forKey: .verdict)
        try values.encodeIfPresent(pValue, forKey: .pValue)
        try values.encodeIfPresent(adjustedPValue, forKey: .adjustedPValue)
        try values.encodeIfPresent(effect, forKey: .effect)
    }
}
