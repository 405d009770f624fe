/// One test of whether a group's abnormal returns are none.
package struct EventTest: Hashable, Sendable {
    /// Which test.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Brown and Warner's of 1980.
        case independent
        /// Brown and Warner's of 1985: the group as one portfolio.
        case portfolio
        /// Lamb's of 1995: the group as one portfolio, the error of its forecast included.
        case lamb
        /// The plain t-test across assets.
        case crossSection
        /// Patell's of 1976.
        case patell
        /// Boehmer, Musumeci and Poulsen's of 1991.
        case boehmer
        /// Kolari and Pynnönen's of 2010; what is looked at by default.
        case kolariPynnonen
        /// Corrado's rank test of 1989.
        case corradoRank
        /// Corrado and Zivney's modified rank test of 1992, which weighs bars by how many assets they have.
        case modifiedRank
        /// Kolari and Pynnönen's generalised rank test of 2011.
        case generalizedRank
        /// The sign test.
        case sign
        /// Cowan's generalised sign test of 1992.
        case generalizedSign
        /// Wilcoxon's signed-rank test.
        case wilcoxon

        /// What must hold for the p-value to be one.
        package var assumption: String {
            switch self {
            case .independent: "assets move independently; the event adds no variance"
            case .portfolio, .lamb: "bars are alike; the event adds no variance"
            case .crossSection: "assets move independently and have one variance"
            case .patell: "assets move independently; the event adds no variance"
            case .boehmer: "assets move independently"
            case .kolariPynnonen: "any two residuals have the same correlation"
            case .corradoRank, .modifiedRank: "bars are alike; the event adds no variance"
            case .generalizedRank: "bars are alike once scaled"
            case .sign: "assets move independently; either sign is as likely"
            case .generalizedSign: "assets move independently"
            case .wilcoxon: "assets move independently; abnormal returns are symmetric"
            }
        }
    }

    /// Which test.
    package let kind: Kind
    /// Its statistic; above zero where the group did better than expected.
    package let statistic: Double
    /// How many assets went in.
    package let count: Int
    /// The probability of a statistic as low or lower where nothing happened.
    package let lower: Double
    /// The probability of one as high or higher.
    package let upper: Double

    /// The probability of one as far to either side; at most one.
    package var pValue: Double { min(1, 2 * min(lower, upper)) }

    /// The probability of one as far to the side of a move.
    package func pValue(towards direction: MoveDirection) -> Double {
        direction == .fall ? lower : upper
    }
}
