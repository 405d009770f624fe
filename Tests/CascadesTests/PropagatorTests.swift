import Cascades
import TestSupport
import Testing

@Suite struct PropagatorTests {
    /// Impact 0.1 a unit, 10 units at 0 and at 1, `G = (1 + t)^-0.5`; Bouchaud and others 2004.
    @Test func fourPointsOfTheSource() throws {
        let propagator = try Propagator(seconds: 1, exponent: 0.5)
        let pushes = [Propagator.Push(time: 0, impact: 1), .init(time: 1, impact: 1)]
        let expected = [(0.0, 1.0), (1, 1.707107), (2, 1.284457), (5, 0.855462)]
        for (time, value) in expected {
            #expect(abs(propagator.displacement(of: pushes, at: time) - value) < 5e-7)
        }
    }

    @Test func restFallsFromOne() throws {
        let propagator = try Propagator(seconds: 60, exponent: 0.3)
        var last = 1.0
        #expect(propagator.rest(after: 0) == 1 && propagator.rest(after: -1) == 0)
        for minute in 1...500 {
            let rest = propagator.rest(after: Double(minute) * 60)
            #expect(rest < last && rest > 0)
            last = rest
        }
        #expect(Propagator.permanent.rest(after: 1e12) == 1)
    }

    @Test func refusesWhatDoesNotDecay() {
        #expect(throws: CascadeError.notPositive("decay time")) {
            try Propagator(seconds: 0, exponent: 0.5)
        }
        #expect(throws: CascadeError.outOfRange("decay exponent")) {
            try Propagator(seconds: 1, exponent: -0.5)
        }
    }
}
