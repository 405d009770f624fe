package import Market
internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Whether a group of assets did other than the rest of the market explains, over any window of one
/// shape.
///
/// The market is weighted by cap, without the asset itself and without the whole group, see
/// `GroupMarket`; beside factors also without those. Whatever is fitted is fitted on bars before the event. Assets that say little are
/// left out by a rule.
///
/// - Input: the group must have been written down before the event; nothing here can tell.
/// - Source: MacKinlay, *Event Studies in Economics and Finance*, 1997; Campbell, Lo and MacKinlay,
///   *The Econometrics of Financial Markets*, 1997, chapter 4, for the error of the fit.
/// - Checked against: numpy, statsmodels and scipy on a made panel with missing bars and on the
///   golden day, relative 1e-9, `Fixtures/EventStudy/`.
package struct EventStudy: Sendable {
    /// The returns.
    package let panel: ReturnPanel
    /// The shape of the windows.
    package let window: StudyWindow
    /// What is expected of an asset.
    package let model: ReturnModel
    /// Which assets are left out.
    package let rule: StaleRule
    /// Where the group's members stand in the panel.
    let members: [Int]
    /// Where all others stand.
    let others: [Int]
    private let market: GroupMarket
    private let outside: GroupMarket
    private let factors: [Int]

    /// A study; `nil` where no member is in the panel, where it is shorter than the window, or where a
    /// factor is unknown, one too many or in the group itself.
    package init?(
        panel: ReturnPanel, group: Set<AssetID>, window: StudyWindow,
        model: ReturnModel = .market, rule: StaleRule = StaleRule()
    ) {
        self.init(panel, group, window, model, rule)
        guard !members.isEmpty else { return nil }
    }

    /// A study in which the group may be nobody.
    init?(
        _ panel: ReturnPanel, _ group: Set<AssetID>, _ window: StudyWindow, _ model: ReturnModel,
        _ rule: StaleRule
    ) {
        let members = panel.assets.indices.filter { group.contains(panel.assets[$0]) }
        let factors = model.factorAssets.compactMap { panel.index(of: $0) }
        guard panel.bars >= window.bars,
            factors.count == model.factorAssets.count, Set(factors).count == factors.count,
            factors.count <= ReturnModel.maximumFactors, Set(factors).isDisjoint(with: members)
        else { return nil }
        self.panel = panel
        self.window = window
        self.model = model
        self.rule = rule
        self.members = members
        others = panel.assets.indices.filter { !group.contains(panel.assets[$0]) }
        self.factors = factors
        outside = GroupMarket(panel, without: members)
        // A market with its factors in it would nearly be made up by them.
        market = factors.isEmpty ? outside : GroupMarket(panel, without: members + factors)
    }

    /// The return of the market without the group over the event that ends before a bar; `nil` where
    /// a bar of it is absent.
    package func marketReturn(before end: Int) -> Double? {
        guard isInside(end) else { return nil }
        let sum = outsideReturns[window.event(before: end)].compensatedSum
        return sum.isNaN ? nil : sum
    }

    /// Whether a whole window ends before a bar.
    func isInside(_ end: Int) -> Bool { end >= window.bars && end <= panel.bars }

    /// An asset beside its market, over the bars that some windows reach.
    func column(of asset: Int, over range: Range<Int>, _ market: [Double]) -> AssetColumn {
        AssetColumn(
            panel, asset: asset, market: market, factors: factors, model: model, rule: rule,
            over: range)
    }

    /// The returns of the market without the group.
    var outsideReturns: [Double] { outside.returns }

    /// The market that an asset is compared with; all members have the same.
    func marketReturns(for asset: Int) -> [Double] { market.returns(for: asset) }

    /// The group's abnormal returns over the event that ends before a bar; `nil` where no window
    /// ends there or no member stands.
    package func abnormal(before end: Int) -> AbnormalReturns? {
        guard isInside(end) else { return nil }
        var event = StudyEvent(self, before: end)
        eachRow(of: members + others, before: [end]) { event.take($0, at: 0) }
        return event.abnormal
    }

    /// All assets that stand over the event that ends before a bar, by name; none where no window
    /// ends there.
    func standings(before end: Int) -> [AssetStanding] {
        guard isInside(end) else { return [] }
        var found: [AssetStanding] = []
        eachRow(of: Array(panel.assets.indices), before: [end]) { row in
            if let standing = row.standing(at: 0) { found.append(standing) }
        }
        return found
    }
}
