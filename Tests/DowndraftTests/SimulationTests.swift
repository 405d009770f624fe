import CaseSupport
import Downdraft
import Evidence
import Market
import Narrative
import TestSupport
import Testing

/// What a simulation says of the golden day, and what it may not say.
@Suite struct SimulationTests {
    private static let laws = ["linear", "squareRoot", "saturating"]

    private func book(_ charted: Charted, _ instant: String) async throws -> EvidenceBook {
        try await Engine(store: GoldenCase.path())
            .simulate(charted, GoldenCase.question(instant)).book
    }

    /// Every share is told with its ends, from nothing to the whole, and the range holds every law's.
    @Test func sharesAreIntervalsUnderNamedLaws() async throws {
        let book = try await book(.asset("BTC"), "2025-01-27T12:00:00Z")
        let subject = Subject.asset("BTC")
        let range = try #require(book["cascade.share.24h", subject])
        #expect(range.standing == .simulated)
        for law in Self.laws {
            let share = try #require(book[Measure("cascade.\(law).share"), subject])
            let (low, high) = (try #require(share.low), try #require(share.high))
            #expect(0 <= low && low <= high && high <= 1)
            #expect(try #require(range.low) <= low && high <= #require(range.high))
            let draws = try #require(
                book[Measure("cascade.\(law).effectiveDraws"), subject]?.number)
            #expect(draws >= 100)
        }
    }

    /// The square root on a day's volume: published longs were 0.16 % to 0.36 % of a price in the order of the
    /// arithmetic of the field's own notes, so one venue's part of them lies below.
    @Test func theSquareRootStaysInItsOrderOfMagnitude() async throws {
        let book = try await book(.asset("BTC"), "2025-01-27T12:00:00Z")
        let move = try #require(book["cascade.squareRoot.move", .asset("BTC")])
        #expect(try #require(move.high) < 0.0036 && #require(move.low) > 0)
    }

    /// Without a book there is no law that lives on one.
    @Test func coinsWithoutABookHaveNoLinearLaw() async throws {
        let book = try await book(.asset("SOL"), "2025-01-27T12:00:00Z")
        #expect(book["cascade.linear.share", .asset("SOL")] == nil)
        #expect(book["cascade.squareRoot.share", .asset("SOL")] != nil)
    }

    /// A rise is read through shorts: SOL rose on 21 January 2025.
    @Test func aRiseIsReadThroughShorts() async throws {
        let book = try await book(.asset("SOL"), "2025-01-22T00:00:00Z")
        let change = try #require(book["change.24h", .asset("SOL")]?.number)
        #expect(change > 0)
        let venue = Subject.venue("binance", asset: "SOL")
        #expect(book[.shortLiquidations("24h"), venue] != nil)
        #expect(book[.longLiquidations("24h"), venue] == nil)
    }

    @Test func aCoinWithoutPositionsIsRefused() async throws {
        await #expect(throws: EngineError.self) {
            try await Engine(store: GoldenCase.path()).simulate(
                .asset("RENDER"), GoldenCase.question("2025-01-27T12:00:00Z"))
        }
        await #expect(
            throws: EngineError.refused("5 worlds cannot be drawn — write 4096 to 262144")
        ) {
            try await Engine(store: GoldenCase.path()).simulate(
                .asset("BTC"), GoldenCase.question("2025-01-27T12:00:00Z"), draws: 5)
        }
    }
}
