import CaseSupport
import Downdraft
import Evidence
import Foundation
import GRDB
import Import
import Market
import Narrative
import Rendering
import Store
import TestSupport
import Testing

/// `downdraft liquidations` where single events are in the store, on a made case whose sums pandas and whose
/// fits scipy worked out, `Scripts/reference/liquidation_events.py`.
@Suite struct LiquidationEventsReportTests {
    private static let store = Result {
        try StoreOfCase(Repository.path("Tests/Fixtures/LiquidationEvents"))
    }
    private static let made = Result { try report(at: "2025-01-27T12:05:00Z") }

    private static func report(at instant: String) throws -> Report {
        try Engine(store: store.get().path).liquidations(
            GoldenCase.question(instant, .rolling(.hours(6))))
    }

    private func fact(_ measure: String, _ subject: String) throws -> Fact {
        let book = try Self.made.get().book
        return try #require(book[Measure(measure), Subject(subject)], "\(measure) of \(subject)")
    }

    private func number(_ measure: String, _ subject: String) throws -> Double {
        try #require(try fact(measure, subject).number, "\(measure) of \(subject)")
    }

    private func text(_ measure: String, _ subject: String) throws -> String {
        guard case .text(let text) = try fact(measure, subject).value else { return "" }
        return text
    }

    private func expected(_ table: String, _ column: String, _ name: String) throws
        -> [String: Double]
    {
        let rows = try ReferenceTable(fixture: "LiquidationEvents/\(table).csv").rows
        let row = try #require(rows.first { $0[column] == name }, "\(name)")
        return row.compactMapValues(Double.init)
    }

    @Test(arguments: [
        "venue:binance", "venue:deribit", "venue:binance/asset:BTC", "venue:binance/asset:ETH",
        "venue:deribit/asset:BTC", "venue:deribit/asset:ETH",
    ])
    func floorsAreThoseOfPandas(subject: String) throws {
        let row = try expected("sums", "scope", subject)
        for side in ["long", "short", "unsided", "count"] {
            let found = try fact("events.\(side).6h", subject)
            let wanted = try #require(row[side])
            #expect(abs((found.number ?? -1) - wanted) <= 1e-9 * wanted, "\(side) of \(subject)")
            #expect(found.standing == (side == "count" ? .measured : .floor))
            #expect(found.sources == ["made"])
        }
        let total = try #require(row["long"]) + (row["short"] ?? 0) + (row["unsided"] ?? 0)
        #expect(abs(try number("events.total.6h", subject) - total) <= 1e-9 * total)
    }

    @Test func hoursAreThoseOfPandasTheLargestFirst() throws {
        let book = try Self.made.get().book
        let hours = (1...12).compactMap { book.all(Measure("events.hour.\($0)")).first }
        let rows = try ReferenceTable(fixture: "LiquidationEvents/sums.csv").rows
            .filter { $0["scope"]?.contains("Z") ?? false }
            .map { row in
                ["long", "short", "unsided"].reduce(0) { $0 + (Double(row[$1] ?? "") ?? .nan) }
            }
        #expect(hours.count == rows.count)
        for (hour, wanted) in zip(hours, rows.sorted(by: >)) {
            #expect(abs((hour.number ?? -1) - wanted) <= 1e-9 * wanted)
        }
    }

