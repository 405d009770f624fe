internal import Market

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// One candidate measured, before it is known how many others there are.
struct CauseTrial: Sendable {
    private let cause: CandidateCause
    private let timing: CandidateCause.Timing
    private let coverage: Double
    private let abnormal: AbnormalReturns?
    private let event: StudyDate?
    private let placebo: PlaceboStudy?
    private let interval: ClosedRange<Double>?
    private let band: AbnormalBand?
    private let exposure: ExposureRegression?
    private let direction: MoveDirection
    private let rules: CauseRules
    private let obstacles: [CauseVerdict.Reason]
    /// The probability by placebo dates; `nil` where an obstacle forbids the test.
    let pValue: Double?

    /// Holds a candidate against what a survey of the exposed found; `nil` where they cannot be studied.
    init(
        _ cause: CandidateCause, _ survey: StudySurvey?, onset: TimeRange, eventStart: Timestamp,
        direction: MoveDirection, rules: CauseRules
    ) {
        self.cause = cause
        self.direction = direction
        self.rules = rules
        timing = cause.timing(against: onset)
        let own = survey?.event
        let dates = survey?.placebos ?? []
        abnormal = survey?.abnormal
        exposure = survey?.exposure
        event = own
        placebo = own.flatMap { PlaceboStudy(of: $0, among: dates, by: rules.statistic) }
        let isScaled = rules.statistic == .scaledPortfolio
        band = own.flatMap { AbnormalBand(of: $0, among: dates, isScaled: isScaled) }
        interval = band.flatMap { band in
            guard let value = own?.meanAbnormal, let low = band.low.last, let high = band.high.last,
                low <= high
            else { return nil }
            return (value - high)...(value - low)
        }
        let tested = abnormal?.members.count ?? 0
        coverage = cause.exposed.isEmpty ? 0 : Double(tested) / Double(cause.exposed.count)
        var obstacles: [CauseVerdict.Reason] = []
        if timing == .after { obstacles.append(.seenAfterOnset) }
        if cause.labelled >= min(onset.start, eventStart) { obstacles.append(.labelledAfterwards) }
        if tested < rules.fewestMembers { obstacles.append(.fewMembers) }
        if coverage < rules.leastCoverage { obstacles.append(.thinCoverage) }
        if (placebo?.independent ?? 0) < rules.fewestDates { obstacles.append(.fewDates) }
        self.obstacles = obstacles
        pValue = obstacles.isEmpty ? placebo?.pValue(towards: direction) : nil
    }

    /// The finding, once the p-value has been made larger for its company.
    func verdict(adjusted: Double?) -> CauseTest {
        let isOtherWay = (event?.meanAbnormal ?? 0) * direction.sign <= 0
        let isSignificant = !isOtherWay && (adjusted.map { $0 < rules.level } ?? false)
        let leaveOneOut = abnormal.flatMap { LeaveOneOut($0) }
        var reasons = obstacles
        if timing == .within { reasons.append(.seenWithinOnset) }
        if timing == .unseen { reasons.append(.neverSeen) }
        if adjusted != nil, isOtherWay { reasons.append(.otherWay) }
        if adjusted != nil, !isOtherWay, !isSignificant { reasons.append(.notSignificant) }
        if isSignificant,
            (leaveOneOut?.largestPValue(towards: direction) ?? 1) >= rules.level
        {
            reasons.append(.hangsOnOne)
        }
        let verdict: CauseVerdict =
            timing == .after
            ? .tooLate
            : adjusted == nil
                ? .noData : isSignificant && timing == .before ? .supported : .coincided
        let certainty = timing == .before ? 1.0 : timing == .after ? 0 : 0.5
        let evidence = adjusted.map { -log10(max($0, .leastNormalMagnitude)) } ?? 0
        return CauseTest(
            cause: cause, timing: timing, tested: abnormal?.members.count ?? 0,
            coverage: coverage, effect: event?.meanAbnormal, interval: interval,
            exposureMatch: abnormal?.tailShare(towards: direction), placebo: placebo,
            pValue: pValue, adjustedPValue: adjusted,
            kolariPynnonen: abnormal?.test(.kolariPynnonen), exposure: exposure,
            leaveOneOut: leaveOneOut, band: band,
            verdict: verdict,
            reasons: CauseVerdict.Reason.allCases.filter { reasons.contains($0) },
            score: isOtherWay ? 0 : max(0, certainty * evidence * coverage))
    }
}
