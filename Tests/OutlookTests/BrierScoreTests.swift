import TestSupport
import Testing

@testable import Outlook

@Suite struct BrierScoreTests {
    /// Ten forecasts with their parts, from the published vector: 0.13 = 0.0133 - 0.1333 + 0.25, skill 0.48.
    @Test func tenForecasts() throws {
        let score = try #require(
            BrierScore(
                forecasts: [0.1, 0.1, 0.3, 0.3, 0.3, 0.7, 0.7, 0.9, 0.9, 0.9],
                outcomes: [0, 0, 0, 1, 0, 1, 0, 1, 1, 1].map { $0 == 1 }))
        #expect(abs(score.score - 0.13) < 1e-12)
        #expect(abs(score.reliability - 0.0133333) < 1e-7)
        #expect(abs(score.resolution - 0.1333333) < 1e-7)
        #expect(abs(score.uncertainty - 0.25) < 1e-12)
        #expect(abs((score.skill ?? .nan) - 0.48) < 1e-12)
    }

    /// Reference: `Scripts/reference/outlook.py`, numpy.
    @Test func agreesWithNumpy() throws {
        let bytes = try Repository.bytes("Tests/Fixtures/Outlook/brier.csv")
        let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
        #expect(rows.count == 5)
        for row in rows {
            let fields = row.split(separator: ",")
            let score = try #require(
                BrierScore(
                    forecasts: fields[2].split(separator: " ").compactMap { Double($0) },
                    outcomes: fields[3].split(separator: " ").map { $0 == "1" }))
            let theirs = fields[4...].compactMap { Double($0) }
            let ours = [score.score, score.reliability, score.resolution, score.uncertainty]
            #expect(zip(ours, theirs).allSatisfy { abs($0 - $1) < 1e-12 }, "\(fields[0])")
        }
    }

    @Test func thePartsAddUp() throws {
        var random = SeededGenerator(seed: 11)
        for count in [1, 2, 3, 10, 200] {
            let forecasts = (0..<count).map { _ in
                Double(Int.random(in: 0...10, using: &random)) / 10
            }
            let outcomes = (0..<count).map { _ in Bool.random(using: &random) }
            let score = try #require(BrierScore(forecasts: forecasts, outcomes: outcomes))
            let sum = score.reliability - score.resolution + score.uncertainty
            #expect(abs(score.score - sum) < 1e-12)
            #expect((0...1).contains(score.score) && score.resolution <= score.uncertainty + 1e-12)
        }
    }

    @Test func whatIsNoForecastHasNoScore() {
        #expect(BrierScore(forecasts: [], outcomes: []) == nil)
        #expect(BrierScore(forecasts: [0.5], outcomes: [true, false]) == nil)
        for wrong in [-0.1, 1.1, .nan, .infinity] as [Double] {
            #expect(BrierScore(forecasts: [wrong], outcomes: [true]) == nil)
        }
        let known = BrierScore(forecasts: [0.9, 0.8], outcomes: [true, true])
        #expect(known?.skill == nil && known?.uncertainty == 0)
    }
}
