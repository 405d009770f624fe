import CaseSupport
import Downdraft
import Evidence
import Foundation
import GRDB
import Market
import Narrative
import Rendering
import Store
import TestSupport
import Testing

/// What `downdraft liquidations` says of takers, against pandas, `Scripts/reference/takers.py`, and on rows that were
/// made to contradict each other.
@Suite struct TakerReportTests {
    /// A copy of the case without open interest, from which no profiles are fitted, and with other changes.
    private static func report(at instant: String, after changes: String...) throws -> Report {
        let folder = try TemporaryFolder()
        let copy = folder.path("copy.sqlite")
        try FileManager.default.copyItem(atPath: GoldenCase.path(), toPath: copy)
        let queue = try DatabaseQueue(path: copy)
        try queue.write { database in
            try database.execute(sql: "DELETE FROM open_interest")
            for change in changes { try database.execute(sql: change) }
        }
        try queue.close()
        return try Engine(store: copy).liquidations(GoldenCase.question(instant))
    }

    private static let plain = Result { try report(at: "2025-01-27T12:00:00Z") }

    private static func page(_ report: Report) -> String {
        // Lines are broken where the screen ends.
        TerminalRenderer(width: 100, colour: false).render(report).split(
            whereSeparator: \.isWhitespace
        )
        .joined(separator: " ")
    }

    private func fact(
        _ report: Report, _ measure: String, _ asset: AssetID, window: String = "24h"
    ) -> Fact? {
        let parts = measure.split(separator: "/", maxSplits: 1).map(String.init)
        let whole = Measure("takers.\(parts[0])").dot(window)
        return report.book[
            parts.count > 1 ? whole.dot(parts[1]) : whole, .venue("binance", asset: asset)]
    }

