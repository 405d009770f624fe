/// What was found about one candidate.
package struct CauseTest: Sendable {
    /// The candidate.
    package let cause: CandidateCause
    /// When its first story came, against the move's onset.
    package let timing: CandidateCause.Timing
    /// How many of the exposed stand in the study.
    package let tested: Int
    /// The share of the exposed that do, zero to one.
    package let coverage: Double
    /// The mean abnormal return of the exposed over the event, a logarithm; `nil` where none stands.
    package let effect: Double?
    /// The effect less what placebo dates usually do: nine dates in ten do less.
    package let interval: ClosedRange<Double>?
    /// The share of the exposed among the quarter of assets that went furthest the move's way; a
    /// quarter is what chance gives.
    package let exposureMatch: Double?
    /// The event among the placebo dates.
    package let placebo: PlaceboStudy?
    /// The probability by placebo dates of going as far the move's way; `nil` where it was not
    /// tested.
    package let pValue: Double?
    /// The same, larger for being one of several tests.
    package let adjustedPValue: Double?
    /// Kolari and Pynnönen's test, for a second opinion.
    package let kolariPynnonen: EventTest?
    /// What being exposed was worth across assets, beside their betas; `nil` where too few stand.
    package let exposure: ExposureRegression?
    /// How much hangs on any one of the exposed.
    package let leaveOneOut: LeaveOneOut?
    /// The cumulative path with its usual band.
    package let band: AbnormalBand?
    /// What may be said.
    package let verdict: CauseVerdict
    /// Why no more, or with what reserve; in the order of the cases.
    package let reasons: [CauseVerdict.Reason]
    /// How strong the evidence is, zero or more: `-log10` of the adjusted p-value times the
    /// coverage; half where the order in time is open or unknown, zero where the story came too
    /// late, where nothing could be tested and where the effect goes the other way.
    package let score: Double
}
