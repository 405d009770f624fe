internal import Series
internal import Significance

extension AbnormalReturns {
    /// Every test that can be made, in the order of their kinds.
    package var tests: [EventTest] { EventTest.Kind.allCases.compactMap { test($0) } }

    /// One test; `nil` where there are too few members or bars for it, or no variance.
    package func test(_ kind: EventTest.Kind) -> EventTest? {
        switch kind {
        case .independent: independent
        case .portfolio: portfolio
        case .lamb: lamb
        case .crossSection: crossSection(members.map(\.abnormal), kind, shrunkBy: 1)
        case .patell: patell
        case .boehmer: crossSection(members.map(\.standardized), kind, shrunkBy: 1)
        case .kolariPynnonen: kolariPynnonen(without: nil)
        case .corradoRank: corradoRank
        case .modifiedRank: modifiedRank
        case .generalizedRank: generalizedRank
        case .sign: sign
        case .generalizedSign: generalizedSign
        case .wilcoxon: wilcoxon
        }
    }

    /// The mean abnormal return over its deviation if assets were independent.
    ///
    /// - Source: Brown and Warner, *Measuring Security Price Performance*, 1980.
    private var independent: EventTest? {
        let variance = members.map { $0.deviation * $0.deviation }.compensatedSum
        let count = Double(members.count)
        let statistic =
            meanAbnormal * count / (variance * Double(window.length)).squareRoot()
        return normal(.independent, statistic)
    }

    /// The mean abnormal return over the deviation of the group's mean residual over time, which
    /// holds whatever correlation the members have.
    ///
    /// - Source: Brown and Warner, *Using Daily Stock Returns*, 1985.
    private var portfolio: EventTest? {
        let sums = residualSums(without: nil)
        guard let deviation = sums.portfolioDeviation else { return nil }
        let statistic = meanAbnormal / (deviation * Double(window.length).squareRoot())
        return student(.portfolio, statistic, freedom: sums.bars - 1)
    }

    /// The same, the deviation widened by how far off the fitted model may be at the event: as much as for the
    /// members in the mean, which is the portfolio's own where all have the same bars.
    ///
    /// - Source: Lamb, *An Exposure-Based Analysis of Property-Liability Insurer Stock Values around Hurricane
    ///   Andrew*, 1995, for its use; the error of a forecast by least squares is any textbook's.
    private var lamb: EventTest? {
        let sums = residualSums(without: nil)
        guard let deviation = sums.portfolioDeviation else { return nil }
        let widths = members.map { $0.abnormalDeviation / $0.deviation }
        let width = widths.compensatedSum / Double(members.count)
        return student(.lamb, meanAbnormal / (deviation * width), freedom: sums.bars - 1)
    }

    /// - Source: Patell, *Corporate Forecasts of Earnings per Share and Stock Price Behavior*, 1976.
    private var patell: EventTest? {
        let variances = members.map { member -> Double in
            let freedom = Double(member.observations - member.parameters)
            return freedom / (freedom - 2)
        }
        let sum = members.map(\.standardized).compensatedSum
        return normal(.patell, sum / variances.compensatedSum.squareRoot())
    }

    /// Boehmer's statistic, shrunk by what the members have in common: `nil` where that is everything,
    /// and of fewer than two members.
    ///
    /// - Source: Boehmer, Musumeci and Poulsen, *Event-study Methodology under Conditions of
    ///   Event-induced Variance*, 1991; Kolari and Pynnönen, *Event Study Testing with
    ///   Cross-sectional Correlation of Abnormal Returns*, 2010.
    func kolariPynnonen(without left: Int?) -> EventTest? {
        let scores = members.indices.filter { $0 != left }.map { members[$0].standardized }
        guard let correlation = residualSums(without: left).meanCorrelation,
            let shrinkage = Self.shrinkage(correlation, count: scores.count)
        else { return nil }
        return crossSection(scores, .kolariPynnonen, shrunkBy: shrinkage)
    }

    /// What Boehmer's statistic is multiplied by for a mean correlation.
    static func shrinkage(_ correlation: Double, count: Int) -> Double? {
        let widened = 1 + Double(count - 1) * correlation
        guard correlation < 1, widened > 0 else { return nil }
        return ((1 - correlation) / widened).squareRoot()
    }

    /// The mean of some scores over its error across them.
    static func crossSection(_ scores: [Double]) -> Double? {
        let count = Double(scores.count)
        guard scores.count > 1 else { return nil }
        let mean = scores.compensatedSum / count
        let square = scores.map { ($0 - mean) * ($0 - mean) }.compensatedSum
        let statistic = mean / (square / (count - 1) / count).squareRoot()
        return statistic.isFinite ? statistic : nil
    }

    private func crossSection(
        _ scores: [Double], _ kind: EventTest.Kind, shrunkBy shrinkage: Double
    ) -> EventTest? {
        guard let plain = Self.crossSection(scores) else { return nil }
        return student(kind, plain * shrinkage, freedom: scores.count - 1, count: scores.count)
    }

    /// A statistic that is normal where nothing happened.
    func normal(_ kind: EventTest.Kind, _ statistic: Double) -> EventTest? {
        guard statistic.isFinite else { return nil }
        return EventTest(
            kind: kind, statistic: statistic, count: members.count,
            lower: NormalDistribution.lower(statistic), upper: NormalDistribution.upper(statistic))
    }

    /// A statistic that is Student's t where nothing happened.
    func student(
        _ kind: EventTest.Kind, _ statistic: Double, freedom: Int, count: Int? = nil
    ) -> EventTest? {
        guard statistic.isFinite,
            let law = StudentDistribution(degreesOfFreedom: Double(freedom))
        else { return nil }
        return EventTest(
            kind: kind, statistic: statistic, count: count ?? members.count,
            lower: law.lower(statistic), upper: law.upper(statistic))
    }
}
