import CaseSupport
import Downdraft
import Evidence
import Foundation
import Narrative
import TestSupport
import Testing

/// The golden day, against figures computed from the raw data by pandas and TA-Lib.
///
/// Source: `Scripts/reference/golden.py`, which never reads the case; see the fixture's sidecar.
@Suite struct GoldenDayTests {
    static let instants = ["2025-01-27T11:00:00Z", "2025-01-27T12:00:00Z"]

    typealias Figures = [String: Any]

    static func golden(_ instant: String) throws -> [String: Figures] {
        let bytes = try Repository.bytes("Tests/Fixtures/Reference/golden-2025-01-27.json")
        let all = try JSONSerialization.jsonObject(with: Data(bytes)) as? Figures
        let instants = try #require(all?["instants"] as? [String: [String: Figures]])
        return try #require(instants[instant])
    }

    /// How far apart two figures may be: relative, and absolute where they are near zero.
    static func agrees(_ ours: Double?, _ theirs: Double, within tolerance: Double) -> Bool {
        guard let ours else { return false }
        return abs(ours - theirs) <= tolerance * max(abs(theirs), 1e-3)
    }

    @Test(arguments: instants)
    func totalAgrees(instant: String) throws {
        let book = try GoldenCase.report(instant).book
        let figures = try #require(try Self.golden(instant)["index:TOTAL"])
        for measure in [
            "cap", "change.24h", "change.utcDay", "sma.50", "sma.100", "rsi.14", "high.local",
            "peak.24h", "volatility.daily", "change.24h.deviations", "change.24h.further",
            "change.24h.compared",
        ] {
            let theirs = try #require(figures[measure] as? Double)
            let ours = book[Measure(measure), .total]?.number
            #expect(Self.agrees(ours, theirs, within: 1e-9), "\(measure): \(ours as Any) \(theirs)")
        }
    }

    @Test(arguments: instants)
    func closedStrengthAgreesOnEachDay(instant: String) throws {
        let book = try GoldenCase.report(instant).book
        let figures = try #require(try Self.golden(instant)["index:TOTAL"])
        let days = book.history("rsi.14.closed.day", .total)
        #expect(days.count == 10)
        for (day, reading) in zip(days, book.history("rsi.14.closed", .total)) {
            guard case .day(let name) = day.value else {
                Issue.record("\(day.value) is no day")
                continue
            }
            let theirs = try #require(figures["rsi.14.closed.\(name)"] as? Double)
            #expect(Self.agrees(reading.number, theirs, within: 1e-9), "\(name)")
        }
    }

    @Test(arguments: instants)
    func everyIndicatorAgreesOnClosedBars(instant: String) throws {
        let book = try GoldenCase.report(instant).book
        let figures = try #require(try Self.golden(instant)["index:TOTAL"])
        var checked = 0
        for (key, value) in figures where key.hasPrefix("closed.") {
            let theirs = try #require(value as? Double)
            let ours = book[Measure(String(key.dropFirst("closed.".count))), .total]?.number
            #expect(Self.agrees(ours, theirs, within: 1e-9), "\(key): \(ours as Any) \(theirs)")
            checked += 1
        }
        #expect(checked == 23)
    }

