/// Weights under which no forced share is favoured before liquidations and open interest are looked at.
///
/// What is held about leverage, reach and depth comes to a law of the forced share that nobody holds: nearly all of
/// its weight lies at a few hundredths, so that a fall of which more was forced is taken for one of which less was.
/// Each world counts so much less as worlds of about its share are common among those in which the fall can have
/// come about. What the share is, is then left to what was seen.
///
/// - Range: shares from zero to one, in twenty equal parts; a part with fewer than one in 500 of the worlds counts
///   as if it had that many, so that a single world never speaks for all of them.
/// - Source: weights over the density of the quantity asked about, as for a prior that is flat in it: Jaynes,
///   *Prior Probabilities*, 1968; how often intervals then hold planted shares is in decision note 0011.
/// - Checked against: equal sums in each part, `EvenSharesTests`; planted shares, `CascadeRecoveryTests`.
struct EvenShares {
    private static let parts = 20
    private static let least = 1.0 / 500

    /// Worlds in each part, at least a five-hundredth of all.
    private let common: [Double]

    /// The shares of the worlds in which the fall can have come about.
    init(_ shares: some Sequence<Double>) {
        var counts = [Double](repeating: 0, count: Self.parts)
        for share in shares { counts[Self.part(share)] += 1 }
        let least = counts.reduce(0, +) * Self.least
        common = counts.map { max($0, least) }
    }

    /// A likelihood of a world of some share, evened; zero where there are no worlds.
    func weight(_ likelihood: Double, share: Double) -> Double {
        let common = common[Self.part(share)]
        return common > 0 ? likelihood / common : 0
    }

    private static func part(_ share: Double) -> Int {
        min(parts - 1, max(0, Int(share * Double(parts))))
    }
}
