import Evidence
import Market
import Testing

@testable import Rendering

@Suite struct ChartLayoutTests {
    @Test func linear() {
        #expect(LinearScale(from: 0, 10, to: 100, 0).place(2.5) == 75)
        #expect(LinearScale(from: 5, 5, to: 0, 100).place(5) == 50)
        let huge = LinearScale(from: -1.7e308, 1.7e308, to: 0, 100)
        #expect(huge.place(0) == 50)
        #expect(huge.place(1.7e308) == 100)
    }

    @Test func ticksAreRound() {
        #expect(Ticks(from: 0, to: 10, about: 5).values == [0, 2, 4, 6, 8, 10])
        #expect(
            Ticks(from: 2.3e12, to: 3.6e12, about: 6).labels(.usd) == [
                "$2.4T", "$2.6T", "$2.8T", "$3.0T", "$3.2T", "$3.4T", "$3.6T",
            ])
        #expect(
            Ticks(from: -0.0002, to: 0.0001, about: 3).labels(.ratio) == [
                "−0.02%", "−0.01%", "0%", "0.01%",
            ])
        #expect(Ticks(from: 0, to: 28e6, about: 3).labels(.usd) == ["$0", "$10M", "$20M"])
    }

    @Test func ticksOfWhatIsNoRange() {
        #expect(Ticks(from: 3, to: 3, about: 5).values == [3])
        #expect(Ticks(from: 3, to: 1, about: 5).values.isEmpty)
        #expect(Ticks(from: .nan, to: 1, about: 5).values.isEmpty)
        #expect(Ticks(from: -1.7e308, to: 1.7e308, about: 5).values.allSatisfy { $0.isFinite })
        #expect(Ticks(from: 1, to: 1.0000000000000002, about: 5).values.count <= 100)
    }

    @Test(arguments: [
        (6, "06:00", 2), (24, "06:00", 5), (96, "24 Jan", 4), (24 * 30, "30 Dec", 5),
        (24 * 100, "Dec 2024", 3),
        (24 * 3000, "Jan 2017", 9),
    ])
    func timesHaveSensibleSteps(hours: Int, second: String, count: Int) throws {
        let end = SampleEvidence.asOf
        let scale = TimeScale(from: end - .hours(hours), end, to: 0, 600)
        let ticks = scale.ticks(atMost: 8)
        #expect(ticks.count <= 9)
        #expect(ticks.count >= 2)
        for tick in ticks { #expect(scale.place(tick.time) >= 0 && scale.place(tick.time) <= 600) }
    }

    @Test func labelsOfTheGoldenMonths() {
        let day = SampleEvidence.asOf.day
        let scale = TimeScale(from: day.advanced(by: -99).start, day.start, to: 0, 600)
        #expect(scale.ticks(atMost: 7).map(\.label) == ["Nov 2024", "Dec 2024", "Jan 2025"])
        let hours = TimeScale(from: day.start - .hours(6), day.start + .hours(12), to: 0, 600)
        #expect(
            hours.ticks(atMost: 7).map(\.label) == [
                "18:00", "21:00", "27 Jan", "03:00", "06:00", "09:00", "12:00",
            ])
        #expect(TimeScale(from: day.start, day.start, to: 0, 9).ticks(atMost: 5).count == 1)
    }

    @Test func labelsNeverCollide() {
        let placed = LabelStack.spread([50, 51, 52, 10, 99], spacing: 15, from: 0, to: 100)
        for (place, left) in placed.enumerated() {
            #expect(left >= 0 && left <= 100)
            for right in placed[(place + 1)...] { #expect(abs(left - right) >= 14.999) }
        }
        let crowded = LabelStack.spread(
            Array(repeating: 50, count: 30), spacing: 15, from: 0, to: 100)
        #expect(crowded.allSatisfy { $0 >= -0.001 && $0 <= 100.001 })
        #expect(LabelStack.spread([], spacing: 15, from: 0, to: 100).isEmpty)
        #expect(LabelStack.spread([7], spacing: 15, from: 0, to: 100) == [7])
    }

    @Test func marksTakeLanes() {
        let lanes = MarkLanes(
            places: [100, 500, 540, 580, 580], widths: [200, 250, 250, 250, 250], from: 60, to: 590)
        for left in lanes.placed {
            for right in lanes.placed where right.index > left.index {
                #expect(left.lane != right.lane || left.isLeftward != right.isLeftward)
            }
        }
        #expect(lanes.count <= 5)
        #expect(MarkLanes(places: [], widths: [], from: 0, to: 1).count == 0)
    }

    @Test func coordinatesAreShortAndFinite() {
        #expect(SVGWriter.text(1.25) == "1.3")
        #expect(SVGWriter.text(-0.04) == "0")
        #expect(SVGWriter.text(-3.5) == "-3.5")
        #expect(SVGWriter.text(.nan) == "0")
        #expect(SVGWriter.text(1e300) == "99999")
    }
}
