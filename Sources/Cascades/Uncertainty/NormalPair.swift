/// Two independent normal numbers from 64 random bits, by Box and Muller's transform.
///
/// The upper 32 bits give the radius, which reaches 6.8 deviations, and the lower 32 the angle.
/// Logarithm, sine and cosine are their series, cut where a double no longer sees the rest: without a
/// branch, so that many pairs are made side by side, and the same on every platform.
///
/// - Source: Box and Muller, *A Note on the Generation of Random Normal Deviates*, 1958.
/// - Checked against: the C library's functions within 1e-14, and the normal distribution,
///   `NormalPairTests`.
struct NormalPair {
    /// Radius times cosine.
    let cosine: Double
    /// Radius times sine.
    let sine: Double

    /// From here on a double's last bit is worth one.
    private static let lift: UInt64 = 0x4330_0000_0000_0000

    /// The pair of some bits.
    @inline(__always) init(bits: UInt64) {
        let share = (Self.double(bits &>> 32) + 0.5) * 0x1p-32
        let radius = Self.root(-2 * Self.logarithm(share))
        let turn = Self.double(bits & 0xffff_ffff) * 0x1p-32
        let lifted = turn * 4 + 0x1p52
        // Within an eighth of a turn of a whole number of quarters.
        let angle = (turn - (lifted - 0x1p52) * 0.25) * (2 * Double.pi)
        let square = angle * angle
        let cosine = (radius * Self.cosine(square)).bitPattern
        let sine = (radius * (angle * Self.sine(square))).bitPattern
        let quarters = lifted.bitPattern
        let swap = (cosine ^ sine) & (0 &- (quarters & 1))
        self.cosine = Double(bitPattern: cosine ^ swap ^ (((quarters &+ 1) & 2) &<< 62))
        self.sine = Double(bitPattern: sine ^ swap ^ ((quarters & 2) &<< 62))
    }

    /// A whole number below 2^52 as a double.
    @inline(__always) private static func double(_ bits: UInt64) -> Double {
        Double(bitPattern: bits | lift) - 0x1p52
    }

    /// The square root of a normal number above zero, by Newton's steps towards one over it: the
    /// library's may set an error number, which keeps it out of vectors.
    @inline(__always) static func root(_ value: Double) -> Double {
        let half = value * 0.5
        var inverse = Double(bitPattern: 0x5fe6_eb50_c7b5_37a9 &- (value.bitPattern &>> 1))
        inverse *= 1.5 - half * inverse * inverse
        inverse *= 1.5 - half * inverse * inverse
        inverse *= 1.5 - half * inverse * inverse
        inverse *= 1.5 - half * inverse * inverse
        let root = value * inverse
        return root + (value - root * root) * (inverse * 0.5)
    }

    /// The natural logarithm of a normal number above zero.
    @inline(__always) static func logarithm(_ value: Double) -> Double {
        // Brought to between the roots of a half and of two, so that the series is short.
        let root: UInt64 = 0x3fe6_a09e_667f_3bcd
        let moved = value.bitPattern &+ (0x3ff0_0000_0000_0000 &- root)
        let exponent = double(moved &>> 52) - 1023
        let mantissa = Double(bitPattern: (moved & 0x000f_ffff_ffff_ffff) &+ root)
        let ratio = (mantissa - 1) / (mantissa + 1)
        let square = ratio * ratio
        var series = square * (2.0 / 19) + 2.0 / 17
        series = series * square + 2.0 / 15
        series = series * square + 2.0 / 13
        series = series * square + 2.0 / 11
        series = series * square + 2.0 / 9
        series = series * square + 2.0 / 7
        series = series * square + 2.0 / 5
        series = series * square + 2.0 / 3
        return exponent * 0.693_147_180_559_945_31 + (ratio + ratio + ratio * square * series)
    }

    /// The cosine of an angle within an eighth of a turn, from its square.
    @inline(__always) static func cosine(_ square: Double) -> Double {
        var series = square * (1.0 / 20_922_789_888_000) - 1.0 / 87_178_291_200
        series = series * square + 1.0 / 479_001_600
        series = series * square - 1.0 / 3_628_800
        series = series * square + 1.0 / 40_320
        series = series * square - 1.0 / 720
        series = series * square + 1.0 / 24
        series = series * square - 0.5
        return series * square + 1
    }

    /// The sine over the angle, within an eighth of a turn, from the angle's square.
    @inline(__always) static func sine(_ square: Double) -> Double {
        var series = 1.0 / 6_227_020_800 - square * (1.0 / 1_307_674_368_000)
        series = series * square - 1.0 / 39_916_800
        series = series * square + 1.0 / 362_880
        series = series * square - 1.0 / 5040
        series = series * square + 1.0 / 120
        series = series * square - 1.0 / 6
        return series * square + 1
    }
}
