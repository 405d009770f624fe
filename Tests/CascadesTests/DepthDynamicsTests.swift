import TestSupport
import Testing

@testable import Cascades

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Expected values: the equation of recovery solved on paper, and the power of volatility by hand.
@Suite struct DepthDynamicsTests {
    /// A return of ten calm deviations over one second, of which the mean keeps a sixtieth: the
    /// variance is `k + 100 (1 - k)` calm ones, and depth one over its root.
    @Test func depthFleesAtOnce() throws {
        let dynamics = try DepthDynamics(recovery: 0.01, calmVolatility: 1e-3, memory: 60)
        var state = DepthDynamics.State(dynamics)
        state.take(0.01, over: 1)
        let keep = exp(-1 / 60.0)
        #expect(agree(state.share, 1 / (keep + 100 * (1 - keep)).squareRoot(), relative: 1e-12))
        var wild = DepthDynamics.State(
            try DepthDynamics(recovery: 0.01, calmVolatility: 1e-3, elasticity: 3, memory: 60))
        wild.take(0.01, over: 1)
        // The cube of 0.61 is 0.23.
        #expect(agree(wild.share, pow(state.share, 3), relative: 1e-12))
        for _ in 0..<20 { wild.take(0.1, over: 1) }
        #expect(wild.share == 0.08)
    }

    /// Once it is calm again depth comes back by `exp(-recovery t)` to the level, and not beyond it.
    @Test func depthComesBack() throws {
        let dynamics = try DepthDynamics(recovery: 0.002, calmVolatility: 1e-3, memory: 1)
        var state = DepthDynamics.State(dynamics)
        state.take(0.05, over: 1)
        let low = state.share
        // The memory of a second is gone after some; from there on the level is one.
        var last = low
        for second in 1...3000 {
            state.take(0, over: 1)
            #expect(state.share >= last && state.share <= 1)
            if second == 100 { last = state.share }
        }
        #expect(low < 0.1 && state.share > 0.99)
        var halves = DepthDynamics.State(dynamics)
        halves.take(0.05, over: 1)
        for _ in 0..<30 { halves.take(0, over: 1) }
        let start = halves.share
        for _ in 0..<500 { halves.take(0, over: 1) }
        #expect(agree(1 - halves.share, (1 - start) * exp(-1), relative: 1e-9))
    }

    /// The steady book, and a price that does not move.
    @Test func nothingHappensToASteadyBook() throws {
        var steady = DepthDynamics.State(.steady)
        for _ in 0..<10 { steady.take(0.5, over: 1) }
        #expect(steady.share == 1)
        var calm = DepthDynamics.State(try DepthDynamics(recovery: 1, calmVolatility: 1e-3))
        for _ in 0..<1000 { calm.take(0, over: 10) }
        #expect(calm.share == 1)
    }

    @Test func refusesWhatIsNoBook() {
        #expect(throws: CascadeError.notPositive("calm volatility")) {
            try DepthDynamics(recovery: 1, calmVolatility: 0)
        }
        #expect(throws: CascadeError.outOfRange("depth floor")) {
            try DepthDynamics(recovery: 1, calmVolatility: 1, floor: 0)
        }
        #expect(throws: CascadeError.notFinite("recovery")) {
            try DepthDynamics(recovery: .nan, calmVolatility: 1)
        }
    }
}
