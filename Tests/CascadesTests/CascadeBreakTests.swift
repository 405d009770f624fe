import Cascades
import TestSupport
import Testing

/// Expected values: the discrete example's equilibria, reached by breaking a level.
@Suite struct CascadeBreakTests {
    @Test func saysWhatABreakSetsOff() throws {
        let (profile, law) = try CascadeEquilibriumTests.discrete()
        let first = try CascadeBreak(of: profile, at: 9850, law: law)
        #expect(first.liquidatable == 10e6 && first.liquidated == 10e6)
        #expect(agree(first.extraMove, 0.002))
        let second = try CascadeBreak(of: profile, at: 9820, law: law)
        #expect(second.liquidatable == 10e6 && second.liquidated == 30e6)
        #expect(agree(second.extraMove, 0.006))
        // From 98.20 the next half point holds 20 million: 0.4 points of 0.5.
        #expect(agree(second.gain, 0.8))
        #expect(throws: CascadeError.outOfRange("level")) {
            try CascadeBreak(of: profile, at: 10_001, law: law)
        }
    }
}
