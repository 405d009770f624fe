internal import Market
internal import Store

/// What was known around the market: what flowed into funds, and what happened or is on the calendar.
struct MarketContext {
    /// The last day known of a group of funds.
    struct Funds {
        let flow: FundFlow
        /// How many days of the group are known, this one among them.
        let days: Int
        /// Its place among them from the lowest, one or more; days alike share the middle.
        let place: Double
        /// What flowed over the last five days known; `nil` with fewer.
        let fiveDays: Double?

        /// The share of the other days on which less flowed in, days alike counted half; `nil` of a first day.
        var share: Double? { days > 1 ? (place - 1) / Double(days - 1) : nil }
    }

    /// The groups of which a day of the last two weeks is known, by name.
    let funds: [Funds]
    /// What began before the as-of and was not over when the window began, by when it began.
    let happened: [MarketEvent]
    /// What is set for the week after the as-of, by when.
    let ahead: [MarketEvent]

    /// How far the calendar is read.
    static let week = TimeSpan.days(7)
    /// A group of which nothing newer is known is left out.
    private static let stale = 14

    init(flows: [FundFlow], events: [MarketEvent], at asOf: Timestamp) {
        funds = Dictionary(grouping: flows, by: \.fund).sorted { $0.key < $1.key }
            .compactMap { Self.funds($0.value, at: asOf) }
        happened = events.filter { $0.start <= asOf }
        ahead = events.filter { $0.start > asOf }
    }

    private static func funds(_ flows: [FundFlow], at asOf: Timestamp) -> Funds? {
        let ordered = flows.sorted { $0.day < $1.day }
        guard let last = ordered.last, asOf.day.daysSinceEpoch - last.day.daysSinceEpoch <= stale
        else { return nil }
        let below = ordered.count { $0.dollars < last.dollars }
        let alike = ordered.count { $0.dollars == last.dollars }
        let recent = ordered.suffix(5).map(\.dollars)
        return Funds(
            flow: last, days: ordered.count, place: Double(below) + Double(alike + 1) / 2,
            fiveDays: recent.count == 5 ? recent.reduce(0, +) : nil)
    }
}
