import Series
import TestSupport
import Testing

@testable import Liquidations

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Layouts by hand, and the profile of a second.
@Suite struct TapeLayoutTests {
    private static let sighting = PublishedTape.Sighting(dollars: 1, age: nil)

    /// Orders at 0.5 and 2.25: silence until 1.5 and until 3.25.
    @Test func silencesHideAndTheRestIsInView() {
        let layout = TapeLayout(
            seconds: [Self.sighting, nil, Self.sighting, nil], silentAfter: [0.5, 2.25])
        #expect(layout.cells.map(\.order) == [0, nil, 1, nil])
        #expect(layout.cells.map(\.hidden) == [0.5, 0.5, 0.75, 0.25])
        #expect(layout.inView == 2)
        #expect(layout.views.map(\.start) == [0, 1.5, 2, 3.25])
        #expect(layout.views.map(\.end) == [0.5, 2, 2.25, 4])
        #expect(layout.views.map(\.cell) == [0, 1, 2, 3])
    }

    /// An order that comes too early by the venue's clock ends the silence: no time is counted twice.
    @Test func earlyOrdersDoNotHideTwice() {
        let layout = TapeLayout(
            seconds: [Self.sighting, Self.sighting, nil], silentAfter: [0.5, 1.25])
        #expect(layout.cells.map(\.hidden) == [0.5, 1, 0.25])
    }

    /// Seconds begin at 0.25: the first and the last are parts.
    @Test func phasesCutTheEdges() throws {
        let layout = try #require(TapeLayout(phase: 0.25, times: [0.5, 1.5, 2.75], count: 3))
        #expect(layout.cells.map(\.order) == [nil, 0, 1, 2])
        #expect(layout.cells.map(\.hidden) == [0, 0.25, 0.25, 0.5])
        #expect(layout.inView == 0.25 + 0.75 + 0.75 + 0.25)
        #expect(TapeLayout(phase: 0.25, times: [0.5, 1], count: 3) == nil)
        #expect(TapeLayout(phase: 0, times: [], count: 2)?.inView == 2)
    }

    /// Of each level the order is as probable as a Poisson process makes it: one where it came, none while in view.
    @Test func numbersAreThoseOfAPoissonProcess() throws {
        let layout = try #require(TapeLayout(phase: 0.25, times: [0.5], count: 2))
        let levels = IntensityChain.levels.count
        let rows = layout.cells.map { layout.numbers[$0.row..<($0.row + levels)] }
        for (level, rate) in IntensityChain.rates.enumerated() {
            let expected = [exp(-rate * 0.25), rate * exp(-rate * 0.75), exp(-rate * 0.75)]
            for (cell, row) in rows.enumerated() {
                let factor = cell == 1 ? exp(layout.logFactor) : 1
                #expect(agree(row[row.startIndex + level] * factor, expected[cell]))
            }
        }
    }

    /// Orders in the first half of seconds that were all in view; instants keep their order and their second.
    @Test func passesAreMeasured() {
        let times = (0..<400).map { Double($0) + (Double($0 % 50) + 0.5) / 100 }
        let views = (0..<400).map { (start: Double($0), end: Double($0 + 1), rate: 1.0) }
        let profile = SecondProfile(times: times, views: views)
        #expect(profile != .even)
        #expect(profile.weights[..<5].allSatisfy { $0 > 1.9 && $0 < 2.1 })
        #expect(profile.weights[5...].allSatisfy { $0 < 0.05 })
        #expect(abs(profile.warped(7.25) - 7.5) < 0.01 && profile.warped(7.5) > 7.97)
        let warped = (0...300).map { profile.warped(Double($0) / 100) }
        #expect(zip(warped, warped.dropFirst()).allSatisfy { $0 < $1 })
        for whole in 0...3 { #expect(warped[100 * whole] == Double(whole)) }
    }

    /// What comes evenly, or too rarely to tell, is even; nothing is changed by it.
    @Test func evenSecondsStay() {
        let views = (0..<300).map { (start: Double($0), end: Double($0 + 1), rate: 1.0) }
        let even = (0..<300).map { Double($0) + Double($0 * 37 % 100) / 100 }
        #expect(SecondProfile(times: even, views: views) == .even)
        #expect(SecondProfile(times: [0.1, 1.1], views: views) == .even)
        #expect(SecondProfile(times: [], views: []) == .even)
        #expect(SecondProfile.even.warped(3.14) == 3.14)
    }
}