    @Test(arguments: instants)
    func everyAssetAgrees(instant: String) throws {
        let book = try GoldenCase.report(instant).book
        let golden = try Self.golden(instant)
        var checked = 0
        for (subject, figures) in golden where subject.hasPrefix("asset:") {
            let asset = Subject(subject)
            let price = try #require(figures["price"] as? Double)
            // The contract's own price is exact; a price a coin takes one division.
            #expect(Self.agrees(book[.price, asset]?.number, price, within: 1e-15), "\(subject)")
            let change = try #require(figures["change.24h"] as? Double)
            #expect(
                Self.agrees(book[.change("24h"), asset]?.number, change, within: 1e-12),
                "\(subject)")
            let volume = try #require(figures["volume.24h"] as? Double)
            #expect(
                Self.agrees(book[.volume("24h"), asset]?.number, volume, within: 1e-12),
                "\(subject)")
            checked += 1
        }
        #expect(checked > 150)
    }

    @Test(arguments: instants)
    func ownIndexAgreesAndAddsUp(instant: String) throws {
        let book = try GoldenCase.report(instant).book
        let figures = try #require(try Self.golden(instant)["index:own"])
        for measure in ["cap", "change.24h"] {
            let theirs = try #require(figures[measure] as? Double)
            #expect(Self.agrees(book[Measure(measure), .own]?.number, theirs, within: 1e-12))
        }
        let count = try #require(figures["assets"] as? Double)
        #expect(book[.members, .own]?.number == count)
        for (key, value) in figures where key.hasPrefix("contribution.") {
            let asset = Subject("asset:" + key.dropFirst("contribution.".count))
            let theirs = try #require(value as? Double)
            let ours = book[.contribution("24h"), asset]?.number
            #expect(abs((ours ?? .infinity) - theirs) < 1e-14, "\(key)")
        }
        let residual = try #require(book[.residual("24h"), .own]?.number)
        #expect(abs(residual) < 1e-12)
    }

    @Test(arguments: instants)
    func ownIndexMovesWithTheProviders(instant: String) throws {
        let book = try GoldenCase.report(instant).book
        let own = try #require(book[.change("24h"), .own]?.number)
        let total = try #require(book[.change("24h"), .total]?.number)
        #expect(abs(own - total) < 0.0015)
    }

    @Test(arguments: instants)
    func sectorsAgree(instant: String) throws {
        let book = try GoldenCase.report(instant).book
        for (subject, figures) in try Self.golden(instant) where subject.hasPrefix("sector:") {
            for (theirs, ours) in [
                ("cap", "cap"), ("change.24h", "change.24h"),
                ("change.24h.median", "change.24h.median"), ("members", "members"),
                ("members.supply", "members.weighted"), ("volume.24h", "volume.24h"),
                ("volume.24h.change", "volume.24h.change"),
            ] {
                let expected = try #require(figures[theirs] as? Double, "\(subject) \(theirs)")
                let found = book[Measure(ours), Subject(subject)]?.number
                #expect(Self.agrees(found, expected, within: 1e-11), "\(subject) \(ours)")
            }
        }
    }

    @Test(arguments: instants)
    func leverageAgrees(instant: String) throws {
        let book = try GoldenCase.report(instant).book
        for (subject, figures) in try Self.golden(instant)
        where subject.hasPrefix("venue:binance/asset:") {
            let venue = Subject(subject)
            for side in ["long", "short", "total"] {
                let measure = "liquidations.\(side).24h"
                let expected = try #require(figures[measure] as? Double)
                let fact = try #require(book[Measure(measure), venue])
                // To the cent, and never more than a floor.
                #expect(abs((fact.number ?? .infinity) - expected) < 0.005, "\(subject) \(side)")
                #expect(fact.standing == .floor)
            }
            let hours = try #require(figures["liquidations.hours"] as? Double)
            let coverage = book[.liquidationCoverage("24h"), venue]?.number
            #expect(coverage == hours / 24)
        }
    }

    @Test(arguments: instants)
    func positionsAgree(instant: String) throws {
        let book = try GoldenCase.report(instant).book
        for (subject, figures) in try Self.golden(instant)
        where subject.hasPrefix("venue:binance/asset:") {
            for name in [
                "openInterest.stablecoin", "openInterest.coin", "funding", "depth.bid",
                "depth.ask",
            ] {
                guard let reading = figures[name] as? Figures else { continue }
                let holder =
                    name == "funding"
                    ? subject.replacingOccurrences(of: "venue:binance", with: "venue:all") : subject
                let now = try #require(reading["value"] as? Double)
                let then = try #require(reading["value.24hAgo"] as? Double)
                #expect(book[Measure(name), Subject(holder)]?.number == now, "\(subject) \(name)")
                #expect(
                    book[Measure(name).dot("before").dot("24h"), Subject(holder)]?.number == then,
                    "\(subject) \(name)")
            }
        }
    }

    @Test func theOrdinaryAnswerIsNotThin() throws {
        for instant in Self.instants {
            let report = try GoldenCase.report(instant)
            #expect(!report.isThin, "\(report.gaps.filter { $0.severity == .thin }.map(\.id))")
        }
    }
}
