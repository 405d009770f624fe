import Identity
import Market
import TestSupport
import Testing

@Suite struct AssetDirectoryTests {
    private let directory = SampleDirectory.directory

    private func resolve(_ text: String, on day: String = "2025-01-27") -> Resolution {
        directory.resolve(text, at: .start(of: day))
    }

    private func one(_ text: String, on day: String = "2025-01-27") -> AssetID? {
        if case .one(let asset, _) = resolve(text, on: day) { asset } else { nil }
    }

    private func note(_ text: String, on day: String = "2025-01-27") -> ResolutionNote? {
        if case .one(_, let note) = resolve(text, on: day) { note } else { nil }
    }

    private func candidates(_ text: String, on day: String = "2025-01-27") -> [AssetID] {
        switch resolve(text, on: day) {
        case .one: []
        case .several(let candidates): candidates.map(\.asset)
        case .none(let unknown): unknown.suggestions.map(\.asset)
        }
    }

    @Test func tickersAndNamesAreFoundInAnyCase() {
        let table: [(String, AssetID)] = [
            ("BTC", "BTC"), ("btc", "BTC"), (" $btc\n", "BTC"), ("Bitcoin", "BTC"),
            ("bitcoin", "BTC"),
            ("POL (ex-matic)", "POL"), ("XBT", "BTC"), ("asset:BTC", "BTC"), ("ASSET:btc", "BTC"),
            ("REN", "REN"), ("SKY", "SKY"), ("g", "G"),
        ]
        for (text, asset) in table { #expect(one(text) == asset, "\(text)") }
        #expect(resolve("BTC") == .one("BTC", note: nil))
    }

    @Test func symbolsOfVenuesAreUnderstood() {
        let table: [(String, AssetID)] = [
            ("BTCUSDT", "BTC"), ("BTC/USDT", "BTC"), ("BTC/USDT:USDT", "BTC"),
            ("BTC-USDT-SWAP", "BTC"), ("BTC-PERPETUAL", "BTC"), ("btc_usdt", "BTC"),
            ("PF_XBTUSD", "BTC"), ("BTCUSDT_PERP.A", "BTC"), ("BINANCE:BTCUSDT.P", "BTC"),
            ("RNDR-USD", "RENDER"), ("BEAMX", "BEAM"), ("BEAMXUSDT", "BEAM"),
            ("perp:binance:1000SHIB", "SHIB"), ("COINBASE:BTCUSD", "BTC"), ("W/BTC", "W"),
            ("$shib/usdt", "SHIB"),
        ]
        for (text, asset) in table { #expect(one(text) == asset, "\(text)") }
    }

    @Test func aContractForManyCoinsSaysHowMany() {
        for text in ["1000SHIB", "1000SHIBUSDT", "SHIB1000USDT", "perp:bybit:SHIB1000"] {
            #expect(resolve(text) == .one("SHIB", note: ResolutionNote(1000, "")), "\(text)")
        }
        #expect(resolve("SHIBUSDT") == .one("SHIB", note: nil))
    }

    /// What looks like a pair and may be another coin is not guessed: crvUSD and wBTC are coins of their own.
    @Test func endsOfNamesAreNoQuotesWithoutAMark() {
        for text in ["CRVUSD", "WBTC", "GUSD", "USDT", "WETH"] {
            #expect(one(text) == nil, "\(text)")
        }
    }

    @Test func aTickerGivenUpStandsForWhatItBecame() {
        #expect(
            resolve("RNDR")
                == .one("RENDER", note: ResolutionNote(1, "RNDR until 26 July 2024, now RENDER")))
        #expect(
            resolve("AGIX")
                == .one("FET", note: ResolutionNote(0.433350, "AGIX until 1 July 2024, now FET")))
        #expect(note("LEND")?.coinsPerUnit == 0.01)
        #expect(one("LEND") == "AAVE" && one("MATIC") == "POL" && one("polygon") == "MATIC")
        #expect(resolve("AGIX", on: "2024-06-30") == .one("AGIX", note: nil))
        #expect(resolve("RNDR", on: "2024-07-25") == .one("RENDER", note: nil))
        // Maker may be changed for Sky, and goes on.
        #expect(resolve("MKR") == .one("MKR", note: nil))
    }

