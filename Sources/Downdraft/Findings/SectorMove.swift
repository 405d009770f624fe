internal import Indices
internal import Market
internal import Series
internal import Significance

/// What a sector, or a group within one, did over the window, and each of its members.
struct SectorMove {
    /// A member with a fresh price at both ends of the window.
    struct Member {
        let asset: AssetID
        let change: Double
    }

    let sector: SectorID
    /// The group within the sector; `nil` for the sector as a whole.
    let group: String?
    let title: String
    /// The members with a known supply, weighted by capitalisation.
    let weighted: CapWeightedChange
    /// Every member with prices, the worst first.
    let members: [Member]
    /// How many members it has by definition.
    let memberCount: Int
    let volume: VolumeComparison?
    /// How it answered to the market in the week before the window.
    let model: MarketModel?
    /// The correlation of its hourly returns with the market's, in the same week; from -1 to 1.
    let correlation: Double?

    /// What the members have in common with others: prices, supplies, the window and the market.
    struct Setting {
        let supplies: [AssetID: Supply]
        let board: PriceBoard
        let window: TimeRange
        let volumes: VolumeBoard
        let estimation: PriceGrid
        /// The whole market's returns over the estimation hours; empty where it has none.
        let marketReturns: [Double]
    }

    /// Measures; `nil` where no member has both a supply and prices.
    init?(_ rows: [SectorMember], group: String?, in setting: Setting) {
        let constituents = rows.compactMap { Self.constituent($0.asset, in: setting) }
        guard let weighted = CapWeightedChange(constituents), let first = rows.first else {
            return nil
        }
        sector = first.sector
        self.group = group
        title = first.title
        self.weighted = weighted
        members = rows.compactMap { Self.member($0.asset, in: setting) }
            .sorted { ($0.change, $0.asset) < ($1.change, $1.asset) }
        memberCount = rows.count
        volume = setting.volumes.comparison(of: members.map(\.asset))
        let returns = Self.returns(constituents, in: setting)
        model = returns.flatMap { MarketModel(returns: $0, market: setting.marketReturns) }
        correlation = returns.flatMap { returns in
            RollingRelation(
                returns: returns, market: setting.marketReturns, window: returns.count)?
                .correlations.last ?? nil
        }
    }

    /// The change of the member in the middle, as a ratio.
    var medianChange: Double? { members.map(\.change).median }

    /// The move less what the market's move explains; `nil` without a model.
    func abnormal(market: Double) -> (value: Double, low: Double, high: Double)? {
        model?.abnormal(weighted.change, market: market)
    }

    private static func constituent(_ asset: AssetID, in setting: Setting) -> Constituent? {
        guard let supply = setting.supplies[asset],
            let prices = setting.board.prices(of: asset, over: setting.window)
        else { return nil }
        return Constituent(
            asset: asset, coins: supply.coins, priceBefore: prices.before,
            priceAfter: prices.after)
    }

    private static func member(_ asset: AssetID, in setting: Setting) -> Member? {
        guard let prices = setting.board.prices(of: asset, over: setting.window) else {
            return nil
        }
        return Member(asset: asset, change: prices.after / prices.before - 1)
    }

    /// The hourly returns of the members together, as many as the market has.
    private static func returns(_ members: [Constituent], in setting: Setting) -> [Double]? {
        let coins = Dictionary(uniqueKeysWithValues: members.map { ($0.asset, $0.coins) })
        let returns = setting.estimation.returns(of: coins)
        return returns.count == setting.marketReturns.count ? returns : nil
    }
}

/// The sectors of a taxonomy and the groups within them, measured over one window.
struct SectorMoves {
    /// Whole sectors, the furthest fallen first, then by name.
    let sectors: [SectorMove]
    /// Groups of at least `minimumGroup` members, in the same order.
    let groups: [SectorMove]

    /// A group of fewer says more about its members than about itself.
    private static let minimumGroup = 3

    init(_ rows: [SectorMember], in setting: SectorMove.Setting) {
        let ordered = rows.sorted { ($0.sector, $0.asset) < ($1.sector, $1.asset) }
        sectors = Self.worstFirst(
            Dictionary(grouping: ordered, by: \.sector).values
                .compactMap { SectorMove($0, group: nil, in: setting) })
        groups = Self.worstFirst(
            Dictionary(grouping: ordered.filter { $0.group != nil }) { row in
                [row.sector.text, row.group ?? ""]
            }
            .values.compactMap { SectorMove($0, group: $0.first?.group, in: setting) }
            .filter { $0.weighted.constituents.count >= Self.minimumGroup })
    }

    private static func worstFirst(_ moves: [SectorMove]) -> [SectorMove] {
        moves.sorted {
            ($0.weighted.change, $0.sector, $0.group ?? "")
                < ($1.weighted.change, $1.sector, $1.group ?? "")
        }
    }

    /// The sector that moved furthest with the market beyond what its beta explains, by itself or
    /// by one of its groups; where there is no beta, the one that moved furthest.
    func exposed(market: Double) -> SectorMove? {
        func reach(_ move: SectorMove) -> Double {
            (move.abnormal(market: market)?.value ?? move.weighted.change) * (market < 0 ? -1 : 1)
        }
        let furthest = (sectors + groups).max { reach($0) < reach($1) }
        return sectors.first { $0.sector == furthest?.sector }
    }

    /// The groups of a sector, the furthest fallen first.
    func groups(of sector: SectorID) -> [SectorMove] {
        groups.filter { $0.sector == sector }
    }
}
