import Indices
import Market
import TestSupport
import Testing

@Suite struct ReconciliationTests {
    private static func instant(_ hour: Int) -> Timestamp { Timestamp(seconds: Int64(hour) * 3600) }

    @Test func agreesWithTheReference() throws {
        let cases = try ReferenceCase.all("reconciliation")
        #expect(cases.count == 3)
        for reference in cases {
            func levels(_ column: String) -> [Timestamp: Double] {
                Dictionary(
                    uniqueKeysWithValues: reference.rows.compactMap { row in
                        row.number(column).map { (Self.instant(row.count("hour") ?? -1), $0) }
                    })
            }
            let row = reference.first
            let compared = try #require(
                Reconciliation(ours: levels("ours"), theirs: levels("theirs")))
            let changes = try #require(compared.dayChanges)
            #expect(compared.count == row.count("count"))
            #expect(agree(compared.ratioMean, row.number("ratioMean"), relative: 1e-12))
            #expect(agree(compared.ratioDeviation, row.number("ratioSd"), relative: 1e-9))
            #expect(changes.count == row.count("days"))
            #expect(agree(changes.mean, row.number("dayMean"), relative: 1e-9))
            #expect(agree(changes.deviation, row.number("daySd"), relative: 1e-9))
            #expect(agree(changes.furthest, row.number("furthest"), relative: 1e-9))
            #expect(changes.furthestAt == Self.instant(row.count("furthestHour") ?? -1))
        }
    }

    @Test func withItselfItAgrees() throws {
        let levels = Dictionary(
            uniqueKeysWithValues: (0..<60).map { (Self.instant($0), Double(100 + $0 * 7 % 11)) })
        let compared = try #require(Reconciliation(ours: levels, theirs: levels))
        #expect(compared.ratioMean == 1)
        #expect(compared.ratioDeviation == 0)
        #expect(compared.dayChanges?.count == 36)
        #expect(compared.dayChanges?.furthest == 0)
        #expect(compared.dayChanges?.furthestAt == Self.instant(24))
        let doubled = try #require(
            Reconciliation(ours: levels.mapValues { $0 * 2 }, theirs: levels))
        #expect(doubled.ratioMean == 2)
        #expect(doubled.dayChanges == compared.dayChanges)
    }

    @Test func thinSeriesSayLess() throws {
        let hour = Self.instant(0)
        #expect(Reconciliation(ours: [:], theirs: [hour: 1]) == nil)
        #expect(Reconciliation(ours: [hour: 1], theirs: [Self.instant(1): 1]) == nil)
        for bad in [Double.nan, 0, -1, .infinity] {
            #expect(Reconciliation(ours: [hour: bad], theirs: [hour: 1]) == nil)
            #expect(Reconciliation(ours: [hour: 1], theirs: [hour: bad]) == nil)
        }
        let one = try #require(Reconciliation(ours: [hour: 3], theirs: [hour: 2]))
        #expect(one.ratioMean == 1.5)
        #expect(one.ratioDeviation == nil)
        #expect(one.dayChanges == nil)
        let day = try #require(
            Reconciliation(
                ours: [hour: 100, Self.instant(24): 90], theirs: [hour: 50, Self.instant(24): 46]))
        #expect(day.dayChanges?.count == 1)
        #expect(day.dayChanges?.deviation == nil)
        #expect(agree(day.dayChanges?.furthest, -0.02))
    }
}