    @Test func aTickerTakenUpAgainMeansAnotherCoinFromThatDay() {
        #expect(one("LUNA", on: "2022-05-27") == "LUNC" && one("LUNA", on: "2022-05-28") == "LUNA")
        #expect(note("LUNA")?.words == "until 28 May 2022 LUNA was LUNC")
        #expect(note("BTT", on: "2021-12-11")?.coinsPerUnit == 1000 && note("BTT") == nil)
        #expect(note("BTTOLD")?.coinsPerUnit == 1000)
    }

    @Test func aTickerToComeIsSaidToBe() {
        #expect(one("S", on: "2025-01-10") == "FTM")
        #expect(note("S", on: "2025-01-10")?.words == "S from 16 January 2025")
        #expect(one("FTM", on: "2025-01-10") == "FTM" && one("FTM", on: "2025-01-14") == "FTM")
        #expect(resolve("S", on: "2025-01-16") == .one("FTM", note: nil))
    }

    @Test func aDelistingIsSaid() {
        #expect(note("REN")?.words == "delisted 10 December 2024: a notice")
        #expect(resolve("REN", on: "2024-12-09") == .one("REN", note: nil))
    }

    @Test func whatFitsSeveralIsRefusedWithCandidates() {
        guard case .several(let candidates) = resolve("beam") else {
            Issue.record("BEAM is two coins")
            return
        }
        #expect(candidates.map(\.asset) == ["BEAM", "BEAM-PRIVACY"])
        #expect(candidates.map(\.ticker) == ["BEAM", "BEAM"])
        #expect(candidates.allSatisfy { $0.citation == "a notice" })
        #expect(one("asset:BEAM") == "BEAM" && one("asset:beam-privacy") == "BEAM-PRIVACY")
        #expect(one("BEAM", on: "2023-10-25") == "BEAM-PRIVACY")
        #expect(one("BEAMUSDT") == "BEAM")
        #expect(self.candidates("TWINUSDT") == ["BTC", "ETH"])
        #expect(self.candidates("asset:nobody").isEmpty)
    }

    @Test func whatNobodyHasIsRefusedWithWhatIsNear() {
        for (text, near) in [
            ("BTCC", "BTC"), ("RENDRE", "RENDER"), ("bitcion", "BTC"), ("Ethe", "ETH"),
        ] {
            guard case .none(let unknown) = resolve(text) else {
                Issue.record("\(text) is nobody's")
                continue
            }
            #expect(unknown.reason == .unknown)
            #expect(unknown.suggestions.map(\.asset).contains(AssetID(near)), "\(text)")
            #expect(unknown.suggestions.count <= AssetDirectory.mostSuggestions)
        }
        #expect(resolve("zzzzzzzz") == .none(UnknownName(reason: .unknown, suggestions: [])))
    }

    /// Cyrillic А and С, Greek Β, full-width letters, a zero-width space, a mathematical B.
    @Test func lettersThatLookAlikeAreRefusedAndNamed() {
        let table: [(String, UInt32, AssetID)] = [
            ("\u{0410}AVE", 0x0410, "AAVE"), ("BT\u{0421}", 0x0421, "BTC"),
            ("\u{0392}TC", 0x0392, "BTC"),
            ("\u{FF22}\u{FF34}\u{FF23}", 0xFF22, "BTC"), ("BT\u{200B}C", 0x200B, "BTC"),
            ("\u{1D401}TC", 0x1D401, "BTC"), ("\u{202E}BTC", 0x202E, "BTC"),
            ("\u{0430}\u{0430}ve", 0x0430, "AAVE"), ("BT\u{0421}USDT", 0x0421, "BTC"),
        ]
        for (text, scalar, near) in table {
            guard case .none(let unknown) = resolve(text) else {
                Issue.record("U+\(String(scalar, radix: 16)) was taken for a Latin letter")
                continue
            }
            #expect(unknown.reason == Unicode.Scalar(scalar).map { .lookalike($0) })
            #expect(unknown.suggestions.map(\.asset) == [near])
        }
        #expect(resolve("比特币") == .none(UnknownName(reason: .unknown, suggestions: [])))
    }

