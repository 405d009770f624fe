import TestSupport

@testable import Outlook

/// Bars to test with.
enum MadeBars {
    static let day: Int64 = 86_400_000_000

    /// The bars of the fixture: 400 days, one missing.
    static func reference() throws -> PriceBars? {
        let rows = try ReferenceTable(fixture: "Outlook/bars.csv").rows
        func column(_ name: String) -> [Double] { rows.map { Double($0[name] ?? "") ?? .nan } }
        return PriceBars(
            interval: day, openTimes: rows.map { (Int64($0["day"] ?? "") ?? 0) * day },
            opens: column("open"), highs: column("high"), lows: column("low"),
            closes: column("close"))
    }

    /// Days that go through some closes, with wicks of a share of the price; `nil` skips a day.
    static func through(_ closes: [Double?], wick: Double = 0, from start: Int64 = 0) -> PriceBars?
    {
        var (times, opens, ends) = ([Int64](), [Double](), [Double]())
        for (index, close) in closes.enumerated() {
            guard let close else { continue }
            times.append(start + Int64(index) * day)
            opens.append(ends.last ?? close)
            ends.append(close)
        }
        return PriceBars(
            interval: day, openTimes: times, opens: opens,
            highs: zip(opens, ends).map { max($0, $1) * (1 + wick) },
            lows: zip(opens, ends).map { min($0, $1) * (1 - wick) }, closes: ends)
    }

    /// Days that walk at random.
    static func random(_ count: Int, seed: UInt64, volatility: Double = 0.03) -> PriceBars? {
        var random = SeededGenerator(seed: seed)
        var price = 100.0
        let closes = (0..<count).map { index in
            let calm = index / 60 % 2 == 0 ? 0.5 : 1.5
            price *= 1 + calm * volatility * Double.random(in: -1.7...1.7, using: &random)
            return Optional(price)
        }
        return through(closes, wick: volatility / 3)
    }
}
