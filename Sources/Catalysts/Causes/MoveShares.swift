package import Market
internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The market's move put in three: what exposed groups lost or gained beyond the market, what all
/// assets did by going with the rest, and what is left.
///
/// - Unit: simple returns of the assets that stand, weighted by cap; they add up to `total` exactly,
///   because `total` is their sum.
/// - Order: an asset that several groups hold counts for the first.
/// - Caution: going with the rest names no cause: `unexplained` counts it among what has none.
/// - Checked against: the weighted change of the same assets, 1e-12; numpy on the golden day,
///   `Fixtures/EventStudy/golden.csv`.
package struct MoveShares: Hashable, Sendable {
    /// One group's share.
    package struct Part: Hashable, Sendable {
        /// The group's name.
        package let name: String
        /// What its members' abnormal returns did to the market.
        package let direct: Double
        /// Its members' share of the cap, those of earlier groups left out.
        package let weight: Double
    }

    /// The groups' shares in the order given.
    package let parts: [Part]
    /// What the model expected of all assets, given what the rest of the market did: risk-off in a
    /// fall.
    package let broad: Double
    /// What the assets of no group did beyond that.
    package let remainder: Double
    /// The share of the panel's known cap that stands.
    package let coverage: Double

    /// What all groups did together.
    package var direct: Double { parts.map(\.direct).compensatedSum }

    /// The move: the three together.
    package var total: Double { direct + broad + remainder }

    /// What no group accounts for: the move less the direct effects.
    package var unexplained: Double { broad + remainder }

    /// `unexplained` over the move: above one where the groups went against it; `nil` where nothing
    /// moved.
    package var unexplainedShare: Double? {
        let share = unexplained / total
        return share.isFinite ? share : nil
    }

    /// Which way the market went; no move counts as a rise.
    package var direction: MoveDirection { total < 0 ? .fall : .rise }

    /// Splits the event that ends before a bar; `nil` where no window ends there or no cap stands.
    package init?(
        panel: ReturnPanel, groups: [(name: String, members: Set<AssetID>)], window: StudyWindow,
        before end: Int, model: ReturnModel = .market, rule: StaleRule = StaleRule()
    ) {
        let all = groups.reduce(into: Set<AssetID>()) { $0.formUnion($1.members) }
        guard let study = EventStudy(panel, all, window, model, rule) else { return nil }
        let standings = study.standings(before: end).filter { panel.cap(of: $0.asset) > 0 }
        let caps = standings.map { panel.cap(of: $0.asset) }
        let whole = caps.compensatedSum
        guard whole > 0 else { return nil }
        var expected = CompensatedSum()
        var rest = CompensatedSum()
        var direct = [CompensatedSum](repeating: CompensatedSum(), count: groups.count)
        var weights = direct
        for (standing, cap) in zip(standings, caps) {
            let usual = expm1(standing.eventReturn - standing.abnormal)
            let own = cap * (expm1(standing.eventReturn) - usual)
            expected.add(cap * usual)
            if let place = groups.firstIndex(where: { $0.members.contains(standing.asset) }) {
                direct[place].add(own)
                weights[place].add(cap)
            } else {
                rest.add(own)
            }
        }
        parts = groups.indices.map { place in
            Part(
                name: groups[place].name, direct: direct[place].value / whole,
                weight: weights[place].value / whole)
        }
        broad = expected.value / whole
        remainder = rest.value / whole
        coverage = whole / panel.caps.compensatedSum
        guard total.isFinite else { return nil }
    }
}