    @Test func emptyAndHugeTextIsRefusedUnread() {
        for text in ["", " ", "\t\n", "$", " $ "] {
            guard case .none(let unknown) = resolve(text) else { continue }
            #expect(unknown.reason == .empty || text.contains("$"), "\(text)")
        }
        #expect(resolve("") == .none(UnknownName(reason: .empty, suggestions: [])))
        let huge = String(repeating: "BTC", count: 1_000_000)
        #expect(resolve(huge) == .none(UnknownName(reason: .tooLong, suggestions: [])))
        let longest = String(repeating: "B", count: AssetDirectory.longestName)
        #expect(resolve(longest) == .none(UnknownName(reason: .unknown, suggestions: [])))
    }

    /// Whatever is written: an answer, the same one each time, whatever the order of the rows.
    @Test func anyTextHasOneAnswerWhateverTheOrderOfRows() {
        var random = SeededGenerator(seed: 12)
        let pieces = [
            "BTC", "usdt", "/", "-", ":", ".", "_", "$", " ", "PERP", "1000", "SHIB", "S",
            "\u{410}",
            "RNDR", "PF_", "asset:", "\u{0}", "é", "🚀", "LUNA", "beam", "\u{200d}",
        ]
        let shuffled = AssetDirectory(
            assets: SampleDirectory.assets.shuffled(using: &random),
            tickers: SampleDirectory.tickers.shuffled(using: &random),
            instruments: SampleDirectory.instruments.shuffled(using: &random))
        for _ in 0..<2000 {
            let count = Int.random(in: 0...6, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let day = CalendarDay(daysSinceEpoch: Int.random(in: 17_000...20_500, using: &random))
            let answer = directory.resolve(text, at: day.start)
            #expect(answer == shuffled.resolve(text, at: day.start), "\(text) on \(day)")
        }
    }

    /// A directory of the rows known at a time knows no later change.
    @Test func aRenameKnownLaterIsNotKnown() {
        let rows = SampleDirectory.tickers.filter { $0.asset != "FTM" && $0.asset != "RENDER" }
        let before = AssetDirectory(assets: SampleDirectory.assets, tickers: rows, instruments: [])
        #expect(before.resolve("FTM", at: .case2025) == .one("FTM", note: nil))
        #expect(before.label(of: "FTM", at: .case2025) == "FTM")
        #expect(before.label(of: "RENDER", at: .case2025) == "RENDER")
        for text in ["S", "RNDR"] {
            guard case .none = before.resolve(text, at: .case2025) else {
                Issue.record("\(text) was not known")
                continue
            }
        }
        #expect(before.history(of: "RENDER").segments.map(\.ticker) == ["RENDER"])
    }

    @Test func rowsThatCannotBeArePassedOver() {
        let rows = [0, -1, .nan, .infinity].map {
            SampleDirectory.row("BTC", "BAD", .current, coins: $0)
        }
        let directory = AssetDirectory(
            assets: SampleDirectory.assets, tickers: rows, instruments: [])
        guard case .none = directory.resolve("BAD", at: .case2025) else {
            Issue.record("a unit of no coins was taken")
            return
        }
        #expect(directory.resolve("BTC", at: .case2025) == .one("BTC", note: nil))
    }
}

extension ResolutionNote {
    fileprivate init(_ coinsPerUnit: Double, _ words: String) {
        self.init(coinsPerUnit: coinsPerUnit, words: words)
    }
}
