import Liquidations
import TestSupport
import Testing

/// The four-hour bars of `Fixtures/Liquidations/profile-intervals.csv`.
enum ProfileFixture {
    static let leverages: [Double] = [3, 5, 10, 20, 25, 50, 75, 100]

    /// How many bars at the start only build positions up.
    static let warmUp = 42

    static func intervals(_ asset: String) throws -> (
        past: [ProfileInterval], later: [ProfileInterval]
    ) {
        var past: [ProfileInterval] = []
        var later: [ProfileInterval] = []
        for row in try ReferenceTable(fixture: "Liquidations/profile-intervals.csv").rows
        where row["asset"] == asset {
            let figures = row.compactMapValues { Double($0) }
            let interval = try #require(
                ProfileInterval(
                    low: figures["low"] ?? 0, high: figures["high"] ?? 0,
                    close: figures["close"] ?? 0, openInterest: figures["open_interest"] ?? -1,
                    longUSD: figures["long_usd"] ?? -1, shortUSD: figures["short_usd"] ?? -1))
            if (row["open_time"] ?? "") < "2025-01-01" {
                past.append(interval)
            } else {
                later.append(interval)
            }
        }
        return (past, later)
    }

    static func settings(turnover: Double) throws -> LiquidationProfileModel.Settings {
        try #require(
            LiquidationProfileModel.Settings(
                leverages: leverages, maintenance: 0.004, turnover: turnover))
    }

    /// Of a half-life of half a day in bars of four hours: one less two to the power of minus a third.
    static let turnover = 0.206_299_474_015_900_26
}
