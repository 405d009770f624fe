extension AlertRule {
    /// The rules that are walked where nobody has written others: of the whole market and of bitcoin, in units of
    /// their own usual swing where there is one. None was chosen by how it fared.
    package static let catalogue: [AlertRule] = [
        daily("total-falls", "TOTAL", .swings(bars: 1), .atMost, -2, -0.5, coolDown: 3),
        daily("total-rises", "TOTAL", .swings(bars: 1), .atLeast, 2, 0.5, coolDown: 3),
        daily(
            "total-below-200-days", "TOTAL", .distance(.simpleAverage(200)), .atMost, -0.01, 0.01,
            coolDown: 10, .further, 2, within: 10),
        daily(
            "total-above-200-days", "TOTAL", .distance(.simpleAverage(200)), .atLeast, 0.01, -0.01,
            coolDown: 10, .further, 2, within: 10),
        daily(
            "total-oversold", "TOTAL", .strength(period: 14), .atMost, 30, 40, coolDown: 5,
            .further, 1, within: 5),
        daily(
            "total-overbought", "TOTAL", .strength(period: 14), .atLeast, 70, 60, coolDown: 5,
            .further, 1, within: 5),
        daily("bitcoin-falls", "BTC", .swings(bars: 1), .atMost, -2, -0.5, coolDown: 3),
        daily("bitcoin-rises", "BTC", .swings(bars: 1), .atLeast, 2, 0.5, coolDown: 3),
        made(
            "bitcoin-falls-within-hours", "BTC", "1h", .swings(bars: 4), .atMost, -3, -1,
            coolDown: 12, .either, 3, within: 24),
        made(
            "bitcoin-longs-liquidated", "BTC", "1h", .liquidated(.long, bars: 24), .atLeast, 50e6,
            25e6, coolDown: 24, .either, 3, within: 24),
        made(
            "bitcoin-interest-falls", "BTC", "1h", .openInterest(bars: 24), .atMost, -0.05, -0.02,
            coolDown: 24, .either, 3, within: 24),
    ].compactMap { $0 }

    private static func daily(
        _ name: String, _ subject: String, _ quantity: AlertQuantity,
        _ comparison: AlertThreshold.Comparison, _ enter: Double, _ exit: Double, coolDown: Int,
        _ way: AlertPromise.Way = .further, _ swings: Double = 1, within bars: Int = 3
    ) -> AlertRule? {
        made(
            name, subject, "1d", quantity, comparison, enter, exit, coolDown: coolDown, way, swings,
            within: bars)
    }

    private static func made(
        _ name: String, _ subject: String, _ bars: String, _ quantity: AlertQuantity,
        _ comparison: AlertThreshold.Comparison, _ enter: Double, _ exit: Double, coolDown: Int,
        _ way: AlertPromise.Way, _ swings: Double, within horizon: Int
    ) -> AlertRule? {
        guard let threshold = AlertThreshold(comparison, enter: enter, exit: exit),
            let promise = AlertPromise(way, swings: swings, bars: horizon),
            let interval = intervals.first(where: { $0.name == bars })
        else { return nil }
        return AlertRule(
            name: name, subject: subject, interval: interval.microseconds, quantity: quantity,
            threshold: threshold, coolDown: coolDown, promise: promise)
    }
}
