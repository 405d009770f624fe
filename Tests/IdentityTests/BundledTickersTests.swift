import Identity
import Market
import TestSupport
import Testing

/// The table of the bundled case, against facts that can be checked without it.
@Suite struct BundledTickersTests {
    private let rows: [(ticker: AssetTicker, known: Timestamp)]

    init() throws {
        let bytes = try Repository.bytes("Cases/2025-01-27/tickers.csv")
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
        rows = try lines.map { try Self.row($0) }
    }

    // Only the citation, which stands last, may be quoted.
    private static func row(_ line: Substring) throws -> (AssetTicker, Timestamp) {
        let fields = line.split(separator: ",", maxSplits: 8, omittingEmptySubsequences: false)
            .map(String.init)
        try #require(fields.count == 9)
        let ticker = AssetTicker(
            asset: AssetID(fields[0]), ticker: fields[1],
            kind: try #require(AssetTicker.Kind(rawValue: fields[2])), from: Timestamp(fields[3]),
            until: Timestamp(fields[4]), coinsPerUnit: try #require(Double(fields[5])),
            into: fields[6].isEmpty ? nil : AssetID(fields[6]), citation: fields[8])
        #expect(
            (ticker.from == nil) == fields[3].isEmpty && (ticker.until == nil) == fields[4].isEmpty)
        return (ticker, try #require(Timestamp(fields[7])))
    }

    private func directory(asOf: String) -> AssetDirectory {
        let known = rows.filter { $0.known <= .start(of: asOf) }.map(\.ticker)
        let assets = ["BNX", "EOS", "FTM"].map {
            Asset(id: AssetID($0), name: $0, assetClass: .coin)
        }
        return AssetDirectory(assets: assets, tickers: known, instruments: [])
    }

    private func one(_ text: String, asOf: String) -> AssetID? {
        let answer = directory(asOf: asOf).resolve(text, at: .start(of: asOf))
        return if case .one(let asset, _) = answer { asset } else { nil }
    }

    @Test func namesOfTheDayStandForTheCoinsOfTheCase() {
        let table: [(String, AssetID)] = [
            ("RNDR", "RENDER"), ("MATIC", "POL"), ("AGIX", "FET"), ("OCEAN", "FET"), ("FTM", "FTM"),
            ("S", "FTM"), ("LEND", "AAVE"), ("LUNA", "LUNA"), ("LUNC", "LUNC"), ("KLAY", "KAIA"),
            ("GAL", "G"), ("BCHSV", "BSV"), ("UST", "USTC"), ("TONCOIN", "TON"), ("MC", "BEAM"),
            ("1000SATS", "SATS"), ("MKR", "MKR"), ("XBT", "BTC"), ("ASI", "FET"), ("EOS", "EOS"),
            ("BNX", "BNX"), ("WAVES", "WAVES"),
        ]
        for (text, asset) in table { #expect(one(text, asOf: "2025-01-27") == asset, "\(text)") }
    }

    @Test func whatCameLaterIsNotKnownOnTheDay() {
        #expect(one("A", asOf: "2025-01-27") == nil && one("A", asOf: "2025-06-01") == "EOS")
        #expect(one("FORM", asOf: "2025-01-27") == nil && one("FORM", asOf: "2025-06-01") == "BNX")
        #expect(one("S", asOf: "2025-01-13") == nil && one("FTM", asOf: "2025-01-13") == "FTM")
        let early = directory(asOf: "2025-01-27")
        #expect(early.label(of: "EOS", at: .case2025) == "EOS")
        #expect(early.label(of: "RENDER", at: .case2025) == "RENDER, formerly RNDR")
        let late = directory(asOf: "2025-06-01")
        #expect(late.label(of: "EOS", at: .case2025) == "A, then EOS")
    }

    @Test(arguments: ["BEAM", "NEIRO", "TRUMP"])
    func tickersOfTwoCoinsAreRefused(text: String) {
        let answer = directory(asOf: "2025-01-27").resolve(text, at: .case2025)
        guard case .several(let candidates) = answer else {
            Issue.record("\(text) is two coins")
            return
        }
        #expect(candidates.count == 2 && candidates.contains { $0.asset.text == text })
    }

    /// Supplies of the alliance: 867 million FET for 2 billion AGIX, 611 million for 1.41 billion OCEAN
    /// (Fetch.ai, 2024-03-27). The published rates must give them to the precision printed.
    @Test func ratesOfTheMergerGiveTheSuppliesPublished() {
        let history = directory(asOf: "2025-01-27").history(of: "FET")
        let before = Timestamp.start(of: "2024-06-01")
        let agix = history.coins(2e9, of: "AGIX", at: before) ?? .nan
        let ocean = history.coins(1.41e9, of: "OCEAN", at: before) ?? .nan
        #expect(abs(agix / 867e6 - 1) < 0.001 && abs(ocean / 611e6 - 1) < 0.001)
    }

    /// CoinMarketCap's five lists have MATIC and POL side by side: their prices must agree coin for coin.
    @Test func pricesOfWhatIsOneForOneAgree() {
        let matic = directory(asOf: "2025-01-27").successor(of: "MATIC", at: .case2025)
        #expect(matic.asset == "POL")
        let lists = [
            (0.37641245, 0.37605054), (0.31807103, 0.31813697), (0.60288101, 0.60334532),
            (0.47343518, 0.47272588), (0.51606068, 0.51654026),
        ]
        for (matics, pols) in lists {
            #expect(abs(matics / matic.coinsPerUnit / pols - 1) < 0.002)
        }
    }

    /// The lists count 2.1e12 thousands of SATS in December 2024 and 2.1e15 SATS in January 2025.
    @Test func coinsOfWhatWasCountedByThousandsAgree() {
        let history = directory(asOf: "2025-01-27").history(of: "SATS")
        let coins = history.coins(2.1e12, of: "1000SATS", at: .start(of: "2024-12-02"))
        #expect(coins == 2.1e15)
    }

    @Test func everyRowSaysWhoSaysSo() {
        for row in rows { #expect(row.ticker.citation.count > 15, "\(row.ticker.ticker)") }
        #expect(rows.count > 40)
    }
}
