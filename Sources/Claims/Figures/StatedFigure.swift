/// A number of a text with what the text leaves open about it: the places it prints and the hedge
/// before it.
///
/// What a figure says is an interval, not a point. `place` is one unit of the last printed digit, with
/// the scale: 10 billion for `3.38 trillion`. A measured value is judged in three steps, and each step is
/// closed at both ends but for a relative slack of 1e-9, which is there for binary fractions:
///
/// | hedge | confirmed | approximately right |
/// |---|---|---|
/// | exact | within half a place: the value rounds to the figure | within one place, as when digits were cut off |
/// | about | within `reach` | within twice `reach` |
/// | over | from the figure to `max(reach, a tenth)` above | half a place below, or up to twice as far above |
/// | nearly | from `reach` below to half a place above | from twice `reach` below to one place above |
/// | atLeast | at or above the figure | half a place below |
/// | atMost | at or below the figure | half a place above |
///
/// `reach` is one place; for a figure whose printed digits end in zeros it is a twentieth of the
/// figure where that is more, but no more than a unit of its last digit that is not zero. So `about 300
/// billion` admits 285 to 315, and `about 3.38 trillion` 3.37 to 3.39.
package struct StatedFigure: Hashable, Sendable {
    /// How a value stands to a figure.
    package enum Admission: String, Hashable, Sendable, CaseIterable {
        /// The figure says this value.
        case confirmed
        /// A careful writer would have printed another figure; a reader is not misled.
        case approximatelyRight
        /// The figure says something else.
        case refuted
    }

    /// The value in units of `unit`, with its scale: 3.38e12.
    package let value: Double
    /// One unit of the last printed digit, above zero.
    package let place: Double
    /// What it counts.
    package let unit: FigureUnit
    /// What stands before it.
    package let hedge: Hedge
    /// Where it stands in the text: hedge, sign, digits, scale and unit.
    package let span: Range<Int>
    /// Whether a sign was printed with the digits.
    package let isSigned: Bool

    /// A figure.
    package init(
        value: Double, place: Double, unit: FigureUnit, hedge: Hedge, span: Range<Int>,
        isSigned: Bool = false
    ) {
        precondition(place > 0 && value.isFinite, "a figure has a finite value and a place")
        self.value = value
        self.place = place
        self.unit = unit
        self.hedge = hedge
        self.span = span
        self.isSigned = isSigned
    }

    /// How far a hedge reaches.
    package var reach: Double {
        let size = abs(value)
        guard size > 0 else { return place }
        var last = place
        while last * 10 <= size, Self.isMultiple(size, of: last * 10) { last *= 10 }
        return max(place, min(last, size / 20))
    }

    /// The values that the figure says, without end on the open side of a floor or ceiling.
    package var confirmed: ClosedRange<Double> { interval(1) }

    /// The values that a reader is not misled about.
    package var tolerated: ClosedRange<Double> { interval(2) }

    /// How a measured value, in the unit of the figure, stands to it; what is not a number is refuted.
    package func admits(_ measured: Double) -> Admission {
        if Self.holds(confirmed, measured) { return .confirmed }
        return Self.holds(tolerated, measured) ? .approximatelyRight : .refuted
    }

    /// The figure with its sign turned, as a fall is.
    package var negated: StatedFigure {
        StatedFigure(
            value: -value, place: place, unit: unit, hedge: hedge, span: span, isSigned: isSigned)
    }

    private func interval(_ steps: Double) -> ClosedRange<Double> {
        let half = place / 2
        let (below, above): (Double, Double) =
            switch hedge {
            case .exact: (half * steps, half * steps)
            case .about: (reach * steps, reach * steps)
            case .over: (half * (steps - 1), max(reach, abs(value) / 10) * steps)
            case .nearly: (reach * steps, half * steps)
            case .atLeast: (half * (steps - 1), .infinity)
            case .atMost: (.infinity, half * (steps - 1))
            }
        // A hedge speaks of sizes: a fall of over 6 % is below -6.
        return value < 0 ? (value - above)...(value + below) : (value - below)...(value + above)
    }

    private static func holds(_ range: ClosedRange<Double>, _ value: Double) -> Bool {
        let slack = abs(value) * 1e-9
        let isAbove = range.lowerBound == -.infinity || value >= range.lowerBound - slack
        return isAbove && (range.upperBound == .infinity || value <= range.upperBound + slack)
            && !value.isNaN
    }

    private static func isMultiple(_ value: Double, of unit: Double) -> Bool {
        let quotient = value / unit
        return abs(quotient - quotient.rounded()) < 1e-9 * max(1, quotient)
    }
}
