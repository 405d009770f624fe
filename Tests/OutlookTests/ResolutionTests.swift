import Foundation
import TestSupport
import Testing

@testable import Outlook

@Suite struct ResolutionTests {
    private let day = MadeBars.day

    private func event(
        _ condition: ForecastCondition, from start: Int64 = 0, days: Int64 = 4
    ) -> ForecastEvent? {
        ForecastEvent(
            subject: "TOTAL", condition: condition, start: start, end: start + days * day,
            interval: day)
    }

    @Test func barsDecideWhenTheWindowHasClosed() throws {
        let bars = try #require(MadeBars.through([100, 99, 94, 97, 103, 90]))
        let touch = try #require(event(.touch(.down, level: 95)))
        #expect(Resolution(of: touch, by: bars, at: 4 * day - 1) == nil)
        let found = try #require(Resolution(of: touch, by: bars, at: 4 * day))
        #expect(found.outcome == .happened && found.decidingBar == 2 * day)
        #expect(found.missingBars == 0 && found.resolvedAt == 4 * day)
        // The bars after the window are not looked at.
        let further = try #require(event(.touch(.down, level: 91)))
        #expect(Resolution(of: further, by: bars, at: 99 * day)?.outcome == .didNotHappen)
        let holds = try #require(
            event(.holds(lower: 95, lowerBand: 2, upper: 105, upperBand: 2)))
        #expect(Resolution(of: holds, by: bars, at: 4 * day)?.outcome == .happened)
        #expect(Resolution(of: holds, by: bars, at: 4 * day)?.decidingBar == nil)
        let hours = try #require(
            ForecastEvent(
                subject: "TOTAL", condition: .touch(.up, level: 1), start: 0, end: day,
                interval: day / 24))
        #expect(Resolution(of: hours, by: bars, at: 9 * day) == nil)
    }

    @Test func aMissingBarIsNoBarWithoutATouch() throws {
        let bars = try #require(MadeBars.through([100, nil, 94, 97, 103]))
        let near = try #require(event(.touch(.down, level: 95)))
        let far = try #require(event(.touch(.down, level: 90)))
        let broken = try #require(event(.breaks(.down, level: 99, band: 1)))
        #expect(Resolution(of: near, by: bars, at: 4 * day)?.outcome == .happened)
        #expect(Resolution(of: far, by: bars, at: 4 * day)?.outcome == .undecidable)
        #expect(Resolution(of: far, by: bars, at: 4 * day)?.missingBars == 1)
        #expect(Resolution(of: broken, by: bars, at: 4 * day)?.outcome == .undecidable)
        // It may still arrive.
        #expect(Resolution(of: far, by: bars, at: 4 * day, patience: day) == nil)
        let late = Resolution(of: far, by: bars, at: 5 * day, patience: day)
        #expect(late?.outcome == .undecidable)
        let none = try #require(
            PriceBars(
                interval: day, openTimes: [], opens: [], highs: [], lows: [], closes: []))
        #expect(Resolution(of: far, by: none, at: 4 * day)?.missingBars == 4)
        #expect(Resolution(of: far, by: none, at: 4 * day)?.outcome == .undecidable)
    }

    @Test func theFirstBarIsTheFirstThatOpensAfterwards() throws {
        let late = try #require(event(.touch(.up, level: 1), from: day / 2))
        #expect(late.firstOpening == day && late.expectedBars == 3)
        let early = try #require(event(.touch(.up, level: 1), from: -day / 2))
        #expect(early.firstOpening == 0 && early.expectedBars == 3)
        let exact = try #require(event(.touch(.up, level: 1), from: -2 * day))
        #expect(exact.firstOpening == -2 * day && exact.expectedBars == 4)
        #expect(event(.touch(.up, level: 1), from: 1, days: 1) == nil)
        #expect(event(.touch(.up, level: 1), from: 0, days: 0) == nil)
        #expect(event(.touch(.up, level: .nan)) == nil)
        let extreme = ForecastEvent(
            subject: "", condition: .touch(.up, level: 1), start: .min, end: .max, interval: 1)
        #expect(extreme == nil)
    }

    @Test func equalTextsAreEqualForecasts() throws {
        let first = try #require(event(.touch(.up, level: 0.1)))
        let second = try #require(event(.touch(.up, level: 0.1.nextUp)))
        #expect(first.canonicalText != second.canonicalText)
        #expect(
            first.canonicalText
                == "event/1 subject 5:TOTAL condition touch up 0.1 start 0 end 345600000000"
                + " interval 86400000000")
        let sure = try #require(IssuedForecast.Probability(.simulation, 0.5))
        let form = try #require(IssuedForecast.Probability(.closedForm, 0.25))
        func issued(
            _ probabilities: [IssuedForecast.Probability], asOf: Int64 = 0, at: Int64 = 0
        ) -> IssuedForecast? {
            IssuedForecast(
                event: first, label: "break-up", asOf: asOf, issuedAt: at, price: 0.09,
                probabilities: probabilities)
        }
        let forecast = try #require(issued([sure, form]))
        #expect(forecast == issued([form, sure]))
        #expect(forecast.canonicalText == issued([form, sure], at: 5)?.canonicalText)
        #expect(forecast.canonicalText != issued([form])?.canonicalText)
        #expect(forecast.probability(.closedForm) == 0.25)
        #expect(forecast.probability(.climatology) == nil)
        #expect(issued([sure, sure]) == nil && issued([sure], asOf: 1, at: 1) == nil)
        #expect(issued([sure], asOf: 0, at: -1) == nil)
        let stored = try JSONEncoder().encode(forecast)
        #expect(try JSONDecoder().decode(IssuedForecast.self, from: stored) == forecast)
        let text = String(decoding: stored, as: UTF8.self)
        for (good, bad) in [
            ("\"interval\":86400000000", "\"interval\":0"),
            ("\"simulation\":0.5", "\"simulation\":2"),
            ("\"asOf\":0", "\"asOf\":9"), ("\"level\":0.1", "\"level\":-0.1"),
        ] {
            #expect(text.contains(good))
            let damaged = Data(text.replacingOccurrences(of: good, with: bad).utf8)
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(IssuedForecast.self, from: damaged)
            }
        }
        #expect(IssuedForecast.Probability(.simulation, 1.1) == nil)
        #expect(IssuedForecast.Probability(.simulation, .nan) == nil)
    }
}
