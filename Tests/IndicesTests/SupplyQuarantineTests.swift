import Indices
import Market
import TestSupport
import Testing

@Suite struct SupplyQuarantineTests {
    private static func row(_ day: Double, _ coins: Double, asset: AssetID = "A") -> Supply {
        Supply(
            asset: asset, observed: Timestamp(microseconds: Int64(day * 86_400e6)), rank: 1,
            coins: coins, price: 1, cap: coins)
    }

    @Test func agreesWithTheReference() throws {
        let cases = try ReferenceCase.all("supplies", by: "asset")
        #expect(cases.count == 40)
        var jumps = 0
        for reference in cases {
            var quarantine = SupplyQuarantine()
            for row in reference.rows {
                let known = quarantine.restatements.count
                let supply = Self.row(row.number("day") ?? .nan, row.number("coins") ?? .nan)
                quarantine.update(supply)
                let jump = quarantine.restatements.dropFirst(known).first
                #expect(agree(jump?.perDay, row.number("perDay"), relative: 1e-9))
                #expect(
                    quarantine.settled.map(\.observed)
                        == [Self.row(row.number("settled") ?? .nan, 0).observed])
            }
            let confirmed = reference.rows.filter { $0.number("perDay") != nil }
                .map { $0.count("confirmed") == 1 }
            #expect(quarantine.restatements.map(\.isConfirmed) == confirmed)
            jumps += confirmed.count
        }
        #expect(jumps > 20)
    }

    /// By hand: two percent a day compound to 1.02 x 1.02 over two days.
    @Test(arguments: [
        (1.0, 1.02, false), (1, 1.0201, true), (2, 1.0404, false), (2, 1.0405, true),
        (0.25, 1.019, false), (0.25, 1.021, true), (1, 0.98, false), (1, 0.9799, true),
        (30, 1.8, false), (30, 1.82, true), (1, 0, true),
    ])
    func twoPercentADay(days: Double, factor: Double, isJump: Bool) {
        let quarantine = SupplyQuarantine([
            Self.row(0, 1e9), Self.row(days, 1e9 * (factor + (1 - factor) * 1e-9)),
        ])
        #expect(quarantine.restatements.isEmpty == !isJump)
    }

    @Test func aJumpWaitsForItsConfirmation() {
        var quarantine = SupplyQuarantine([Self.row(0, 100), Self.row(1, 300)])
        #expect(quarantine.settled.map(\.coins) == [100])
        #expect(quarantine.quarantined.map(\.after.coins) == [300])
        quarantine.update(Self.row(2, 301))
        #expect(quarantine.settled.map(\.coins) == [301])
        #expect(quarantine.quarantined.isEmpty)
        #expect(quarantine.restatements.map(\.isConfirmed) == [true])
        #expect(agree(quarantine.restatements.first?.perDay, 2))
    }

    @Test func aSlipIsListedAndForgotten() {
        var quarantine = SupplyQuarantine([Self.row(0, 100), Self.row(1, 300), Self.row(2, 100)])
        #expect(quarantine.settled.map(\.observed) == [Self.row(2, 0).observed])
        #expect(quarantine.restatements.map(\.isConfirmed) == [false])
        #expect(quarantine.quarantined.isEmpty)
        quarantine.update(Self.row(3, 101))
        #expect(quarantine.restatements.count == 1)
    }

    @Test func comesFromNothingWithoutATrap() {
        let quarantine = SupplyQuarantine([Self.row(0, 0), Self.row(1, 5), Self.row(2, 5)])
        #expect(quarantine.restatements.map(\.perDay) == [.infinity])
        #expect(quarantine.restatements.map(\.isConfirmed) == [true])
        #expect(SupplyQuarantine([Self.row(0, 0), Self.row(1, 0)]).restatements.isEmpty)
    }

    @Test func hostileRowsArePassedOver() {
        let rows = [Double.nan, .infinity, -1].map { Self.row(1, $0) }
        let quarantine = SupplyQuarantine([Self.row(0, 10)] + rows + [Self.row(2, 10)])
        #expect(quarantine.restatements.isEmpty)
        #expect(quarantine.settled.map(\.coins) == [10])
        var stream = SupplyQuarantine()
        for row in rows { stream.update(row) }
        #expect(stream.settled.isEmpty)
    }

    /// The order of rows is that of time, however they come, and rows of other assets are nothing to one.
    @Test func batchIsTheStreamOfEachAsset() throws {
        var random = SeededGenerator(seed: 981)
        let cases = try ReferenceCase.all("supplies", by: "asset")
        let rows = cases.flatMap { reference in
            reference.rows.map {
                Self.row(
                    $0.number("day") ?? .nan, $0.number("coins") ?? .nan,
                    asset: AssetID($0.text("asset")))
            }
        }
        let batch = SupplyQuarantine(rows.shuffled(using: &random))
        var settled: [Supply] = []
        var quarantined: [SupplyJump] = []
        for (_, own) in Dictionary(grouping: rows, by: \.asset).sorted(by: { $0.key < $1.key }) {
            var stream = SupplyQuarantine()
            for row in own { stream.update(row) }
            settled += stream.settled
            quarantined += stream.quarantined
            let asset = own[0].asset
            #expect(batch.restatements.filter { $0.asset == asset } == stream.restatements)
        }
        #expect(batch.settled == settled)
        #expect(batch.quarantined == quarantined)
    }
}
