/// All that is told of one group and one event, from one look at each asset: the event itself, the same on
/// placebo dates, and what being exposed was worth.
package struct StudySurvey: Sendable {
    /// The group's abnormal returns; `nil` where no member stands.
    let abnormal: AbnormalReturns?
    /// The event in few numbers.
    let event: StudyDate?
    /// The placebo dates that have an answer, in the order given.
    let placebos: [StudyDate]
    /// The event's regression on exposure.
    let exposure: ExposureRegression?

    /// Looks at the event that ends before a bar, and at those that end before others; dates on which no
    /// window ends are left out.
    init(_ study: EventStudy, before end: Int, among ends: [Int]) {
        let dates = [end] + ends.filter { study.isInside($0) }
        guard study.isInside(end) else {
            (abnormal, event, placebos, exposure) = (nil, nil, [], nil)
            return
        }
        var own = StudyEvent(study, before: end)
        var all = StudyDates(study, before: dates)
        var exposed: [ExposureRegression.Row] = []
        study.eachRow(of: Array(study.panel.assets.indices), before: dates) { row in
            own.take(row, at: 0)
            all.take(row)
            if let found = study.exposureRow(row, at: 0) { exposed.append(found) }
        }
        let found = all.found
        abnormal = own.abnormal
        event = found.first ?? nil
        placebos = found.dropFirst().compactMap { $0 }
        exposure = ExposureRegression(exposed)
    }
}
