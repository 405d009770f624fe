import Cascades
import TestSupport
import Testing

@Suite struct ForcedPathTests {
    /// The propagator's published points again, as a path of flows every second.
    @Test func followsThePropagator() throws {
        let law = ImpactLaw.linear(try LinearImpact(share: 0.1, depth: 1))
        let propagator = try Propagator(seconds: 1, exponent: 0.5)
        let path = try ForcedPath(
            flows: [5, 5, 0, 0, 0, 0], interval: 1, reportingFactor: 2, law: law,
            propagator: propagator)
        for (place, value) in [(0, 1.0), (1, 1.707107), (2, 1.284457), (5, 0.855462)] {
            #expect(abs(path.moves[place] - value) < 5e-7)
        }
        #expect(agree(path.share(ofFall: 4, at: 0), 0.25))
        #expect(path.share(ofFall: 0, at: 0) == nil && path.share(ofFall: 1, at: 6) == nil)
    }

    /// Purchases of liquidated shorts push up, and a share may be below zero or above one.
    @Test func legalOutliers() throws {
        let law = ImpactLaw.linear(try LinearImpact(depth: 1))
        let path = try ForcedPath(
            flows: [-1, 4], interval: 60, law: law, propagator: .permanent)
        #expect(path.moves.count == 2 && agree(path.moves[0], -0.01) && agree(path.moves[1], 0.03))
        #expect((path.share(ofFall: 0.02, at: 0) ?? 0) < 0)
        #expect((path.share(ofFall: 0.02, at: 1) ?? 0) > 1)
    }

    @Test func refusesWhatIsNoFlow() throws {
        let law = ImpactLaw.linear(try LinearImpact(depth: 1))
        #expect(throws: CascadeError.notFinite("flow")) {
            try ForcedPath(flows: [.nan], interval: 1, law: law, propagator: .permanent)
        }
        #expect(throws: CascadeError.notPositive("interval")) {
            try ForcedPath(flows: [1], interval: 0, law: law, propagator: .permanent)
        }
    }
}
