import CaseSupport
import Downdraft
import Evidence
import Foundation
import Market
import Narrative
import Outlook
import TestSupport
import Testing

/// Alerts from their rules to their scores.
@Suite struct AlertReportTests {
    private func copy() throws -> (folder: TemporaryFolder, engine: Engine) {
        let folder = try TemporaryFolder()
        let path = folder.path("store.sqlite")
        try FileManager.default.copyItem(atPath: GoldenCase.path(), toPath: path)
        return (folder, Engine(store: path))
    }

    /// A rule on days that goes off often.
    private func rule(
        _ name: String = "moves", of subject: String = "BTC", way: AlertPromise.Way = .further,
        enter: Double = 0.3
    ) throws -> AlertRule {
        let threshold = try #require(AlertThreshold(.atLeast, enter: enter, exit: 0))
        let promise = try #require(AlertPromise(way, swings: 1, bars: 3))
        return try #require(
            AlertRule(
                name: name, subject: subject, interval: 86_400_000_000, quantity: .swings(bars: 1),
                threshold: threshold, coolDown: 0, promise: promise))
    }

    private func text(_ book: EvidenceBook, _ measure: Measure, _ subject: Subject) -> String? {
        guard case .text(let text)? = book[measure, subject]?.value else { return nil }
        return text
    }

    private func instant(_ book: EvidenceBook, _ measure: Measure, _ subject: Subject) -> Int64? {
        guard case .instant(let instant)? = book[measure, subject]?.value else { return nil }
        return instant.microseconds
    }

    /// The names of alerts, with when they went off.
    private func alerts(_ report: Report) -> [String: Int64] {
        var found: [String: Int64] = [:]
        for fact in report.book.facts
        where fact.measure.text.hasPrefix("fired.") && fact.measure.text.hasSuffix(".id") {
            let measure = Measure(String(fact.measure.text.dropLast(3)))
            if case .text(let id) = fact.value {
                found[id] = instant(report.book, measure.dot("at"), fact.subject)
            }
        }
        return found
    }

    /// Reference: the bars, liquidations and open interest of the case in plain Python.
    @Test func whatIsWatchedIsMeasured() throws {
        let book = try Engine(store: GoldenCase.path())
            .alerts(GoldenCase.question("2025-01-27T12:00:00Z")).book
        let expected: [(String, String, Double)] = [
            ("alert.1.swings", "total-falls", -0.9695361338240648),
            ("alert.3.distance", "total-below-200-days", 0.3188091400903321),
            ("alert.5.strength", "total-oversold", 52.14128204143679),
            ("alert.9.swings", "bitcoin-falls-within-hours", -0.25861954438957774),
            ("alert.10.liquidated", "bitcoin-longs-liquidated", 51_297_596.08933),
            ("alert.11.openInterest", "bitcoin-interest-falls", 0.061644936788365134),
        ]
        for (measure, name, value) in expected {
            let fact = try #require(book[Measure(measure), Subject("rule:\(name)")])
            #expect(agree(fact.number, value, relative: 1e-10), "\(measure)")
        }
        #expect(AlertRule.catalogue.count == 11)
        #expect(book["alerts.rules", .question]?.number == 11)
        #expect(Set(AlertRule.catalogue.map(\.name)).count == 11)
    }

    /// The same alerts, whenever they are asked about.
    @Test func alertsOfThePastStayTheSame() throws {
        let engine = Engine(store: try GoldenCase.path())
        let rules = try [rule(), rule("either", way: .either), rule("total", of: "TOTAL")]
        func asked(_ text: String) throws -> [String: Int64] {
            alerts(
                try engine.alerts(
                    GoldenCase.question(text, .rolling(.days(30))), rules: rules, issuedAt: nil))
        }
        let late = try asked("2025-01-28T12:00:00Z")
        #expect(late.count > 8)
        for day in ["2025-01-14T00:00:00Z", "2025-01-20T09:30:00Z", "2025-01-27T12:00:00Z"] {
            let early = try asked(day)
            let end = try GoldenCase.question(day).asOf.microseconds
            let start = late.values.min() ?? 0
            #expect(early.filter { $0.value >= start } == late.filter { $0.value <= end })
        }
    }

    /// Written down twice, from different moments, it stands once; what became of it is what the bars say.
    @Test func alertsAreKeptOnceAndJudged() throws {
        let (folder, engine) = try copy()
        defer { withExtendedLifetime(folder) {} }
        let rules = try [rule(), rule("either", way: .either, enter: 0.1)]
        var said: [String: Int64] = [:]
        for day in ["2025-01-18T06:00:00Z", "2025-01-20T06:00:00Z", "2025-01-20T07:00:00Z"] {
            let asked = try GoldenCase.question(day, .rolling(.days(30)))
            let report = try engine.alerts(asked, rules: rules, issuedAt: asked.asOf)
            said.merge(alerts(report)) { first, _ in first }
        }
        let judged = try engine.score(GoldenCase.question("2025-01-28T12:00:00Z")).book
        let due = judged.facts.filter { $0.subject.kind == "forecast" }
        #expect(Set(due.map(\.subject.name)) == Set(said.keys) && said.count > 8)
        #expect(judged["forecasts.due", .question]?.number == Double(said.count))
        // The contract with the longest history.
        let bars = try StoredBars.all(in: folder.path("store.sqlite")).filter {
            $0.series == "perp:bybit:BTC" && $0.interval == 86_400_000_000
        }
        var outcomes: Set<String> = []
        for fact in due where fact.measure.text.hasSuffix(".outcome") {
            let measure = Measure(String(fact.measure.text.dropLast(8)))
            let event = try #require(text(judged, measure.dot("event"), fact.subject))
            let end = try #require(instant(judged, measure.dot("due"), fact.subject))
            let days = bars.filter {
                $0.openTime >= end - 3 * 86_400_000_000 && $0.openTime < end
            }
            #expect(days.count == 3)
            let words = event.split(separator: " ")
            let levels = words.compactMap { Double($0) }
            let hit =
                words[0] == "leave"
                ? days.contains { $0.low <= levels[0] || $0.high >= levels[1] }
                : days.contains { $0.high >= levels[0] }
            let outcome = try #require(text(judged, measure.dot("outcome"), fact.subject))
            #expect(outcome == (hit ? "happened" : "did not happen"), "\(event)")
            outcomes.insert(outcome)
        }
        #expect(outcomes.count == 2)
        // The alert of the last full day was in time, all others were not.
        #expect(
            judged["score.alerts.inTime.count", Subject("method:climatology")]?.number
                == Double(said.values.count { isInTime($0) }))
    }

    /// Whether an alert was written down, at the last of the moments above, before its time began.
    private func isInTime(_ fired: Int64) -> Bool {
        ["2025-01-18T06:00:00Z", "2025-01-20T06:00:00Z"].contains { text in
            guard let issued = Timestamp(text)?.microseconds else { return false }
            return fired <= issued && issued <= fired + 86_400_000_000
        }
    }

    @Test func namesThatNobodyHasAreRefused() throws {
        let engine = Engine(store: try GoldenCase.path())
        let asked = try GoldenCase.question("2025-01-27T12:00:00Z")
        let error = try #require(throws: EngineError.self) {
            try engine.alerts(asked, rules: [rule(of: "BITCOINN")], issuedAt: nil)
        }
        guard case .unknownName = error else {
            Issue.record("\(error)")
            return
        }
        let early = try GoldenCase.question("2019-01-27T12:00:00Z")
        #expect(throws: EngineError.self) { try engine.alerts(early) }
        // The market is in the store and bitcoin is not yet: what can be walked is.
        let thin = try engine.alerts(GoldenCase.question("2024-07-20T12:00:00Z"))
        #expect(thin.isThin && thin.gaps.contains { $0.id == "silent-rules" })
        #expect(thin.book["alerts.silent", .question]?.number == 5)
    }

    /// On a hundred and eighty days no rule has enough behind it, and the report says so instead of a score.
    @Test func fewAlertsAreNoRecord() throws {
        let report = try Engine(store: GoldenCase.path())
            .alerts(GoldenCase.question("2025-01-27T12:00:00Z"))
        #expect(report.book["alerts.record.count", .question] == nil)
        #expect(report.gaps.contains { $0.id == "no-record" } && !report.isThin)
        #expect(report.book.all("fired.1.basis").first?.value == .text("any bar"))
    }
}
