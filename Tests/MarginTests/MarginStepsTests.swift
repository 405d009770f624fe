import Margin
import Market
import TestSupport
import Testing

@Suite struct MarginStepsTests {
    private static func answer(
        _ venue: VenueID, side: PositionSide = .long, size: Double = 2, entry: Double = 100_000,
        mark: Double? = 99_000, backing: LiquidationQuestion.Backing = .leverage(20),
        rate: Double? = nil, day: String = "2025-01-27"
    ) throws -> LiquidationAnswer {
        try LiquidationAnswer(
            LiquidationQuestion(
                venue: venue, asset: "BTC", side: side, size: size, entryPrice: entry,
                markPrice: mark, backing: backing, mode: nil, maintenanceRate: rate,
                at: try #require(CalendarDay(day)).start))
    }

    /// A reader with the lines and a calculator comes to the same price.
    @Test func theLinesCanBeFollowed() throws {
        let answer = try Self.answer("binance-usdt-m")
        let steps = answer.steps
        #expect(agree(steps.value("position value"), 198_000))
        #expect(agree(steps.value("unrealised profit"), -2000))
        #expect(agree(steps.value("equity"), 8000))
        // 0.5 per cent of 198,000 less 50.
        #expect(agree(steps.value("maintenance requirement"), 940))
        #expect(agree(steps.value("margin ratio"), 0.1175))
        #expect(steps.value("tier there") == 2)
        let rate = try #require(steps.value("maintenance rate there"))
        let amount = try #require(steps.value("cumulative amount there"))
        // (collateral + amount - d × size × entry price) / (size × (rate - d)), as the line says.
        let price = (10_000 + amount - 2 * 100_000) / (2 * (rate - 1))
        #expect(agree(steps.value("collateral"), 10_000) && steps.value("size") == 2)
        #expect(agree(steps.value("liquidation price"), price))
        #expect(agree(steps.value("distance"), price / 99_000 - 1))
        #expect(agree(steps.value("bankruptcy price"), 95_000))
        #expect(agree(steps.value("equity there"), steps.value("requirement there")))
        #expect(steps.value("least close") == nil)
        #expect(answer.caveats.contains { $0.contains("2024-10-31") })
    }

    @Test func aBreachedPositionIsToldWhatRestoresIt() throws {
        let answer = try Self.answer(
            "binance-usdt-m", mark: 95_300, backing: .collateral(10_000))
        let steps = answer.steps
        let shortage = try #require(steps.value("shortage"))
        // 0.5 per cent of 190,600 less 50, against an equity of 600.
        #expect(agree(shortage, 303))
        #expect(agree(steps.value("least close"), 303 / (95_300 * 0.005)))
        let restored = try #require(steps.value("price of restoration"))
        #expect(restored > 95_300)
        #expect(steps.value("liquidation price") == nil)
    }

    @Test func whatIsGivenIsSaid() throws {
        let answer = try Self.answer("okx", rate: 0.005)
        #expect(answer.standing == nil && answer.maintenanceCitation == nil)
        #expect(answer.caveats.contains { $0.contains("rate was given") })
        #expect(throws: MarginError.maintenanceUnknown("BTC", "okx")) { try Self.answer("okx") }
        let unmarked = try Self.answer("okx", mark: nil, rate: 0.005)
        #expect(unmarked.caveats.contains { $0.contains("No mark price") })
    }

    @Test func everyStepHasWords() throws {
        for venue in VenueProfile.venues {
            for side in PositionSide.allCases {
                let isInverse = ["binance-coin-m", "bybit-inverse", "bitmex", "deribit-inverse"]
                    .contains(venue)
                let question = LiquidationQuestion(
                    venue: venue, asset: "BTC", side: side, size: isInverse ? 10_000 : 0.1,
                    entryPrice: 100_000, backing: .leverage(5), maintenanceRate: 0.01,
                    takerFeeRate: 0.0005, at: try #require(CalendarDay("2025-10-27")).start)
                let answer = try LiquidationAnswer(question)
                #expect(answer.steps.steps.count >= 8, "\(venue)")
                #expect(answer.steps.steps.allSatisfy { !$0.name.isEmpty && !$0.formula.isEmpty })
                #expect(answer.steps.steps.compactMap(\.value).allSatisfy { $0.isFinite })
            }
        }
    }

    @Test func refusesAnUnknownVenueContractAndLeverage() throws {
        #expect(throws: MarginError.unknownVenue("ftx", known: VenueProfile.venues)) {
            try Self.answer("ftx")
        }
        #expect(throws: MarginError.impossibleLeverage(200, greatest: 100)) {
            try Self.answer("binance-usdt-m", backing: .leverage(200))
        }
        #expect(throws: MarginError.notPositive(.collateral, 0)) {
            try Self.answer("binance-usdt-m", backing: .collateral(0))
        }
        #expect(throws: MarginError.beyondTiers(value: 2.97e9, ceiling: 1.8e9)) {
            try Self.answer("binance-usdt-m", size: 30_000)
        }
    }
}