    @Test func whatHasNoDollarsIsCountedByReason() throws {
        let wanted = try expected("sums", "scope", "venue:binance")["quarantined"]
        #expect(try number("events.quarantined.6h", "venue:binance") == wanted)
        #expect(try number("events.quarantined.1.6h", "venue:binance") == 3)
        #expect(
            try text("events.quarantined.1.6h.reason", "venue:binance") == "contract size not known"
        )
        #expect(try text("events.quarantined.2.6h.reason", "venue:binance") == "nothing filled")
        #expect(try number("events.quarantined.6h", "venue:deribit") == 0)
    }

    @Test func deleveragingsAndTakeoversStandApart() throws {
        #expect(
            try number("events.deleveraged.6h", "venue:deribit")
                == expected("sums", "scope", "adl")["short"])
        #expect(
            try number("events.takenOver.6h", "venue:deribit")
                == expected("sums", "scope", "insurance")["long"])
        #expect(try Self.made.get().book["events.takenOver.6h", .venue("binance")] == nil)
    }

    /// The truth is in the fixture: it was made whole, and sampled afterwards.
    @Test func theIntervalOfTheSampledHourHoldsTheTruth() throws {
        let feed = "venue:binance/instrument:perp:binance:BTC"
        let book = try Self.made.get().book
        let floor = try #require(
            (1...4).compactMap { book[Measure("events.feed.\($0)"), Subject(feed)] }.first)
        let estimate = try fact("\(floor.measure).estimate", feed)
        let (low, high) = (try #require(estimate.low), try #require(estimate.high))
        let middle = try #require(estimate.number)
        let truth = try #require(
            try expected("sums", "scope", "truth of binance BTC")["long"])
        #expect(estimate.standing == .estimated)
        #expect(low <= truth && truth <= high, "\(low) \(truth) \(high)")
        #expect(try #require(floor.number) < low && low < middle && middle < high)
        #expect(try text("\(floor.measure).support", feed) == "an estimate is made")
        #expect(
            try text("\(floor.measure).rule", feed) == "the latest order of each second and symbol")
    }

    @Test func aFullFeedIsItsOwnTotal() throws {
        let feed = "venue:deribit/instrument:perp:deribit:BTC"
        let book = try Self.made.get().book
        let floor = try #require(
            (1...4).compactMap { book[Measure("events.feed.\($0)"), Subject(feed)] }.first)
        let estimate = try fact("\(floor.measure).estimate", feed)
        #expect(estimate.number == floor.number)
        #expect(estimate.low == floor.number && estimate.high == floor.number)
        #expect(try text("\(floor.measure).support", feed) == "every order is published")
    }

    @Test func anHourWithAnEventWithoutDollarsHasNoEstimate() throws {
        let feed = "venue:binance/instrument:perp:binance:ETH"
        let book = try Self.made.get().book
        let floor = try #require(
            (1...4).compactMap { book[Measure("events.feed.\($0)"), Subject(feed)] }.first)
        #expect(try fact("\(floor.measure).estimate", feed).standing == .noData)
        #expect(
            try text("\(floor.measure).support", feed) == "an event of the hour has no dollars")
    }

    /// With several exponentials the likelihood is flat where a weight goes to zero, and the fit ends a
    /// thousandth short of scipy's.
    @Test(arguments: [
        ("exponential", "attributable.6h", 1e-6), ("sum", "attributable.6h.sum", 2e-3),
    ])
    func sharesAreThoseOfScipy(model: String, measure: String, tolerance: Double) throws {
        let row = try expected("fits", "model", model)
        for (name, column) in [
            ("", "share"), (".branching", "branching"), (".distance", "distance"),
            (".likelihood", "likelihood"),
        ] {
            let found = try number(measure + name, "venue:deribit")
            #expect(abs(found - (row[column] ?? .nan)) < tolerance, "\(column)")
        }
    }

    @Test func theShareOfAnHourIsThatOfScipy() throws {
        let episode = try expected("fits", "model", "episode")
        let share = try number("attributable.6h.episode.1", "venue:deribit")
        #expect(abs(share - (episode["share"] ?? .nan)) < 1e-6)
        #expect(
            try number("attributable.6h.episode.1.instants", "venue:deribit")
                == episode["likelihood"])
    }

    /// The made events beget 0.6 others each.
    @Test func theBranchingRatioIsTheOneTheEventsWereMadeOf() throws {
        let ratio = try fact("attributable.6h.branching", "venue:deribit")
        #expect(try #require(ratio.low) < 0.6 && 0.6 < #require(ratio.high))
    }

    @Test func aSampledFeedIsGivenNoShare() throws {
        #expect(
            try text("attributable.6h.withheld", "venue:binance")
                == "the venue publishes one order a second, which distorts the share")
        #expect(try Self.made.get().book["attributable.6h", .venue("binance")] == nil)
    }

    @Test func sharesAreWordedAsSharesOfEvents() throws {
        let report = try Self.made.get()
        for format in ReportFormat.allCases {
            // A terminal's lines are broken anywhere.
            let page = format.renderer().render(report).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            #expect(
                page.contains(
                    "of liquidation events are statistically attributable to earlier liquidations"),
                "\(format)")
            #expect(!page.contains("endogenous") && !page.contains("of the fall was"))
        }
        let page = ReportFormat.markdown.renderer().render(report)
        #expect(page.contains("It is a share of events and not of the fall."))
        #expect(page.contains("It holds only if orders come one by one"))
        #expect(page.contains("events counted and not added"))
        #expect(!page.contains("could be estimated from single events"))
    }

    /// What is beside the events stays as it is without them, and so does each of its facts.
    @Test func eventsAreAddedToTheBarsAndChangeNoneOfTheirFacts() throws {
        let question = try GoldenCase.question("2025-01-27T12:05:00Z")
        let folder = try TemporaryFolder()
        let copy = folder.path("copy.sqlite")
        try FileManager.default.copyItem(atPath: GoldenCase.path(), toPath: copy)
        let bars = try Engine(store: copy).liquidations(question)
        let writer = try StoreWriter.open(path: copy)
        _ = try CaseImport.run(
            path: Repository.path("Tests/Fixtures/LiquidationEvents"), into: writer)
        try writer.close()
        try insertAnImpossibleEvent(into: copy)
        let both = try Engine(store: copy).liquidations(question)
        #expect(Set(bars.book.facts).isSubset(of: Set(both.book.facts)))
        #expect(both.book.facts.count > bars.book.facts.count)
        let ids = bars.sections.map(\.id)
        #expect(both.sections.map(\.id).filter(ids.contains) == ids)
        #expect(both.sections.filter { ids.contains($0.id) } == bars.sections)
        #expect(both.headline == bars.headline && both.lead == bars.lead)
        let reasons = both.book.facts.filter {
            $0.measure.text.hasPrefix("events.quarantined.") && $0.subject == .venue("binance")
        }
        #expect(reasons.contains { $0.value == .text("larger than is plausible") })
        #expect(bars.gaps.contains { $0.id == "hidden-liquidations" })
        #expect(!both.gaps.contains { $0.id == "hidden-liquidations" })
    }

    /// A billion bitcoins, of which there are not that many open.
    private func insertAnImpossibleEvent(into store: String) throws {
        let queue = try DatabaseQueue(path: store)
        try queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO liquidation_event SELECT venue, asset, 'perp:binance:BTCX', time, known,
                    kind, side, order_price, average_price, ordered, 1e9, unit, contract_size,
                    quanto_usd, event, number, source FROM liquidation_event
                    WHERE instrument = 'perp:binance:BTC' AND known = time + 1000000 LIMIT 1
                    """)
        }
        try queue.close()
    }

    /// Law 2, on rows that the golden case has none of.
    @Test(arguments: ["2025-01-27T11:00:00Z", "2025-01-27T12:05:00Z"])
    func whatIsKnownLaterChangesNoByte(instant: String) throws {
        let whole =
            instant.hasSuffix("12:05:00Z") ? try Self.made.get() : try Self.report(at: instant)
        let folder = try TemporaryFolder()
        let copy = folder.path("copy.sqlite")
        try FileManager.default.copyItem(atPath: Self.store.get().path, toPath: copy)
        let queue = try DatabaseQueue(path: copy)
        let deleted = try queue.write { database in
            try database.execute(
                sql: "DELETE FROM liquidation_event WHERE known > ?",
                arguments: [whole.asOf.microseconds])
            return database.changesCount
        }
        try queue.close()
        #expect(deleted > 0, "nothing came later, so nothing was tested")
        let question = try GoldenCase.question(instant, .rolling(.hours(6)))
        let left = try Engine(store: copy).liquidations(question)
        #expect(JSONRenderer().render(left) == JSONRenderer().render(whole))
    }

    @Test func withoutAnEventInTheWindowThereIsNothingToAnswer() throws {
        #expect(throws: EngineError.self) { try Self.report(at: "2025-01-27T05:00:00Z") }
    }
}
