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
}
