internal import Series

/// How good what alerts said was, beside how often the same follows any bar.
///
/// - Input: cases in the order they went off, with the probability that earlier alerts gave and that of any bar.
/// - Output: mean squared distances and logarithms of both, and the skill of the first over the second with an
///   interval from blocks of five alerts drawn again, as alerts of one spell hang together.
/// - Degenerate case: `nil` without a case or for a number that is no probability; no skill with fewer than twenty.
/// - Checked against: numpy and scikit-learn, within 1e-12, `Fixtures/Outlook/alert-scores.csv`.
package struct AlertScore: Hashable, Sendable {
    /// An alert that was decided.
    package struct Case: Hashable, Sendable {
        /// The probability that it gave.
        package let probability: Double
        /// How often the same follows any bar.
        package let climatology: Double
        /// Whether it came true.
        package let outcome: Bool

        /// A case.
        package init(probability: Double, climatology: Double, outcome: Bool) {
            self.probability = probability
            self.climatology = climatology
            self.outcome = outcome
        }
    }

    /// What can be said of alerts beside how often the same follows any bar.
    package enum Verdict: String, Hashable, Sendable {
        /// They tell more, beyond what chance would.
        case skill
        /// They tell less, beyond what chance would.
        case worse
        /// There is no telling them from it.
        case noSkill = "no-skill"
        /// There are too few.
        case tooFew = "too-few"
    }

    /// How many alerts were decided.
    package let count: Int
    /// How many of them came true.
    package let hits: Int
    /// The mean squared distance of what alerts said.
    package let brier: Double
    /// The same of how often it follows any bar.
    package let climatologyBrier: Double
    /// The mean logarithmic loss of what alerts said, in nats.
    package let logScore: Double
    /// The same of how often it follows any bar.
    package let climatologyLogScore: Double
    /// One less the first distance over the second; `nil` where there are too few.
    package let skill: SkillInterval?

    /// Fewer alerts than this have no skill to speak of.
    package static let fewest = 20
    private static let blockLength = 5.0
    /// Blocks are drawn from this: any number does, and the same alerts must have the same interval.
    private static let seed: UInt64 = 0x616c_6572

    /// Scores cases.
    package init?(_ cases: [Case]) {
        let outcomes = cases.map(\.outcome)
        let own = cases.map(\.probability)
        let base = cases.map(\.climatology)
        guard let brier = BinnedBrierScore(forecasts: own, outcomes: outcomes),
            let climatology = BinnedBrierScore(forecasts: base, outcomes: outcomes),
            let logScore = LogScore.mean(forecasts: own, outcomes: outcomes),
            let climatologyLogScore = LogScore.mean(forecasts: base, outcomes: outcomes)
        else { return nil }
        count = cases.count
        hits = outcomes.count { $0 }
        self.brier = brier.score
        climatologyBrier = climatology.score
        self.logScore = logScore
        self.climatologyLogScore = climatologyLogScore
        skill =
            cases.count < Self.fewest
            ? nil
            : SkillInterval(
                losses: Self.losses(own, outcomes), reference: Self.losses(base, outcomes),
                blockLength: Self.blockLength, seed: Self.seed)
    }

    private static func losses(_ forecasts: [Double], _ outcomes: [Bool]) -> [Double] {
        zip(forecasts, outcomes).map { ($0 - ($1 ? 1 : 0)) * ($0 - ($1 ? 1 : 0)) }
    }

    /// What can be said of them.
    package var verdict: Verdict {
        guard let skill else { return .tooFew }
        if skill.lower > 0 { return .skill }
        return skill.upper < 0 ? .worse : .noSkill
    }
}

extension IssuedForecast {
    /// An alert that was decided as a case to score; `nil` unless it gave both probabilities.
    package func scored(_ outcome: Bool) -> AlertScore.Case? {
        guard let own = probability(.firings), let base = probability(.climatology) else {
            return nil
        }
        return AlertScore.Case(probability: own, climatology: base, outcome: outcome)
    }
}
