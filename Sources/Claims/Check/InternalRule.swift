internal import Market

/// A rule that compares claims of one text.
protocol InternalRule {
    static func findings(in claims: [Claim], published: CalendarDay?) -> [Finding]
}
