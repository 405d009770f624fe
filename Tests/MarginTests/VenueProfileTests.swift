import Margin
import Market
import TestSupport
import Testing

@Suite struct VenueProfileTests {
    private static func instant(_ day: String) throws -> Timestamp {
        try #require(CalendarDay(day)).start
    }

    @Test func everyVenueOfTheDeskHasAProfile() throws {
        let expected: [VenueID] = [
            "binance-coin-m", "binance-usdt-m", "bitmex", "bybit-inverse", "bybit-usdt",
            "deribit-inverse", "deribit-linear", "drift", "dydx", "gate", "gmx-v1", "hyperliquid",
            "kucoin", "kucoin-cross", "okx", "phemex",
        ]
        #expect(VenueProfile.venues == expected)
        for profile in VenueProfile.all {
            #expect(!profile.citations.isEmpty && !profile.contracts.isEmpty, "\(profile.venue)")
            #expect(!profile.gaps.isEmpty && !profile.markPrice.isEmpty, "\(profile.venue)")
            #expect(profile.breach.allSatisfy { !$0.words.isEmpty })
        }
    }

    @Test func profilesOfAVenueNeverOverlap() throws {
        for venue in VenueProfile.venues {
            let profiles = VenueProfile.all.filter { $0.venue == venue }
            for (one, next) in zip(profiles, profiles.dropFirst()) {
                #expect(one.until != nil && one.until == next.from, "\(venue)")
            }
        }
    }

    @Test func theDayDecidesWhichRulesHold() throws {
        let before = try #require(
            VenueProfile.profile(of: "binance-usdt-m", at: Self.instant("2025-09-17")))
        let after = try #require(
            VenueProfile.profile(of: "binance-usdt-m", at: Self.instant("2025-09-18")))
        #expect(before.markPrice != after.markPrice)
        let legacy = try VenueProfile.known("bybit-usdt", at: Self.instant("2023-01-01"))
        let unified = try VenueProfile.known("bybit-usdt", at: Self.instant("2025-01-27"))
        #expect(legacy.basis == .entry && unified.basis == .mark)
        #expect(
            VenueProfile.profile(of: "deribit-inverse", at: try Self.instant("2021-12-31")) == nil)
    }

    @Test func whatIsNotKnownIsRefused() throws {
        let day = try Self.instant("2025-01-27")
        #expect {
            try VenueProfile.known("mtgox", at: day)
        } throws: { error in
            "\(error)".contains("mtgox") && "\(error)".contains("binance-usdt-m")
        }
        let early = try Self.instant("2021-01-01")
        #expect(throws: MarginError.noProfile("deribit-inverse", early)) {
            try VenueProfile.known("deribit-inverse", at: early)
        }
        let okx = try VenueProfile.known("okx", at: day)
        #expect(throws: MarginError.unknownContract("DOGE", "okx", known: ["BTC", "ETH", "SOL"])) {
            try okx.contract(on: "DOGE")
        }
        let gate = try VenueProfile.known("gate", at: day)
        #expect(throws: MarginError.feeUnknown("gate")) { try gate.conventions() }
        #expect(try gate.conventions(takerFeeRate: 0.0005).closingFee == .onMark(0.0005))
        let kucoin = try VenueProfile.known("kucoin", at: day)
        #expect(throws: MarginError.noMode(.cross, "kucoin")) {
            try kucoin.conventions(mode: .cross)
        }
    }

    @Test func rulesAgeAndThenAreNotAnsweredWith() throws {
        let binance = try VenueProfile.known("binance-usdt-m", at: Self.instant("2024-10-15"))
        let bitcoin = try binance.contract(on: "BTC")
        let seen = bitcoin.rule(at: try Self.instant("2024-10-15"))
        #expect(seen?.standing == .inForce)
        let later = bitcoin.rule(at: try Self.instant("2025-01-27"))
        #expect(later?.standing == .lastSeen(try #require(CalendarDay("2024-10-31"))))
        #expect(bitcoin.rule(at: try Self.instant("2025-11-03")) == nil)
        #expect(bitcoin.rule(at: try Self.instant("2023-01-01")) == nil)
        #expect(bitcoin.rule(at: try Self.instant("2021-03-20"))?.standing == .inForce)
        let hyperliquid = try VenueProfile.known("hyperliquid", at: Self.instant("2026-09-27"))
        let rule = try hyperliquid.contract(on: "BTC").rule(at: Self.instant("2026-09-27"))
        #expect(rule?.standing == .undated)
    }

    /// Binance's example of its own page, through the profile of that time and its whole table of tiers.
    @Test func binancesExampleThroughItsProfile() throws {
        let question = try LiquidationQuestion(
            venue: "binance-usdt-m", asset: "BTC", side: .long, size: 109.488, entryPrice: 32481.98,
            backing: .collateral(1_535_443.01), mode: .isolated, at: Self.instant("2021-03-26"))
        let answer = try LiquidationAnswer(question)
        let point = try #require(answer.outcome.nearest)
        #expect(abs(point.price - 18778.73) <= 0.005 && point.tier == 4)
        #expect(answer.standing == .inForce)
    }

    @Test func theForumsExampleThroughItsProfile() throws {
        let question = try LiquidationQuestion(
            venue: "binance-coin-m", asset: "BTC", side: .long, size: 1e7, entryPrice: 45_000,
            backing: .collateral(101), at: Self.instant("2021-07-27"))
        let point = try #require(try LiquidationAnswer(question).outcome.nearest)
        #expect(abs(point.price - 33599.4186) <= 0.00005 && point.tier == 7)
    }

    /// A live position of freqtrade's, with the greatest leverage of October 2024.
    @Test func hyperliquidsLivePositionThroughItsProfile() throws {
        let question = try LiquidationQuestion(
            venue: "hyperliquid", asset: "ETH", side: .short, size: 0.019, entryPrice: 2642.8,
            backing: .collateral(25.091876), mode: .isolated, at: Self.instant("2024-10-20"))
        let point = try #require(try LiquidationAnswer(question).outcome.nearest)
        #expect(agree(point.price, 3924.18322043, relative: 1e-7))
    }

    @Test func gmxThroughItsProfile() throws {
        let question = try LiquidationQuestion(
            venue: "gmx-v1", asset: "BTC", side: .long, size: 98712.87 / 23091.42,
            entryPrice: 23091.42, backing: .collateral(9871.29), at: Self.instant("2023-01-01"))
        let answer = try LiquidationAnswer(question)
        let price = try #require(answer.outcome.nearest?.price)
        #expect(abs(price - 21013.1915) <= 5.1e-5)
    }

    @Test func everyListedRuleSolves() throws {
        var count = 0
        let today = try #require(CalendarDay("2026-09-27"))
        for profile in VenueProfile.all {
            for contract in profile.contracts {
                for rule in contract.rules {
                    count += 1
                    let size = contract.terms.kind == .inverse ? 10_000.0 : 1
                    let question = LiquidationQuestion(
                        venue: profile.venue, asset: contract.asset, side: .long, size: size,
                        entryPrice: 10_000, markPrice: 9990, backing: .leverage(5),
                        takerFeeRate: 0.0005,
                        at: (rule.from ?? profile.from ?? rule.citation.dated ?? today).start)
                    let answer = try LiquidationAnswer(question)
                    let point = try #require(answer.outcome.nearest, "\(question)")
                    #expect(point.distance < -0.1 && point.distance > -0.25, "\(question)")
                    #expect(answer.maintenanceCitation != nil)
                }
            }
        }
        #expect(count >= 20)
    }
}
