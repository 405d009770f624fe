internal import Market

/// Whether two claims speak of the same stretch of time, as far as they say.
enum Comparability {
    private enum Class: Hashable {
        case day, yesterday
        case span(TimeSpan)
        case since(StatedDate)
    }

    /// Windows agree where they are the same, or where both may be the day of the text: a claim without a
    /// window is taken as of that day.
    static func windowsAgree(_ left: Claim, _ right: Claim) -> Bool {
        switch (classified(left), classified(right)) {
        case (.since(let left), .since(let right)): left.isSame(as: right)
        case (let left, let right): left == right
        }
    }

    private static func classified(_ claim: Claim) -> Class {
        switch claim.window?.kind {
        case nil, .on?: .day
        case .day(let day)?: day == 0 ? .day : .yesterday
        case .trailing(let span)?: span == .day ? .day : .span(span)
        case .since(let date)?: .since(date)
        }
    }

    /// Whether two subjects are the same; two that are not named are not.
    static func isSameSubject(_ left: Claim, _ right: Claim) -> Bool {
        guard let left = left.subject, let right = right.subject else { return false }
        return left.isSame(as: right)
    }
}
