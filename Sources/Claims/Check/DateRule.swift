internal import Market

/// Dates that run backwards, and days that are another day of the week.
enum DateRule: InternalRule {
    static func findings(in claims: [Claim], published: CalendarDay?) -> [Finding] {
        claims.indices.compactMap { index in
            let claim = claims[index]
            guard claim.modality == .stated else { return nil }
            if claim.kind == .fromTo, isReversed(claim) {
                return Finding(
                    claim: index, verdict: .internallyInconsistent, reason: .datesReversed)
            }
            if let published, dates(claim).contains(where: { isWrongWeekday($0, published) }) {
                return Finding(
                    claim: index, verdict: .internallyInconsistent, reason: .weekdayOpposed)
            }
            return nil
        }
    }

    private static func dates(_ claim: Claim) -> [StatedDate] {
        let own = claim.figures.compactMap(\.date)
        switch claim.window?.kind {
        case .on(let date)?, .since(let date)?: return own + [date]
        default: return own
        }
    }

    /// Without years, a step back of more than half a year is one over New Year.
    private static func isReversed(_ claim: Claim) -> Bool {
        guard let start = claim.figures.first(where: { $0.role == .start })?.date,
            let end = claim.figures.first(where: { $0.role == .end })?.date,
            let from = start.month, let to = end.month
        else { return false }
        if let first = start.year, let second = end.year, first != second { return first > second }
        if from != to { return (from - to + 12) % 12 < 6 }
        guard let first = start.day, let second = end.day else { return false }
        return first > second
    }

    private static func isWrongWeekday(_ date: StatedDate, _ published: CalendarDay) -> Bool {
        guard let weekday = date.weekday, date.day != nil,
            let day = date.resolved(before: published)
        else { return false }
        // An article may be of tomorrow by another clock, and a text may look a week ahead.
        let ahead = date.resolved(before: published.advanced(by: 7))
        return Self.weekday(of: day) != weekday && ahead.map(Self.weekday) != weekday
    }

    /// 1 for Monday to 7 for Sunday; 1970-01-01 was a Thursday.
    private static func weekday(of day: CalendarDay) -> Int {
        (day.daysSinceEpoch % 7 + 7 + 3) % 7 + 1
    }
}
