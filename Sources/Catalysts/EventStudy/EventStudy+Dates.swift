extension EventStudy {
    /// What the study finds on each of some dates, in the order given; `nil` where no window ends or
    /// no member stands.
    ///
    /// Others are looked at only for `scaledPortfolio`, and take their share of the time.
    ///
    /// - Time: dates times bars of the estimation times members, and dates times others; robust
    ///   models fit each window by itself.
    package func dates(before ends: [Int], includesOthers: Bool) -> [StudyDate?] {
        let inside = ends.filter { isInside($0) }
        var dates = StudyDates(self, before: inside)
        eachRow(of: members + (includesOthers ? others : []), before: inside) { dates.take($0) }
        var answers = dates.found[...]
        return ends.map { isInside($0) ? answers.popFirst() ?? nil : nil }
    }
}
