package import Market
internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Candidate causes of a move in the order of the evidence for them, and how much of the move is left.
///
/// A story first seen after the move began scores zero, whatever its assets did. What cannot be tested
/// is said to be so and takes no part in the correction for several tests, since neither lack of
/// data nor the order in time looks at the outcome. A fall and a rise are treated alike.
///
/// - Input: the rules and the labels must have been fixed before the event.
/// - Order: by verdict, then by score, then by p-value, then by name.
/// - Caution: one event on one day; other news share its window; betas are unsteady in a crash.
package struct CauseRanking: Sendable {
    /// What was found about each candidate.
    package let tests: [CauseTest]
    /// The move, with a part for each supported candidate in their order.
    package let shares: MoveShares
    /// Which way the market went.
    package let direction: MoveDirection

    /// Whether nothing supported was found.
    package var isUnexplained: Bool { !tests.contains { $0.verdict == .supported } }

    /// Tests candidates for the event that ends before a bar, of a move that began somewhere in
    /// `onset`; `nil` where the panel cannot tell which way the market went. Each name once.
    ///
    /// - Input: `surveys`, what `survey` has found of some groups already.
    package init?(
        of candidates: [CandidateCause], panel: ReturnPanel, before end: Int, onset: TimeRange,
        rules: CauseRules, surveys: [Set<AssetID>: StudySurvey] = [:]
    ) {
        let split = { (groups: [(name: String, members: Set<AssetID>)]) in
            MoveShares(
                panel: panel, groups: groups, window: rules.window, before: end,
                model: rules.model, rule: rules.stale)
        }
        guard let whole = split([]) else { return nil }
        let direction = whole.direction
        // An estimation comes before the event, so there is a bar that ended where it starts.
        let started = panel.ends[end - rules.window.length - 1]
        // Names that bear on the same assets share what is found of them.
        var surveys = surveys
        for group in candidates.map(\.exposed) where surveys[group] == nil {
            surveys[group] = Self.survey(of: group, panel: panel, before: end, rules: rules)
        }
        let trials = candidates.sorted { $0.name < $1.name }.map {
            CauseTrial(
                $0, surveys[$0.exposed], onset: onset, eventStart: started,
                direction: direction, rules: rules)
        }
        let family = trials.indices.filter { trials[$0].pValue != nil }
        let adjusted = rules.correction.adjusted(family.compactMap { trials[$0].pValue })
        var byPlace = [Double?](repeating: nil, count: trials.count)
        for (place, value) in zip(family, adjusted) { byPlace[place] = value }
        tests = zip(trials, byPlace).map { $0.verdict(adjusted: $1) }
            .sorted {
                ($0.verdict, -$0.score, $0.pValue ?? 1, $0.cause.name)
                    < ($1.verdict, -$1.score, $1.pValue ?? 1, $1.cause.name)
            }
        let supported = tests.filter { $0.verdict == .supported }
            .map { (name: $0.cause.name, members: $0.cause.exposed) }
        guard let shares = split(supported) else { return nil }
        self.shares = shares
        self.direction = direction
    }

    /// What is found of a group, whoever bears on it, over the event that ends before a bar; `nil` where it cannot
    /// be studied.
    package static func survey(
        of group: Set<AssetID>, panel: ReturnPanel, before end: Int, rules: CauseRules
    ) -> StudySurvey? {
        let ends = rules.window.placeboEnds(
            before: end, stride: max(1, rules.stride), most: rules.mostDates)
        let study = EventStudy(
            panel: panel, group: group, window: rules.window, model: rules.model,
            rule: rules.stale)
        return study.map { StudySurvey($0, before: end, among: ends) }
    }
}
