package import Market
internal import Series

/// What became of what was said of a cause: whether those it bears on still stand apart a week later.
///
/// The days of the move and the seven after are one event. It is confirmed where the exposed went further than the
/// rest of the market explains, to the side the market went, than on all but one in twenty of the earlier stretches
/// as long. What was a passing shock of a day is not confirmed, be it ever so real: a cause that mattered is
/// expected to last.
///
/// - No correction for several: what is tested was fixed when it was written down, and chance confirms one in
///   twenty of whatever was said. The days of the move are in it, so a claim that was right by luck is confirmed
///   more often than that; claims of other verdicts stand beside it to tell.
/// - Input: a panel of whole days, of which those that end after the claim came due are not looked at.
/// - Degenerate case: undecidable where days are missing at the end, where too few or too small a part of the
///   exposed stand, or where fewer than nineteen earlier stretches lie apart.
package struct CauseReview: Hashable, Sendable {
    /// What became of it.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// The exposed still stand apart.
        case confirmed
        /// They do not, or went the other way.
        case notConfirmed = "not-confirmed"
        /// The days there are do not tell.
        case undecidable
    }

    /// What became of it.
    package let outcome: Outcome
    /// The mean abnormal return of the exposed over all of the days, a logarithm.
    package let effect: Double?
    /// The share of stretches, this one among them, that went as far to the market's side.
    package let pValue: Double?
    /// How many earlier stretches it was compared with.
    package let dates: Int

    /// Days that a model of the market is fitted on.
    package static let estimation = 30

    /// Looks again, as of an instant; `nil` while the claim is not due.
    package init?(of claim: CauseClaim, in panel: ReturnPanel, at instant: Timestamp) {
        guard claim.due <= instant.microseconds else { return nil }
        let due = Timestamp(microseconds: claim.due)
        let end = panel.countEnded(at: due)
        let exposed = Set(claim.exposed.map { AssetID($0) })
        guard let window = StudyWindow(estimation: Self.estimation, gap: 0, length: claim.days),
            end >= window.bars, panel.ends[end - 1] == due,
            panel.ends[end - claim.days].microseconds == claim.firstDay + 86_400_000_000,
            let study = EventStudy(panel: panel, group: exposed, window: window)
        else {
            self.init(.undecidable)
            return
        }
        let rules = CauseRules(window: window)
        let ends = window.placeboEnds(before: end, stride: rules.stride, most: rules.mostDates)
        let found = study.dates(before: [end] + ends, includesOthers: true)
        let members = study.abnormal(before: end)?.members.count ?? 0
        guard let own = found.first ?? nil, members >= rules.fewestMembers,
            Double(members) >= rules.leastCoverage * Double(exposed.count),
            let placebo = PlaceboStudy(
                of: own, among: found.dropFirst().compactMap { $0 }, by: rules.statistic),
            placebo.independent >= rules.fewestDates
        else {
            self.init(.undecidable)
            return
        }
        let pValue = placebo.pValue(towards: claim.direction)
        let isSameWay = own.meanAbnormal * claim.direction.sign > 0
        self.init(
            isSameWay && pValue < rules.level ? .confirmed : .notConfirmed,
            effect: own.meanAbnormal, pValue: pValue, dates: placebo.placebos.count)
    }

    private init(_ outcome: Outcome, effect: Double? = nil, pValue: Double? = nil, dates: Int = 0) {
        self.outcome = outcome
        self.effect = effect
        self.pValue = pValue
        self.dates = dates
    }
}