    @Test(arguments: ["BTC", "ETH", "SOL", "XRP"])
    func figuresAreThoseOfPandas(asset: AssetID) throws {
        let report = try Self.plain.get()
        let rows = try ReferenceTable(fixture: "Liquidations/takers.csv").rows
        let row = try #require(
            rows.first { $0["asset"] == asset.text && $0["end"] == "2025-01-27T12:00:00Z" })
        let columns = [
            "bought": "bought", "sold": "sold", "net": "balance", "bars": "bars",
            "long": "long_usd", "short": "short_usd", "long/share": "long_share",
            "short/share": "short_share", "long/highest.share": "long_highest",
            "short/highest.share": "short_highest",
        ]
        for (measure, column) in columns {
            let found = try #require(fact(report, measure, asset), "\(measure)")
            let wanted = try #require(row[column].flatMap(Double.init))
            #expect(agree(found.number, wanted), "\(measure) of \(asset)")
        }
        let contract = fact(report, "contract", asset)?.value
        #expect(contract == (row["contracts"] == "all" ? nil : .text(row["contracts"] ?? "")))
        let share = try #require(fact(report, "long/share", asset))
        #expect(share.standing == .floor)
        let bounds = row["long_share_low"].flatMap(Double.init)
        #expect(contract == nil ? share.low == nil : agree(share.low, bounds))
        #expect(
            share.sources
                == (contract == nil ? [] : ["binance-perpetuals-1h"]) + [
                    "coinglass-derivatives", "coinglass-taker-flow",
                ])
        #expect(fact(report, "mostly", asset)?.value == .text("longs"))
        #expect(fact(report, "lean", asset)?.value == .text("the way liquidations went"))
        for side in ["long", "short"] {
            #expect(
                fact(report, "\(side)/check", asset)?.value == .text("holds"))
        }
    }

    /// What takers traded is told of the bars that liquidations are told of, and adds up to the floors.
    @Test func barsAddUpToTheFloors() throws {
        let book = try Self.plain.get().book
        for asset in ["BTC", "ETH", "SOL", "XRP"] as [AssetID] {
            let subject = Subject.venue("binance", asset: asset)
            for (side, floor) in [
                ("long", Measure.longLiquidations("24h")), ("short", .shortLiquidations("24h")),
            ] {
                let told = try #require(book[Measure("takers.\(side).24h"), subject]?.number)
                #expect(agree(told, book[floor, subject]?.number))
            }
            let shares = book.facts.filter {
                $0.subject == subject && $0.measure.text.hasPrefix("liquidation.bar.")
                    && $0.measure.text.hasSuffix(".long.share")
            }
            #expect(shares.count == 6 && shares.allSatisfy { $0.standing == .floor })
            let highest = book[Measure("takers.long.24h.highest.share"), subject]
            #expect(shares.contains { $0.number == highest?.number })
        }
    }

    /// A bar in which Bitcoin's takers sold less than was liquidated: said, and the answer is thin.
    @Test func aContradictionIsTold() throws {
        let report = try Self.report(
            at: "2025-01-27T12:00:00Z",
            after:
                "UPDATE taker_flow SET sold = 1e6 WHERE asset = 'BTC' AND contracts = 'all' AND open_time = 1737936000000000"
        )
        let share = try #require(fact(report, "long/highest.share", "BTC")?.number)
        #expect(share > 1)
        #expect(fact(report, "long/check", "BTC")?.value == .text("broken"))
        #expect(fact(report, "long/share", "BTC")?.number ?? 1 < 1)
        let gap = try #require(report.gaps.first)
        #expect(gap.id == "takers-contradicted" && gap.severity == .thin && report.isThin)
        #expect(Self.page(report).contains("That cannot be"))
        #expect(try !Self.page(Self.plain.get()).contains("That cannot be"))
        #expect(try !Self.plain.get().isThin)
    }

    /// Of one contract alone it may be that liquidations are of more contracts.
    @Test func moreThanOneContractTradedIsTold() throws {
        let report = try Self.report(
            at: "2025-01-27T12:00:00Z",
            after: "UPDATE taker_flow SET bought = 1 WHERE asset = 'ETH'")
        #expect(
            fact(report, "short/check", "ETH")?.value
                == .text("broken for one contract"))
        #expect(report.gaps.first?.id == "takers-contradicted" && !report.isThin)
        #expect(Self.page(report).contains("Either liquidations are of more contracts"))
    }

    @Test func whatIsNotKnownIsSaid() throws {
        let bare = try Self.report(
            at: "2025-01-27T12:00:00Z", after: "DELETE FROM taker_flow")
        #expect(!bare.sections.contains { $0.id == "takers" })
        let gap = try #require(bare.gaps.first { $0.id == "no-takers" })
        #expect(gap.sentence.facts.map(\.subject.name) == ["BTC", "ETH", "SOL", "XRP"])
        #expect(!bare.book.facts.contains { $0.measure.text.hasPrefix("takers.") })
        // Without an hour of Ether's prices the coins of its bar are worth nobody knows what.
        let partial = try Self.report(
            at: "2025-01-27T12:00:00Z",
            after:
                "DELETE FROM taker_flow WHERE asset = 'SOL' AND open_time = 1737936000000000",
            "DELETE FROM bar_chunk WHERE series = 'perp:binance:ETH' AND interval = 3600000000")
        #expect(fact(partial, "unknown", "SOL")?.number == 1)
        #expect(fact(partial, "bars", "SOL")?.number == 5)
        #expect(fact(partial, "sold", "ETH") == nil && fact(partial, "sold", "BTC") != nil)
        let said = try #require(partial.gaps.first { $0.id == "no-takers" })
        #expect(said.sentence.facts.map(\.subject.name).contains("ETH"))
    }

    /// Where a row of takers, a bar of the contract or the contract itself is another, only facts that name it are.
    @Test(arguments: ["taker_flow", "bars", "instruments"])
    func whatChangesIsInTheReceipts(kind: String) throws {
        let question = try GoldenCase.question("2025-01-27T12:00:00Z")
        let folder = try TemporaryFolder()
        let copy = folder.path("copy.sqlite")
        try FileManager.default.copyItem(atPath: GoldenCase.path(), toPath: copy)
        let queue = try DatabaseQueue(path: copy)
        try queue.write { try $0.execute(sql: "DELETE FROM open_interest") }
        try queue.close()
        let base = try Engine(store: copy).liquidations(question)
        let told = try #require(fact(base, "sold", "ETH"))
        let rows = try #require(told.provenance.rows.first { $0.kind == kind })
        var generator = SeededGenerator(seed: 5)
        let change = try #require(
            try RowChange(
                kind == "taker_flow" ? rows.with("asset", "ETH") : rows.within(question.range),
                in: copy, asOf: question.asOf, using: &generator))
        let found = try Engine(store: copy).liquidations(question)
        func ids(_ report: Report) -> [[String]: Set<String>] {
            Dictionary(grouping: report.book.facts) { [$0.measure.text, $0.subject.text] }
                .mapValues { Set($0.map { "\($0.id)" }) }
        }
        let (old, new) = (ids(base), ids(found))
        #expect(
            old[["takers.sold.24h", told.subject.text]]
                != new[["takers.sold.24h", told.subject.text]])
        for fact in base.book.facts {
            let name = [fact.measure.text, fact.subject.text]
            guard old[name] != new[name] else { continue }
            #expect(
                fact.provenance.rows.contains { change.belongs(to: $0) },
                "\(name) changed with \(change.values)")
        }
    }

    /// Rows of takers that are known later change no byte.
    @Test func whatIsKnownLaterIsNotSeen() throws {
        let instant = "2025-01-27T10:00:00Z"
        let asOf = try GoldenCase.question(instant).asOf.microseconds
        let whole = try Self.report(at: instant)
        let left = try Self.report(
            at: instant, after: "DELETE FROM taker_flow WHERE known > \(asOf)")
        #expect(JSONRenderer().render(whole) == JSONRenderer().render(left))
        #expect(fact(whole, "bars", "BTC")?.number == 5)
    }
}
