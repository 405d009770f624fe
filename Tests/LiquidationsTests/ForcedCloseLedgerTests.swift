import Liquidations
import Market
import TestSupport
import Testing

@Suite struct ForcedCloseLedgerTests {
    private static let start = Timestamp(seconds: 1_737_936_000)

    private static func event(
        _ venue: VenueID, _ asset: AssetID, minute: Int, _ side: PositionSide?, _ dollars: Double?
    ) -> LiquidationEvent {
        LiquidationEvent(
            venue: venue, instrument: InstrumentID(asset.text + "USDT"), asset: asset,
            time: start + .minutes(minute), closed: side, orderedQuantity: dollars,
            contract: .inverse(dollars: 1))
    }

    /// Powers of two, so that every partial sum tells which closes are in it.
    private static let events = [
        event("binance", "BTC", minute: 0, .long, 1),
        event("binance", "BTC", minute: 59, .short, 2),
        event("bybit", "BTC", minute: 60, .long, 4), event("bybit", "ETH", minute: 61, .long, 8),
        event("okx", "ETH", minute: 125, nil, 16), event("binance", "BTC", minute: 20, .long, 32),
    ]

    private static func ledger(_ events: [LiquidationEvent]) -> LiquidationLedger {
        var ledger = LiquidationLedger()
        for event in events { ledger.add(event) }
        return ledger
    }

    @Test func everyCut() throws {
        let ledger = Self.ledger(Self.events)
        #expect(ledger.total().dollars == 63 && ledger.total().count == 6)
        #expect(ledger.total { $0.side == .long }.dollars == 45)
        #expect(ledger.total { $0.side == nil }.dollars == 16)
        #expect(ledger.totals(by: \.venue).map(\.key) == ["binance", "bybit", "okx"])
        #expect(ledger.totals(by: \.venue).map(\.total.dollars) == [35, 12, 16])
        #expect(ledger.totals(by: \.asset).map(\.total.dollars) == [39, 24])
        #expect(ledger.totals(by: \.hour).map(\.total.dollars) == [35, 12, 16])
        #expect(ledger.totals(by: \.hour).map(\.key) == (0..<3).map { Self.start + .hours($0) })
        #expect(ledger.longShare == 45.0 / 47)
        #expect(ledger.share(ofOpenInterest: 630) == 0.1)
        #expect(ledger.share(ofOpenInterest: 0) == nil)
        #expect(ledger.largest?.dollars.amount == 32)
        #expect(ledger.bases == [.ordered: 6])
    }

    @Test func emptyIsEmpty() {
        let ledger = LiquidationLedger()
        #expect(ledger.total().dollars == 0 && ledger.total().count == 0)
        #expect(ledger.longShare == nil && ledger.largest == nil && ledger.table.isEmpty)
    }

    @Test func quarantinedAreCountedAndNotSummed() {
        var ledger = LiquidationLedger { $0 == "ETHUSDT" ? 5 : nil }
        for event in Self.events { ledger.add(event) }
        ledger.add(Self.event("okx", "BTC", minute: 1, .long, nil))
        ledger.add(Self.event("okx", "BTC", minute: 1, .long, .nan))
        #expect(ledger.total().dollars == 39)
        #expect(ledger.quarantined == [.implausible: 2, .noQuantity: 1, .unsound: 1])
        #expect(ledger.quarantinedCount == 4)
        // Each close is in a sum, in quarantine, or over the limit: none is lost.
        #expect(ledger.total().count + ledger.quarantinedCount + ledger.overflowed == 8)
    }

    @Test func memoryIsBounded() {
        var ledger = LiquidationLedger(limit: 3)
        for minute in 0..<10_000 {
            ledger.add(Self.event(VenueID("v\(minute % 100)"), "BTC", minute: 0, .long, 1))
        }
        #expect(ledger.table.count == 3)
        #expect(ledger.total().count == 300 && ledger.overflowed == 9_700)
    }

    /// Any order of any closes: the same table, and every way of cutting adds up to the same dollars.
    @Test func orderAndCutsDoNotMatter() {
        var random = SeededGenerator(seed: 11)
        let events = (0..<500).map { _ in
            Self.event(
                VenueID(["a", "b", "c"][Int.random(in: 0..<3, using: &random)]),
                AssetID(["X", "Y"][Int.random(in: 0..<2, using: &random)]),
                minute: Int.random(in: 0..<600, using: &random),
                [.long, .short, nil][Int.random(in: 0..<3, using: &random)],
                Double(Int.random(in: 1..<1_000_000, using: &random)))
        }
        let ledger = Self.ledger(events)
        let exact = events.reduce(0.0) { $0 + ($1.orderedQuantity ?? 0) }
        for _ in 0..<5 {
            let other = Self.ledger(events.shuffled(using: &random))
            #expect(other.table.map(\.cell) == ledger.table.map(\.cell))
            #expect(other.table.map(\.total.dollars) == ledger.table.map(\.total.dollars))
            #expect(other.largest?.close == ledger.largest?.close)
        }
        #expect(ledger.total().dollars == exact)
        #expect(ledger.totals(by: \.venue).reduce(0) { $0 + $1.total.dollars } == exact)
        #expect(ledger.totals(by: \.asset).reduce(0) { $0 + $1.total.dollars } == exact)
        #expect(ledger.totals(by: \.hour).reduce(0) { $0 + $1.total.dollars } == exact)
    }

    /// The hour of an instant before 1970 is the one it lies in, not the one after.
    @Test func hoursBeforeTheEpoch() {
        let early = LiquidationEvent(
            venue: "v", instrument: "i", asset: "A", time: Timestamp(seconds: -1), closed: .long,
            orderedQuantity: 1, contract: .inverse(dollars: 1))
        #expect(Self.ledger([early]).table.first?.cell.hour == Timestamp(seconds: -3600))
    }
}
