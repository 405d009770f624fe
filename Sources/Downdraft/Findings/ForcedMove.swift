internal import Cascades
internal import Market

/// How much of one coin's move over the window forced selling, or buying, can account for: what `simulate` says of
/// the coin, from the same worlds.
struct ForcedMove {
    let asset: AssetID
    /// The change over the window by the venue's bars, as a ratio.
    let change: Double
    /// What each law makes of it.
    let shares: [CascadeUncertainty.Law: ForcedShare]

    /// The coin that is asked about where the question names none.
    static let asset: AssetID = "BTC"

    /// A move of fewer deviations of an hour's return than this is nothing that anything was a part of.
    private static let leastMove = 2.0

    /// Draws worlds for the first coin; `nil` where its market is not known at both ends of the window, no bar of
    /// liquidations lies inside, the price hardly moved, or its figures are such as no market has.
    init?(_ inputs: CascadeInputs) {
        guard let coin = inputs.coins.first,
            let member = try? CascadeMember(coin, inputs, weight: 1, beta: 1),
            member.liquidated != nil, let observation = member.observation,
            observation.move >= Self.leastMove * observation.moveError,
            let estimates = try? member.shares(draws: CascadeUncertainty.minimumDraws)
        else { return nil }
        asset = coin.asset
        change = member.change
        shares = ForcedShare.byLaw([member], [estimates], change: member.change)
    }

    /// From the lowest end of any law to the highest of any; `nil` where no law has an interval.
    var range: CascadeEstimate.Interval? { ForcedShare.range(shares) }
}
