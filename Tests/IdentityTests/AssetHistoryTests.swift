import Identity
import Market
import TestSupport
import Testing

@Suite struct AssetHistoryTests {
    private let directory = SampleDirectory.directory

    private func bar(_ day: String, _ close: Double, volume: Double? = 10) -> Candle {
        Candle(
            openTime: .start(of: day), interval: .day, open: close, high: close * 1.1,
            low: close * 0.9, close: close, volume: volume)
    }

    @Test func labelsSayBothNames() {
        let table: [(AssetID, String, String)] = [
            ("RENDER", "2025-01-27", "RENDER, formerly RNDR"),
            ("RENDER", "2024-07-25", "RENDER, then RNDR"),
            ("RENDER", "2024-07-26", "RENDER, formerly RNDR"), ("BTC", "2025-01-27", "BTC"),
            ("AAVE", "2020-01-01", "AAVE, then LEND"),
            ("AAVE", "2025-01-27", "AAVE, formerly LEND"),
            ("POL", "2025-01-27", "POL, formerly MATIC"), ("POL", "2024-01-01", "POL"),
            ("FET", "2025-01-27", "FET"), ("LUNC", "2025-01-27", "LUNC, formerly LUNA"),
            ("LUNA", "2025-01-27", "LUNA"), ("FTM", "2025-01-27", "S, formerly FTM"),
            ("FTM", "2025-01-14", "S, then FTM"), ("BTT", "2025-01-27", "BTT"),
            ("BEAM-PRIVACY", "2025-01-27", "BEAM"), ("nobody", "2025-01-27", "nobody"),
        ]
        for (asset, day, label) in table {
            #expect(directory.label(of: asset, at: .start(of: day)) == label)
        }
    }

    /// 100 LEND became 1 AAVE: a LEND at half a dollar is an AAVE at fifty.
    @Test func unitsOfBeforeAChangeAreToldInCoinsOfToday() {
        let history = directory.history(of: "AAVE")
        let before = Timestamp.start(of: "2020-10-09")
        #expect(history.price(0.5, of: "lend", at: before) == 50)
        #expect(history.coins(200, of: "LEND", at: before) == 2)
        #expect(history.price(0.5, of: "LEND", at: .start(of: "2020-10-10")) == nil)
        #expect(history.price(50, of: "AAVE", at: .start(of: "2020-10-10")) == 50)
        #expect(history.price(50, of: "AAVE", at: before) == nil)
        #expect(history.price(.infinity, of: "LEND", at: before) == nil)
        #expect(history.price(.nan, of: "LEND", at: before) == nil)
        #expect(directory.history(of: "nobody").segments.isEmpty)
    }

    /// The alliance's own example in reverse: 500 AGIX at a rate of 0.433350 are 216.675 FET.
    @Test func aMergedAssetIsToldInCoinsOfTheOneItJoined() throws {
        let history = directory.history(of: "FET")
        #expect(history.segments.map(\.ticker) == ["FET", "AGIX"])
        let before = Timestamp.start(of: "2024-06-30")
        let coins = try #require(history.coins(500, of: "AGIX", at: before))
        #expect(abs(coins - 216.675) < 1e-9)
        #expect(directory.successor(of: "AGIX", at: before) == ("AGIX", 1))
        #expect(directory.successor(of: "AGIX", at: .start(of: "2024-07-01")) == ("FET", 0.433350))
        #expect(directory.history(of: "AGIX").segments.map(\.coinsPerUnit) == [1])
        #expect(directory.history(of: "SKY").segments.map(\.coinsPerUnit) == [1, 24_000])
    }

    @Test func barsJoinAcrossTheDayOfTheChange() {
        let lend = [bar("2020-10-08", 0.5), bar("2020-10-09", 0.55), bar("2020-10-10", 0.6)]
        let aave = [bar("2020-10-09", 1), bar("2020-10-10", 54), bar("2020-10-11", 56)]
        let joined = directory.history(of: "AAVE").joined(["LEND": lend, "aave": aave, "BTC": lend])
        #expect(
            joined.map(\.openTime.day.description) == [
                "2020-10-08", "2020-10-09", "2020-10-10", "2020-10-11",
            ])
        for (candle, close) in zip(joined, [50, 55, 54, 56] as [Double]) {
            #expect(abs(candle.close - close) < 1e-9)
        }
        // Ten LEND are a tenth of an AAVE; what changed hands in dollars stays.
        #expect(abs((joined[0].volume ?? 0) - 0.1) < 1e-12)
        #expect(joined[3].volume == 10)
    }

    @Test func ownBarsStandBeforeThoseOfWhatJoined() {
        let history = directory.history(of: "FET")
        let day = "2024-06-30"
        let joined = history.joined(["FET": [bar(day, 1.3)], "AGIX": [bar(day, 0.5)]])
        #expect(joined.map(\.close) == [1.3])
        #expect(history.joined(["AGIX": [bar("2024-07-01", 0.5)]]).isEmpty)
        #expect(
            directory.history(of: "POL").joined(["MATIC": [bar(day, 0.5)]]).map(\.close) == [0.5])
    }

    @Test func barsThatAreNoneAreLeftOut() {
        let bad = [
            bar("2020-10-01", .nan), bar("2020-10-02", -1), bar("2020-10-03", .infinity),
            bar("2020-10-04", 1e308), bar("2020-10-05", 1, volume: .nan),
        ]
        #expect(directory.history(of: "AAVE").joined(["LEND": bad]).isEmpty)
        #expect(directory.history(of: "AAVE").joined([:]).isEmpty)
    }

    /// Conversion keeps dollars: price times coins is what it was, for any figures and any name.
    @Test func valueIsKeptAcrossEveryChange() {
        var random = SeededGenerator(seed: 3)
        for asset in ["AAVE", "FET", "BTT", "POL", "SKY", "RENDER"] as [AssetID] {
            let history = directory.history(of: asset)
            for segment in history.segments {
                let at = segment.from ?? segment.until.map { $0 - .day } ?? .case2025
                for _ in 0..<50 {
                    let price = Double.random(in: 1e-6...1e5, using: &random)
                    let units = Double.random(in: 1e-6...1e9, using: &random)
                    let value =
                        (history.price(price, of: segment.ticker, at: at) ?? .nan)
                        * (history.coins(units, of: segment.ticker, at: at) ?? .nan)
                    #expect(abs(value / (price * units) - 1) < 1e-14, "\(asset) \(segment.ticker)")
                }
            }
        }
    }

    /// A joins B, B joins C, C joins A: each is visited once, and nothing turns in circles.
    @Test func circlesEnd() {
        let directory = AssetDirectory(
            assets: [],
            tickers: [("A", "B"), ("B", "C"), ("C", "A")].map {
                SampleDirectory.row(
                    AssetID($0.0), $0.0, .merged, until: "2024-01-01", coins: 2, into: AssetID($0.1)
                )
            }, instruments: [])
        #expect(directory.history(of: "C").segments.map(\.coinsPerUnit) == [1, 2, 4])
        #expect(directory.successor(of: "A", at: .case2025) == ("C", 4))
        #expect(directory.resolve("A", at: .case2025) == .one("C", note: ResolutionNote(4)))
    }
}

extension ResolutionNote {
    fileprivate init(_ coinsPerUnit: Double) {
        self.init(
            coinsPerUnit: coinsPerUnit, words: "A until 1 January 2024, now C")
    }
}
