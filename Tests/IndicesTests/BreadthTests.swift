import Indices
import Market
import TestSupport
import Testing

@Suite struct BreadthTests {
    @Test func agreesWithTheReference() throws {
        let cases = try ReferenceCase.all("breadth")
        #expect(cases.count == 20)
        for reference in cases {
            let breadth = Breadth(reference.rows.map(Self.reading))
            let row = reference.first
            #expect(breadth.advancing == row.count("advancing"))
            #expect(breadth.declining == row.count("declining"))
            #expect(breadth.unchanged == row.count("unchanged"))
            #expect(agree(breadth.medianChange, row.number("median"), relative: 1e-12))
            #expect(agree(breadth.meanChange, row.number("mean"), relative: 1e-12))
            #expect(breadth.above50.count == row.count("above50"))
            #expect(breadth.above50.known == row.count("known50"))
            #expect(breadth.above200.count == row.count("above200"))
            #expect(breadth.above200.known == row.count("known200"))
            #expect(breadth.newLows.count == row.count("newLows"))
            #expect(breadth.newHighs.count == row.count("newHighs"))
        }
    }

    @Test func everyChangeIsCountedOnce() throws {
        var random = SeededGenerator(seed: 961)
        for _ in 0..<200 {
            let readings = (0..<Int.random(in: 0...40, using: &random)).map { number in
                Breadth.Reading(
                    asset: AssetID("A\(number)"),
                    change: [nil, 0, .nan, -0.1, 0.2, .infinity].randomElement(using: &random)
                        ?? nil,
                    price: [nil, 1, 2].randomElement(using: &random) ?? nil, average50: 1.5)
            }
            let breadth = Breadth(readings)
            let known = readings.count { $0.change?.isFinite ?? false }
            #expect(breadth.advancing + breadth.declining + breadth.unchanged == known)
            #expect((breadth.meanChange == nil) == (known == 0))
            #expect((breadth.advanceDeclineRatio == nil) == (breadth.declining == 0))
            #expect(breadth.above50.known == readings.count { $0.price != nil })
            #expect(breadth.above200.share == nil)
            #expect(breadth == Breadth(readings.shuffled(using: &random)))
        }
    }

    @Test func byHand() {
        let breadth = Breadth([
            .init(asset: "A", change: 0.1, price: 10, average50: 10, lowest: 10, highest: 9),
            .init(asset: "B", change: -0.2, price: 5, average50: 4, lowest: 6, highest: 9),
            .init(asset: "C", change: 0.05), .init(asset: "D", change: 0),
        ])
        #expect(breadth.advanceDeclineRatio == 2)
        #expect([breadth.above50.count, breadth.above50.known] == [1, 2])
        #expect(breadth.above50.share == 0.5)
        #expect([breadth.newLows.count, breadth.newLows.known] == [1, 2])
        #expect([breadth.newHighs.count, breadth.newHighs.known] == [1, 2])
        #expect(agree(breadth.medianChange, 0.025))
    }

    private static func reading(_ row: ReferenceCase.Row) -> Breadth.Reading {
        Breadth.Reading(
            asset: AssetID(row.text("asset")), change: row.number("change"),
            price: row.number("price"), average50: row.number("average50"),
            average200: row.number("average200"), lowest: row.number("lowest"),
            highest: row.number("highest"))
    }
}
