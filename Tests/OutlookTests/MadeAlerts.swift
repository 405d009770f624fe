@testable import Outlook

/// Rules to test with.
enum MadeAlerts {
    static func rule(
        name: String = "falls", interval: Int64 = MadeBars.day,
        quantity: AlertQuantity = .move(bars: 1), comparison: AlertThreshold.Comparison = .atMost,
        enter: Double = -0.02, exit: Double = 0, coolDown: Int = 2,
        way: AlertPromise.Way = .further, swings: Double = 1, within bars: Int = 3
    ) -> AlertRule? {
        guard let threshold = AlertThreshold(comparison, enter: enter, exit: exit),
            let promise = AlertPromise(way, swings: swings, bars: bars)
        else { return nil }
        return AlertRule(
            name: name, subject: "TOTAL", interval: interval, quantity: quantity,
            threshold: threshold, coolDown: coolDown, promise: promise)
    }

    /// A rule with the values that it watches.
    static func walk(_ rule: AlertRule, over bars: PriceBars) -> AlertWalk {
        let values: [Double?] =
            switch rule.quantity {
            case .move(let length): AlertReadings.moves(over: bars, length: length)
            case .swings(let length): AlertReadings.swings(over: bars, length: length)
            default: bars.closes.map { Optional($0) }
            }
        return AlertWalk(rule, over: bars, values: values, series: "made")
    }
}
