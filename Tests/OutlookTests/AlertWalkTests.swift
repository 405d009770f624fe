import TestSupport
import Testing

@testable import Outlook

@Suite struct AlertWalkTests {
    private func number(_ row: [String: String], _ name: String) -> Double? {
        row[name].flatMap { Double($0) }
    }

    private func written(_ row: [String: String]) -> AlertRule? {
        guard let length = row["length"].flatMap({ Int($0) }),
            let comparison = row["comparison"].flatMap({ AlertThreshold.Comparison(rawValue: $0) }),
            let way = row["way"].flatMap({ AlertPromise.Way(rawValue: $0) })
        else { return nil }
        return MadeAlerts.rule(
            quantity: row["quantity"] == "move" ? .move(bars: length) : .swings(bars: length),
            comparison: comparison, enter: number(row, "enter") ?? .nan,
            exit: number(row, "exit") ?? .nan, coolDown: Int(row["cool"] ?? "") ?? -1, way: way,
            swings: number(row, "swings") ?? .nan, within: Int(row["horizon"] ?? "") ?? 0)
    }

    private func count(_ experience: ClassExperience) -> [Int] {
        [experience.count, experience.hits]
    }

    /// Reference: the words of the definition, in Python, looking back over all values for every alert.
    @Test func alertsAndTheirClaimsAgree() throws {
        let bars = try #require(try MadeBars.reference())
        let table = try ReferenceTable(fixture: "Outlook/alerts.csv").rows
        var withOwn = 0
        for rows in Dictionary(grouping: table, by: { $0["rule"] ?? "" }).values {
            let rule = try #require(written(rows[0]))
            let walk = MadeAlerts.walk(rule, over: bars)
            #expect(walk.firings.count == rows.count)
            for (firing, row) in zip(walk.firings, rows) {
                let day = try #require(number(row, "day"))
                #expect(firing.firedAt == (Int64(day) + 1) * MadeBars.day)
                #expect(agree(firing.value, number(row, "value"), relative: 1e-12))
                #expect(
                    count(firing.firings) + count(firing.climatology)
                        == ["alerts", "followed", "bars", "happened"].compactMap {
                            Int(row[$0] ?? "")
                        })
                #expect(firing.outcome == row["outcome"].flatMap { Int($0) }.map { $0 == 1 })
                guard let forecast = firing.forecast else {
                    #expect(firing.climatology.count < AlertWalk.fewestBars)
                    continue
                }
                switch forecast.event.condition {
                case .touch(.up, let level):
                    #expect(agree(level, number(row, "upper"), relative: 1e-12))
                case .touch(.down, let level):
                    #expect(agree(level, number(row, "lower"), relative: 1e-12))
                case .leaves(let lower, let upper):
                    #expect(agree(lower, number(row, "lower"), relative: 1e-12))
                    #expect(agree(upper, number(row, "upper"), relative: 1e-12))
                default: Issue.record("no such promise")
                }
                #expect(forecast.event.start == firing.firedAt + MadeBars.day)
                #expect(forecast.probability(.climatology) == firing.climatology.rate)
                #expect(
                    forecast.probability(.firings)
                        == (firing.firings.count >= 20 ? firing.firings.rate : nil))
                withOwn += firing.isOfFirings ? 1 : 0
            }
        }
        #expect(table.count == 252 && withOwn > 50)
    }

    /// No later bar changes an alert or what it claims; what came of it may become known.
    @Test func aLongerHistoryChangesNoAlert() throws {
        for seed in [1, 2, 3] as [UInt64] {
            let bars = try #require(MadeBars.random(260, seed: seed))
            for rule in [
                MadeAlerts.rule(), MadeAlerts.rule(quantity: .swings(bars: 2), way: .either),
            ].compactMap({ $0 }) {
                let whole = MadeAlerts.walk(rule, over: bars)
                #expect(whole.firings.count > 20)
                for length in stride(from: 0, through: 260, by: 13) {
                    let part = MadeAlerts.walk(rule, over: bars.prefix(length))
                    let end = (part.rule == rule && length > 0) ? Int64(length) * MadeBars.day : 0
                    let early = whole.firings.filter { $0.firedAt <= end }
                    #expect(part.firings.map(\.forecast) == early.map(\.forecast))
                    #expect(part.firings.map(\.firedAt) == early.map(\.firedAt))
                    #expect(part.firings.map(\.value) == early.map(\.value))
                    #expect(
                        zip(part.firings, early).allSatisfy {
                            $0.outcome == nil || $0.outcome == $1.outcome
                        })
                }
            }
        }
    }

    /// Prices in another unit go off at the same moments, with the same probabilities.
    @Test func theUnitOfPricesIsNothing() throws {
        let bars = try #require(MadeBars.random(200, seed: 9))
        func scaled(_ values: [Double]) -> [Double] { values.map { $0 * 1024 } }
        let large = try #require(
            PriceBars(
                interval: bars.interval, openTimes: bars.openTimes, opens: scaled(bars.opens),
                highs: scaled(bars.highs), lows: scaled(bars.lows), closes: scaled(bars.closes)))
        let rule = try #require(MadeAlerts.rule(quantity: .swings(bars: 1), enter: -0.7))
        let (one, other) = (MadeAlerts.walk(rule, over: bars), MadeAlerts.walk(rule, over: large))
        #expect(!one.firings.isEmpty && one.firings.map(\.firedAt) == other.firings.map(\.firedAt))
        #expect(one.firings.map(\.probability) == other.firings.map(\.probability))
        #expect(one.firings.map(\.outcome) == other.firings.map(\.outcome))
    }

    /// What an alert is called hangs on all that it says and not on when it was written down.
    @Test func everyAlertHasANameOfItsOwn() throws {
        let bars = try #require(MadeBars.random(300, seed: 5))
        let rule = try #require(MadeAlerts.rule())
        let forecasts = MadeAlerts.walk(rule, over: bars).firings.compactMap(\.forecast)
        let names = forecasts.map(\.canonicalText)
        #expect(names.count > 20 && Set(names).count == names.count)
        #expect(names == forecasts.map { $0.issued(at: $0.asOf + 5).canonicalText })
        #expect(forecasts.allSatisfy { $0.kind == .alert && $0.label == rule.canonicalText })
        // Written down before the next bar has closed it is no hindsight.
        #expect(forecasts.allSatisfy { !$0.issued(at: $0.asOf + MadeBars.day).isHindsight })
        #expect(forecasts.allSatisfy { $0.issued(at: $0.asOf + MadeBars.day + 1).isHindsight })
        let other = try #require(MadeAlerts.rule(coolDown: 3))
        #expect(other.canonicalText != rule.canonicalText)
    }

    @Test func thinHistoriesClaimNothing() throws {
        let rule = try #require(MadeAlerts.rule())
        let none = try #require(MadeBars.through([]))
        let walk = MadeAlerts.walk(rule, over: none)
        #expect(walk.firings.isEmpty && walk.score == nil && walk.value == nil)
        let flat = try #require(MadeBars.through(Array(repeating: 100, count: 100)))
        #expect(MadeAlerts.walk(rule, over: flat).climatology.count == 0)
        let late = try #require(
            MadeBars.through(Array(repeating: 100, count: 100) + [100.0, 90, 95, 80]))
        let firings = MadeAlerts.walk(rule, over: late).firings
        #expect(firings.count == 2 && firings.allSatisfy { $0.forecast == nil })
    }

    /// Nothing but a bar's own stretch may be missing for its reading to be missing.
    @Test func readingsKnowTheirGaps() throws {
        let bars = try #require(MadeBars.through([100, 110, nil, 121, 133.1]))
        #expect(
            zip(AlertReadings.moves(over: bars, length: 1), [nil, 0.1, nil, 0.1])
                .allSatisfy { agree($0, $1) })
        #expect(
            zip(AlertReadings.moves(over: bars, length: 2), [nil, nil, 0.1, nil])
                .allSatisfy { agree($0, $1) })
        #expect(AlertReadings.swings(over: bars, length: 1).allSatisfy { $0 == nil })
        #expect(
            zip(AlertReadings.distances(bars, to: [nil, 100, 0, 133.1]), [nil, 0.1, nil, 0])
                .allSatisfy { agree($0, $1) })
    }
}
