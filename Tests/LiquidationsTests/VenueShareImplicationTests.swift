import Liquidations
import Market
import TestSupport
import Testing

/// The golden day: Binance's floors and its share at later moments, both by `Scripts/reference/liquidations.py`.
@Suite struct VenueShareImplicationTests {
    private static func share(_ row: [String: String]) throws -> VenueShareImplication.Share {
        let figures = row.compactMapValues { Double($0) }
        let known = try #require(CalendarDay(row["known"] ?? ""))
        return try #require(
            VenueShareImplication.Share(
                venue: "binance", lowerQuartile: figures["lower"] ?? 0,
                median: figures["median"] ?? 0, upperQuartile: figures["upper"] ?? 0,
                moments: Int(figures["moments"] ?? 0), knownFrom: known))
    }

    /// $247.95M of long bitcoin was printed for all venues; Binance alone published $51.3M. At its later
    /// shares that is 132 to 346 million: the claim lies inside, and that proves neither.
    @Test func bitcoinLongsOfTheGoldenDay() throws {
        let floors = try ReferenceTable(fixture: "Liquidations/golden-day.csv").rows
        let shares = try ReferenceTable(fixture: "Liquidations/venue-share.csv").rows
        let floor = try #require(
            floors.first { $0["asset"] == "BTC" }?["long_usd"].flatMap(Double.init))
        let row = try #require(shares.first { $0["asset"] == "BTC" && $0["side"] == "long" })
        let implied = VenueShareImplication(floorUSD: floor, share: try Self.share(row))
        #expect(agree(implied.lowUSD, 51_297_596.08933 / 0.38797563662041545))
        #expect(agree(implied.middleUSD, 51_297_596.08933 / 0.24085809085948362))
        #expect(agree(implied.highUSD, 51_297_596.08933 / 0.14824731495629326))
        #expect(implied.lowUSD < 247_950_000 && 247_950_000 < implied.highUSD)
        let day = try #require(CalendarDay("2025-01-27"))
        #expect(implied.isLaterKnowledge(on: day))
        #expect(!implied.isLaterKnowledge(on: implied.share.knownFrom))
    }

    /// The bundled case and the reference read the same bars.
    @Test func sharesAreOrdered() throws {
        let rows = try ReferenceTable(fixture: "Liquidations/venue-share.csv").rows
        #expect(rows.count == 10)
        for row in rows {
            let implied = VenueShareImplication(floorUSD: 1, share: try Self.share(row))
            #expect(implied.lowUSD >= 1 && implied.lowUSD <= implied.middleUSD)
            #expect(implied.middleUSD <= implied.highUSD)
        }
    }

    @Test func refusesWhatIsNoShare() throws {
        let day = try #require(CalendarDay("2025-11-15"))
        for (low, middle, high, moments) in [
            (0, 0.2, 0.3, 5), (0.3, 0.2, 0.4, 5), (0.1, 0.5, 0.4, 5), (0.1, 0.2, 1.1, 5),
            (0.1, 0.2, 0.3, 0), (.nan, 0.2, 0.3, 5),
        ] as [(Double, Double, Double, Int)] {
            let share = VenueShareImplication.Share(
                venue: "v", lowerQuartile: low, median: middle, upperQuartile: high,
                moments: moments, knownFrom: day)
            #expect(share == nil)
        }
    }
}
