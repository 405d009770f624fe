import CaseSupport
import Downdraft
import Evidence
import Market
import Narrative
import TestSupport
import Testing

/// The cascade in the middle of what is held, and the paths by it, on the golden day.
@Suite struct SimulationMiddleTests {
    private static let laws = ["linear", "squareRoot", "saturating"]

    private func book(
        _ charted: Charted, _ instant: String = "2025-01-27T12:00:00Z"
    ) async throws -> EvidenceBook {
        try await Engine(store: GoldenCase.path())
            .simulate(charted, GoldenCase.question(instant)).book
    }

    /// What a gain below one makes of a small move is a geometric series; ends lie beyond the move itself,
    /// and the furthest that holds itself beyond the first.
    @Test func movesEndBeyondWhereTheyBegan() async throws {
        let book = try await book(.asset("BTC"))
        let subject = Subject.asset("BTC")
        let closes = try #require(book.series("cascade.fan.before", subject)?.values("close"))
        let price = try #require(closes.last ?? nil)
        for law in Self.laws {
            for (way, sign) in [("fall", -1.0), ("rise", 1)] {
                let measure = Measure("cascade.middle.\(law).\(way)")
                let gain = try #require(book[measure.dot("gain"), subject])
                #expect(gain.standing == .estimated)
                let size = try #require(gain.number)
                let amplified = book[measure.dot("amplification"), subject]?.number
                #expect(size >= 0 && (size < 1) == (amplified != nil))
                if let amplified { #expect(agree(amplified * (1 - size), 1, relative: 1e-12)) }
                if let trigger = book[measure.dot("trigger"), subject]?.number {
                    #expect((trigger - price) * sign > 0)
                }
                for place in 1...2 {
                    let shock = try #require(
                        book[Measure("cascade.middle.shock.\(place)"), .question]?.number)
                    let end = try #require(
                        book[measure.dot("rest.\(place)"), subject]?.number)
                    #expect((end / price - 1) * sign >= shock - 1e-9)
                    let furthest = book[measure.dot("rest.\(place).furthest"), subject]?.number
                    if let furthest { #expect((furthest - end) * sign > 0.001 * price) }
                }
            }
        }
        // What the book gives way to at once is more than what the square root does.
        let ends = try ["linear", "squareRoot"].map { law in
            try #require(book[Measure("cascade.middle.\(law).fall.rest.1"), subject]?.number)
        }
        #expect(ends[0] < ends[1])
    }

    /// The bands begin at the price and are in order; by the square root, which pushes little, the middle nine
    /// tenths are those of a normal walk, within a twelfth.
    @Test func pathsSpreadFromThePrice() async throws {
        let book = try await book(.asset("BTC"))
        let subject = Subject.asset("BTC")
        let line = try #require(book.series("cascade.fan.before", subject))
        let price = try #require(line.values("close").last ?? nil)
        let deviation = try #require(book["cascade.fan.volatility", subject]?.number)
        var widths: [Double] = []
        for law in ["linear", "squareRoot"] {
            let fan = try #require(book.series(Measure("cascade.fan.\(law)"), subject))
            #expect(fan.standing == .simulated && fan.times.count == 25)
            #expect(fan.times.first == line.times.last)
            let columns = ["low", "lower", "median", "upper", "high"].map {
                fan.values($0).compactMap { $0 }
            }
            #expect(columns.allSatisfy { $0.count == 25 && $0.first == price })
            for (one, next) in zip(columns, columns.dropFirst()) {
                #expect(zip(one, next).allSatisfy { $0 <= $1 })
            }
            let ends = columns.compactMap(\.last)
            widths.append((ends[4] - ends[0]) / price)
        }
        // A normal walk of a day: 1.645 deviations to either side.
        let normal = 2 * 1.6449 * deviation * 24.0.squareRoot()
        #expect(agree(widths[1], normal, relative: 1 / 12.0))
        #expect(widths[0] > widths[1])
        #expect(book.series("cascade.fan.saturating", subject) == nil)
    }

    /// Without a book there are no paths by it; of several coins together there are none, but each coin has
    /// its middle.
    @Test func severalCoinsHaveNoPaths() async throws {
        let coin = try await book(.asset("SOL"), "2025-01-22T00:00:00Z")
        #expect(coin.series("cascade.fan.linear", .asset("SOL")) == nil)
        #expect(coin.series("cascade.fan.squareRoot", .asset("SOL")) != nil)
        let market = try await Engine(store: GoldenCase.path())
            .simulate(.market, GoldenCase.question("2025-01-27T12:00:00Z"))
        #expect(market.book.series.allSatisfy { !$0.measure.text.hasPrefix("cascade.fan") })
        #expect(market.book.all("cascade.middle.squareRoot.fall.gain").count == 4)
        #expect(market.gaps.contains { $0.id == "no-range" })
        #expect(market.sections.contains { $0.id == "middle" })
        #expect(!market.sections.contains { $0.id == "paths" })
    }
}
