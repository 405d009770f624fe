/// Ranges of what figures say, put together.
enum Interval {
    /// The sizes that a figure says, without its sign.
    static func sizes(_ figure: StatedFigure) -> ClosedRange<Double> {
        let range = figure.confirmed
        return figure.value < 0 ? (-range.upperBound)...(-range.lowerBound) : range
    }

    /// The values that a figure prints: half a place to either side, whatever its hedge.
    static func printed(_ figure: StatedFigure) -> ClosedRange<Double> {
        (figure.value - figure.place / 2)...(figure.value + figure.place / 2)
    }

    static func sum(_ ranges: [ClosedRange<Double>]) -> ClosedRange<Double> {
        let low = ranges.reduce(0) { $0 + $1.lowerBound }
        let high = ranges.reduce(0) { $0 + $1.upperBound }
        return low...max(low, high)
    }

    /// The change from one to the other in hundredths; `nil` where the start may be zero or less.
    static func change(
        from start: ClosedRange<Double>, to end: ClosedRange<Double>
    ) -> ClosedRange<Double>? {
        guard start.lowerBound > 0, start.upperBound.isFinite, end.upperBound.isFinite else {
            return nil
        }
        let low = (end.lowerBound / start.upperBound - 1) * 100
        let high = (end.upperBound / start.lowerBound - 1) * 100
        guard low.isFinite, high.isFinite else { return nil }
        return min(low, high)...max(low, high)
    }

    /// How a range of values stands to a figure: by its middle, or by any of it where it touches.
    static func admission(
        _ range: ClosedRange<Double>, by figure: StatedFigure
    ) -> StatedFigure.Admission {
        let middle = figure.admits(range.lowerBound / 2 + range.upperBound / 2)
        if middle == .confirmed || range.overlaps(figure.confirmed) { return .confirmed }
        if middle == .approximatelyRight || range.overlaps(figure.tolerated) {
            return .approximatelyRight
        }
        return .refuted
    }
}
