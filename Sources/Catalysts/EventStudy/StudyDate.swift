/// What a study finds on one date, in few numbers: to compare an event with many other dates.
package struct StudyDate: Hashable, Sendable {
    /// What is compared between dates.
    ///
    /// Measured by `CauseBacktest` with nine sectors and two lists at random of 46 large coins, daily
    /// closes of CoinMarketCap from December 2017 to March 2024, a level of one in twenty and 250
    /// earlier days: on 12,411 days on which the market moved less than five in a hundred,
    /// `meanAbnormal` found something on 5.0 in a hundred, `portfolio` on 4.9, `scaledPortfolio` on
    /// 5.3 and `kolariPynnonen` on 4.3; on 1,749 days on which it moved further, on 13.0, 12.2, 6.9
    /// and 6.2.
    package enum Statistic: String, Hashable, Sendable, CaseIterable {
        /// The group's mean abnormal return as it is, a logarithm: violent dates go far.
        case meanAbnormal
        /// The same over the swing that its mean residual had before.
        case portfolio
        /// That over the swing that everyone else has on the date itself, against theirs before: a
        /// violent date is compared as if it were calm.
        case scaledPortfolio
        /// Kolari and Pynnönen's t, which takes the date's violence from the group's own spread.
        case kolariPynnonen
    }

    /// The bar after the event's last.
    package let end: Int
    /// How many members stand.
    package let members: Int
    /// How many others do; zero where they were not asked for.
    package let others: Int
    /// The market's return without the group, a logarithm; `nil` where a bar is absent.
    package let market: Double?
    /// The mean cumulative abnormal return after each bar of the event.
    package let path: [Double]
    /// The standard deviation a bar of the group's mean residual before the event.
    package let portfolioDeviation: Double?
    /// The mean correlation of two members' residuals.
    package let meanCorrelation: Double?
    /// Kolari and Pynnönen's t.
    package let kolariPynnonen: Double?
    /// The root of the mean square of the others' standardised abnormal returns; about one on a calm
    /// date, `nil` without others.
    package let dispersion: Double?

    /// The group's mean abnormal return over the event.
    package var meanAbnormal: Double { path.last ?? 0 }

    /// The deviation that the mean abnormal return is measured by, over the event's bars.
    package var portfolioReach: Double? {
        portfolioDeviation.map { $0 * Double(path.count).squareRoot() }
    }

    /// One of the statistics; `nil` where it cannot be had.
    package func value(_ statistic: Statistic) -> Double? {
        switch statistic {
        case .meanAbnormal: meanAbnormal
        case .portfolio: portfolioReach.map { meanAbnormal / $0 }
        case .scaledPortfolio: scaledReach.map { meanAbnormal / $0 }
        case .kolariPynnonen: kolariPynnonen
        }
    }

    /// The deviation as violent as the date.
    package var scaledReach: Double? {
        guard let portfolioReach, let dispersion, dispersion > 0 else { return nil }
        return portfolioReach * dispersion
    }
}
