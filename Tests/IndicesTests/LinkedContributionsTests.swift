import Indices
import TestSupport
import Testing

@Suite struct LinkedContributionsTests {
    /// Carino's factors at fifty digits.
    @Test func agreesWithTheReference() throws {
        let cases = try ReferenceCase.all("linked")
        #expect(cases.count == 20)
        for reference in cases {
            let periods = Dictionary(grouping: reference.rows) { $0.count("period") ?? -1 }
                .sorted { $0.key < $1.key }.map { _, rows in
                    Dictionary(
                        uniqueKeysWithValues: rows.map {
                            ($0.text("part"), $0.number("points") ?? .nan)
                        })
                }
            let linked = try #require(LinkedContributions(periods))
            #expect(agree(linked.change, reference.first.number("change"), relative: 1e-12))
            for row in reference.rows {
                #expect(
                    agree(
                        linked.points[row.text("part")], row.number("linked"), relative: 1e-12,
                        absolute: 1e-15))
            }
        }
    }

    @Test func addUpToTheCompoundedChange() throws {
        var random = SeededGenerator(seed: 941)
        for _ in 0..<500 {
            let periods = (0..<Int.random(in: 1...30, using: &random)).map { _ in
                Dictionary(
                    uniqueKeysWithValues: (0..<Int.random(in: 0...12, using: &random)).map {
                        ("part\($0)", Double.random(in: -0.05...0.05, using: &random))
                    })
            }
            let linked = try #require(LinkedContributions(periods))
            let compounded = periods.reduce(1.0) { $0 * (1 + $1.values.reduce(0, +)) } - 1
            #expect(agree(linked.change, compounded, relative: 1e-12, absolute: 1e-14))
            let sum = linked.points.values.reduce(0, +)
            #expect(agree(sum, linked.change, relative: 1e-12, absolute: 1e-14))
        }
    }

    @Test func onePeriodIsAsItWas() throws {
        let linked = try #require(LinkedContributions([["price": -0.06, "supply": 0.002]]))
        #expect(agree(linked.points["price"], -0.06, relative: 1e-14))
        #expect(agree(linked.points["supply"], 0.002, relative: 1e-14))
        #expect(agree(linked.change, -0.058, relative: 1e-14))
    }

    /// Up a half and down a third is back where it was; the parts cancel out all the same.
    @Test func thereAndBackAgainIsNoChange() throws {
        let linked = try #require(LinkedContributions([["a": 0.5], ["b": -1.0 / 3]]))
        #expect(abs(linked.change) < 1e-15)
        #expect(agree(linked.points["a"], 0.4054651081081644, relative: 1e-12))
        #expect(agree(linked.points["b"], -0.4054651081081644, relative: 1e-12))
    }

    @Test(arguments: [
        [[String: Double]](), [["a": -1]], [["a": -0.6, "b": -0.6]], [["a": .nan]],
        [["a": .infinity]], [["a": 0.1], ["a": -2]],
    ])
    func whatCannotBeLinkedIsNot(periods: [[String: Double]]) {
        #expect(LinkedContributions(periods) == nil)
    }
}
