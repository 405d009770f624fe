import TestSupport
import Testing

@testable import Cascades

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Expected values: the transform by the C library's own functions.
@Suite struct NormalPairTests {
    @Test func agreesWithTheLibrary() {
        var random = SeededGenerator(seed: 15)
        let edges: [UInt64] = [0, 1, .max, 0xffff_ffff, 0xffff_ffff_0000_0000, 1 << 63, 1 << 31]
        for bits in edges + (0..<50_000).map({ _ in random.next() }) {
            let pair = NormalPair(bits: bits)
            let radius = (-2 * log((Double(bits >> 32) + 0.5) * 0x1p-32)).squareRoot()
            let angle = 2 * Double.pi * Double(bits & 0xffff_ffff) * 0x1p-32
            #expect(abs(pair.cosine - radius * cos(angle)) <= 4e-15 * radius)
            #expect(abs(pair.sine - radius * sin(angle)) <= 4e-15 * radius)
        }
    }

    /// Seven digits of the same pairs; where the radius is all but nothing, as far as a share near
    /// one is told from one.
    @Test func singlePrecisionAgrees() {
        var random = SeededGenerator(seed: 16)
        let edges: [UInt64] = [0, 1, .max, 0xffff_ffff, 0xffff_ffff_0000_0000, 1 << 63, 1 << 31]
        var worst = 0.0
        for bits in edges + (0..<50_000).map({ _ in random.next() }) {
            let (pair, single) = (NormalPair(bits: bits), SingleNormalPair(bits: bits))
            let error = max(
                abs(pair.cosine - Double(single.cosine)), abs(pair.sine - Double(single.sine)))
            let radius = (pair.cosine * pair.cosine + pair.sine * pair.sine).squareRoot()
            #expect(error < (radius < 0.01 ? 3e-4 : radius < 0.5 ? 1e-5 : 2e-6), "\(bits)")
            if radius > 0.5 { worst = max(worst, error) }
        }
        #expect(worst > 1e-9)
    }
}
