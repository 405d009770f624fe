internal import Liquidations
internal import Market
internal import Store

/// Where a coin's leverage sits, as far as open interest and prices tell, and how well such profiles did on the bars
/// before.
struct ScoredProfile {
    let asset: AssetID
    /// The last price, which the steps lie about, and when it was.
    let price: Double
    let pricedAt: Timestamp
    /// Open interest margined in stablecoins, in US dollars at that price.
    let openInterest: Double
    let walk: ProfileWalk
    let profile: LiquidationProfile
    /// When the first bar that was foretold opened, and the last closed.
    let judgedFrom: Timestamp
    let judgedUntil: Timestamp

    /// Steps of a hundredth of the price, so many to each side.
    static let width = 0.01
    static let steps = 12

    /// The profile of a coin; `nil` where there are too few bars for a score.
    init?(_ coin: ProfileInputs.Coin, _ inputs: ProfileInputs) {
        guard let stretch = ProfileStretch(coin, inputs), let last = stretch.intervals.last,
            let walk = ProfileWalk(stretch.intervals, buildUp: stretch.buildUp),
            let now = coin.hourly.rows.last(where: { $0.closeTime <= inputs.question.asOf }),
            let profile = LiquidationProfile(
                walk.fit, about: now.close, width: Self.width, count: Self.steps,
                score: walk.score, band: walk.band),
            let first = walk.forecasts.first, let newest = stretch.openTimes.last
        else { return nil }
        asset = coin.asset
        price = now.close
        pricedAt = now.closeTime
        openInterest = last.openInterest * now.close
        self.walk = walk
        self.profile = profile
        judgedFrom = stretch.openTimes[first.place]
        judgedUntil = newest + ProfileStretch.bar
    }

    /// Those of all coins that can be scored, the most open first.
    static func all(_ inputs: ProfileInputs) -> [ScoredProfile] {
        inputs.coins.compactMap { ScoredProfile($0, inputs) }
            .sorted { ($1.openInterest, $0.asset) < ($0.openInterest, $1.asset) }
    }

    /// The simpler way that it does worst against.
    var hardest: (baseline: ProfileBaseline, skill: Double)? {
        ProfileBaseline.allCases
            .compactMap { baseline in
                (walk.score.skill[baseline] ?? nil).map { (baseline: baseline, skill: $0) }
            }
            .min { ($0.skill, $0.baseline.rawValue) < ($1.skill, $1.baseline.rawValue) }
    }
}
