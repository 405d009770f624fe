internal import Indices
internal import Market
internal import Series
internal import Store

/// Everything measured of indices over one window: a pure function of its inputs.
struct IndexFindings {
    let setting: IndexMove.Setting
    /// The index in focus; `nil` where too little of it is priced.
    let focus: IndexMove?
    let definition: IndexDefinition
    /// The other indices that are known, in the order of the catalogue; those with too little priced are
    /// left out.
    let family: [IndexMove]
    /// The index in focus at the midnights up to the window's end.
    let history: IndexHistory
    /// Our index in focus against the provider's, hour by hour; `nil` where it was not asked for.
    let comparison: ProviderComparison?

    /// How many days of the index the chart shows.
    private static let shownDays = 180

    init(
        _ inputs: IndexInputs, focus: IndexDefinition, family: [IndexDefinition], compares: Bool
    ) {
        let window = inputs.question.range
        let setting = IndexMove.Setting(
            window: window, prices: inputs.prices, supplies: SupplyBook(inputs.supplies.rows),
            assets: Dictionary(
                inputs.assets.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            sectors: inputs.sectorMembers.rows)
        self.setting = setting
        definition = focus
        self.focus = IndexMove(focus, in: setting)
        self.family = family.compactMap { IndexMove($0, in: setting) }
        let today = inputs.question.asOf.day
        history = IndexHistory(
            focus, at: (0..<Self.shownDays).reversed().map { today.advanced(by: -$0).start },
            in: setting)
        comparison = compares ? ProviderComparison(inputs, focus, in: setting) : nil
    }

    /// The sector of each asset, for sums over sectors: of several, the first by name.
    var sectorOfAsset: [AssetID: SectorMember] {
        Dictionary(
            setting.sectors.sorted { ($0.sector, $0.asset) < ($1.sector, $1.asset) }
                .map { ($0.asset, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Our index against a provider's, and our prices against those of the snapshots of supplies.
struct ProviderComparison {
    /// A coin whose price in a snapshot can be held against ours of the same moment.
    struct CoinRow {
        let asset: AssetID
        let moment: Timestamp
        let ours: Double
        let theirs: Double
        /// What the difference is worth, in US dollars.
        let capDifference: Double
    }

    let reconciliation: Reconciliation?
    /// Our index over the provider's, hour by hour.
    let ratios: [(instant: Timestamp, ratio: Double)]
    /// Coins of the latest snapshot whose prices can be compared, the greatest difference in dollars first.
    let coins: [CoinRow]

    init(_ inputs: IndexInputs, _ definition: IndexDefinition, in setting: IndexMove.Setting) {
        let theirs = Dictionary(
            inputs.totalHourly.rows.map { ($0.closeTime, $0.close) },
            uniquingKeysWith: { first, _ in first })
        let instants = theirs.keys.sorted()
        let ours = IndexHistory(definition, at: instants, in: setting).points
        reconciliation = Reconciliation(
            ours: Dictionary(uniqueKeysWithValues: ours.map { ($0.instant, $0.cap) }),
            theirs: theirs)
        ratios = ours.compactMap { point in
            theirs[point.instant].map { (point.instant, point.cap / $0) }
        }
        coins = Self.coins(definition, in: setting)
    }

    private static func coins(
        _ definition: IndexDefinition, in setting: IndexMove.Setting
    ) -> [CoinRow] {
        guard let moment = setting.supplies.latest(at: setting.window.end) else { return [] }
        let members = IndexUniverse.members(
            of: definition, supplies: setting.supplies.supplies(at: moment),
            assets: setting.assets, sectors: setting.sectors)
        return members.compactMap { member -> CoinRow? in
            guard member.assetClass == .coin, member.supply.price > 0,
                let ours = setting.prices.price(of: member.asset, at: moment)
            else { return nil }
            return CoinRow(
                asset: member.asset, moment: moment, ours: ours, theirs: member.supply.price,
                capDifference: (ours - member.supply.price) * member.supply.coins)
        }
        .sorted { (abs($1.capDifference), $0.asset) < (abs($0.capDifference), $1.asset) }
    }
}
