import Levels
import Market
import TestSupport

/// Bars and ranges for tests of levels, a day each.
enum LevelSamples {
    static let firstDay = 19_000

    static func bar(
        _ day: Int, open: Double, high: Double, low: Double, close: Double, volume: Double? = 1
    ) -> Candle {
        Candle(
            openTime: CalendarDay(daysSinceEpoch: day).start, interval: .day, open: open,
            high: high, low: low, close: close, volume: volume)
    }

    /// Bars that stand at their closes.
    static func still(_ closes: [Double]) -> [Candle] {
        closes.enumerated().map { day, close in
            bar(firstDay + day, open: close, high: close, low: close, close: close)
        }
    }

    /// A seeded walk of steps that lean neither way.
    static func walk(seed: UInt64, bars: Int = 120, step: Double = 0.02) -> [Candle] {
        var random = SeededGenerator(seed: seed)
        var price = 100.0
        return (0..<bars).map { day in
            let open = price
            var (high, low) = (open, open)
            for _ in 0..<6 {
                price *= 1 + Double.random(in: -step...step, using: &random)
                (high, low) = (max(high, price), min(low, price))
            }
            return bar(
                firstDay + day, open: open, high: high, low: low, close: price,
                volume: Double.random(in: 1...100, using: &random))
        }
    }

    /// The mean range of the last bars: any number does that is known at each close.
    static func ranges(_ candles: [Candle], over count: Int = 10) -> [Double?] {
        candles.indices.map { index in
            guard index + 1 >= count else { return nil }
            return candles[(index + 1 - count)...index].reduce(0) { $0 + $1.high - $1.low }
                / Double(count)
        }
    }

    /// Series that a careless method falls over: nothing, one bar, flat, monotone, gapped, huge, tiny, and
    /// figures that are none.
    static var degenerate: [String: [Candle]] {
        let calm = walk(seed: 4, bars: 60)
        let gapped = calm.enumerated().filter { $0.offset % 7 > 2 }.map(\.element)
        let broken = calm.enumerated().map { index, candle in
            index % 5 != 3
                ? candle
                : bar(
                    firstDay + index, open: .nan, high: .nan, low: .nan, close: .nan, volume: .nan)
        }
        let infinite = calm.enumerated().map { index, candle in
            index % 9 != 4
                ? candle
                : bar(
                    firstDay + index, open: 0, high: .infinity, low: -.infinity, close: 0,
                    volume: .infinity)
        }
        return [
            "empty": [], "one": Array(calm.prefix(1)),
            "flat": still([Double](repeating: 42, count: 60)),
            "up": still((1...60).map(Double.init)),
            "down": still((1...60).reversed().map(Double.init)),
            "gapped": gapped, "huge": calm.scaled(by: 1e306),
            "tiny": calm.scaled(by: 1e14 * .leastNonzeroMagnitude),
            "broken": broken, "infinite": infinite,
            "top": still([Double](repeating: .greatestFiniteMagnitude, count: 60)),
        ]
    }

    /// The bars of `Fixtures/Levels/candles.csv` by the name of their series.
    static func reference() throws -> [String: [Candle]] {
        let rows = try ReferenceTable(fixture: "Levels/candles.csv").rows
        return Dictionary(grouping: rows) { $0["series"] ?? "" }.mapValues { rows in
            rows.map { row in
                bar(
                    row.int("day"), open: row.double("open"), high: row.double("high"),
                    low: row.double("low"), close: row.double("close"), volume: row.double("volume")
                )
            }
        }
    }

    /// Wilder's ranges of those bars.
    static func referenceRanges() throws -> [String: [Double?]] {
        let bars = try reference()
        let rows = try ReferenceTable(fixture: "Levels/ranges.csv").rows
        return Dictionary(grouping: rows) { $0["series"] ?? "" }.mapValues { rows in
            let byBar = Dictionary(
                uniqueKeysWithValues: rows.map { ($0.int("bar"), $0.double("range")) })
            let count = bars[rows[0]["series"] ?? ""]?.count ?? 0
            return (0..<count).map { byBar[$0] }
        }
    }
}

extension [String: String] {
    func double(_ column: String) -> Double { self[column].flatMap { Double($0) } ?? .nan }
    func int(_ column: String) -> Int { Int(double(column).isFinite ? double(column) : -1) }
    func text(_ column: String) -> String { self[column] ?? "" }
}

extension [Candle] {
    func scaled(by factor: Double) -> [Candle] {
        map {
            Candle(
                openTime: $0.openTime, interval: $0.interval, open: $0.open * factor,
                high: $0.high * factor, low: $0.low * factor, close: $0.close * factor,
                volume: $0.volume)
        }
    }

    func shifted(by span: TimeSpan) -> [Candle] {
        map {
            Candle(
                openTime: $0.openTime + span, interval: $0.interval, open: $0.open, high: $0.high,
                low: $0.low, close: $0.close, volume: $0.volume)
        }
    }
}
