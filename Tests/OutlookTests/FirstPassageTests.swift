import TestSupport
import Testing

@testable import Outlook

@Suite struct FirstPassageTests {
    /// TOTAL at 3.38T, three percent a day, ten days; the published vectors of such a walk, five digits.
    @Test func theWalkFromTheFiftyDayAverage() throws {
        let walk = try #require(FirstPassage(volatility: 0.03, days: 10))
        func near(_ ours: Double?, _ theirs: Double) -> Bool {
            abs((ours ?? .nan) - theirs) < 5e-6
        }
        #expect(near(walk.probability(ofTouching: 3.20 / 3.38), 0.56404))
        #expect(near(walk.probability(ofTouching: 3.10 / 3.38), 0.36203))
        #expect(near(walk.probability(ofTouching: 3.69 / 3.38), 0.35498))
        #expect(near(walk.probability(ofClosingBeyond: 3.20 / 3.38), 0.44661))
        let (down, up) = (3.20 / 3.38, 3.69 / 3.38)
        #expect(near(walk.probability(ofReaching: up, before: down), 0.38410))
        #expect(near(walk.probability(ofStayingBetween: down, and: up), 0.13343))
    }

    /// Reference: `Scripts/reference/outlook.py`, the density integrated and reflections summed by mpmath.
    @Test func agreesWithMpmath() throws {
        let bytes = try Repository.bytes("Tests/Fixtures/Outlook/passages.csv")
        let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
        #expect(rows.count == 432)
        for row in rows {
            let fields = row.split(separator: ",", omittingEmptySubsequences: false)
            let numbers = fields.map { Double($0) ?? .nan }
            let walk = try #require(
                FirstPassage(volatility: numbers[4], days: numbers[5], drift: numbers[3]))
            let ours =
                switch fields[0] {
                case "touch": walk.probability(ofTouching: numbers[1])
                case "close": walk.probability(ofClosingBeyond: numbers[1])
                case "stay":
                    walk.probability(ofStayingBetween: numbers[1], and: numbers[2])
                default: walk.probability(ofReaching: numbers[2], before: numbers[1])
                }
            #expect(abs((ours ?? .nan) - numbers[6]) < 1e-10, "\(row) \(ours ?? .nan)")
        }
    }

    @Test func probabilitiesKeepTheirOrder() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let sigma = Double.random(in: 0.002...0.2, using: &random)
            let days = Double.random(in: 0.1...400, using: &random)
            let drift = Double.random(in: -0.02...0.02, using: &random)
            let walk = try #require(FirstPassage(volatility: sigma, days: days, drift: drift))
            let longer = try #require(
                FirstPassage(volatility: sigma, days: 2 * days, drift: drift))
            let near = Double.random(in: 0.8...0.999, using: &random)
            let far = near * Double.random(in: 0.5...1, using: &random)
            let touch = try #require(walk.probability(ofTouching: near))
            let further = try #require(walk.probability(ofTouching: far))
            let later = try #require(longer.probability(ofTouching: near))
            let close = try #require(walk.probability(ofClosingBeyond: near))
            let up = 1 / near
            let stay = try #require(walk.probability(ofStayingBetween: near, and: up))
            let touchUp = try #require(walk.probability(ofTouching: up))
            let first = try #require(walk.probability(ofReaching: up, before: near))
            #expect(
                [touch, further, later, close, stay, touchUp, first].allSatisfy {
                    (0...1).contains($0)
                })
            #expect(further <= touch + 1e-12 && touch <= later + 1e-12 && close <= touch + 1e-12)
            #expect(1 - stay <= touch + touchUp + 1e-9)
            #expect(1 - stay >= max(touch, touchUp) - 1e-9)
        }
    }

    @Test func whatIsNoWalkAndNoLevelHasNoProbability() throws {
        for sigma in [0, -1, .nan, .infinity] as [Double] {
            #expect(FirstPassage(volatility: sigma, days: 1) == nil)
            #expect(FirstPassage(volatility: 0.01, days: sigma) == nil)
        }
        #expect(FirstPassage(volatility: 0.01, days: 1, drift: .nan) == nil)
        let walk = try #require(FirstPassage(volatility: 0.03, days: 10))
        for level in [0, -1, .nan, .infinity] as [Double] {
            #expect(walk.probability(ofTouching: level) == nil)
            #expect(walk.probability(ofClosingBeyond: level) == nil)
        }
        #expect(walk.probability(ofTouching: 1) == 1)
        #expect(walk.probability(ofReaching: 0.9, before: 1.1) == nil)
        #expect(walk.probability(ofStayingBetween: 1, and: 1.1) == nil)
    }
}
