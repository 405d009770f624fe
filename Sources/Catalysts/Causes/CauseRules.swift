/// By which rules candidates are tested: all of them set before anyone looks.
package struct CauseRules: Hashable, Sendable {
    /// The shape of the windows.
    package var window: StudyWindow
    /// What is expected of an asset.
    package var model: ReturnModel
    /// Which assets are left out.
    package var stale: StaleRule
    /// What is compared with other dates.
    package var statistic: StudyDate.Statistic
    /// Bars from one placebo date to the next.
    package var stride: Int
    /// How many placebo dates are taken at most.
    package var mostDates: Int
    /// How many must lie apart.
    package var fewestDates: Int
    /// How p-values are made larger for being several.
    package var correction: MultipleTesting
    /// What an adjusted p-value must lie below.
    package var level: Double
    /// How many of the exposed must stand.
    package var fewestMembers: Int
    /// What share of them.
    package var leastCoverage: Double

    /// The usual rules for a shape of windows: a thousand dates, at least nineteen of them apart, so
    /// that one in twenty can be told; Holm; one in twenty.
    package init(window: StudyWindow) {
        self.window = window
        model = .market
        stale = StaleRule()
        statistic = .scaledPortfolio
        stride = 1
        mostDates = 1000
        fewestDates = 19
        correction = .holm
        level = 0.05
        fewestMembers = 3
        leastCoverage = 0.5
    }
}
