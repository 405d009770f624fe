/// One event of a study, put together row by row.
struct StudyEvent {
    private let study: EventStudy
    private let end: Int
    private var members: [AssetStanding] = []
    private var others: [AssetStanding] = []
    private var exclusions: [AbnormalReturns.Exclusion] = []
    private var bars: [[Double]] = []
    private var residuals: [[Double]] = []

    /// Nothing yet of the event that ends before a bar.
    init(_ study: EventStudy, before end: Int) {
        self.study = study
        self.end = end
    }

    /// Takes what an asset did over the event, which is a date of the row by its number.
    mutating func take(_ row: EventStudy.Row, at date: Int) {
        switch row.standings[date] {
        case .success(let standing) where row.isMember:
            members.append(standing)
            bars.append(row.column.residuals(of: standing, over: study.window.event(before: end)))
            residuals.append(
                row.column.residuals(of: standing, over: study.window.estimation(before: end)))
        case .success(let standing):
            others.append(standing)
        case .failure(let exclusion):
            exclusions.append(
                AbnormalReturns.Exclusion(asset: exclusion.asset, reason: exclusion.reason))
        }
    }

    /// The group's abnormal returns; `nil` where no member stands.
    var abnormal: AbnormalReturns? {
        guard !members.isEmpty else { return nil }
        return AbnormalReturns(
            window: study.window, end: end, members: members, others: others,
            exclusions: exclusions.sorted { $0.asset < $1.asset }, bars: bars,
            residuals: residuals)
    }
}
