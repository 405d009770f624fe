internal import Series

extension AbnormalReturns {
    /// Ranks of each member's abnormal returns over estimation and event together.
    ///
    /// The deviation over time is about zero and over all of those bars, as Corrado has it. A bar that
    /// a member lacks has no rank, and the mean is over those present.
    ///
    /// - Source: Corrado, *A Nonparametric Test for Abnormal Security-Price Performance in Event
    ///   Studies*, 1989; Campbell and Wasley, *Measuring Security Price Performance Using Daily NASDAQ
    ///   Returns*, 1993, for more than one bar.
    var corradoRank: EventTest? {
        let length = Double(window.length)
        let means = meanRanks(zip(residuals, bars).map { $0 + $1 })
        let own = means.suffix(window.length).compactMap(\.mean).compensatedSum
        let there = means.compactMap(\.mean)
        let square = there.map { $0 * $0 }.compensatedSum / Double(there.count)
        return normal(.corradoRank, own / (square * length).squareRoot())
    }

    /// As Corrado's, but each bar's mean rank counts by the root of how many members have one, so that bars in
    /// which some are absent are not taken for violent ones. The same where none is absent.
    ///
    /// - Source: Corrado and Zivney, *The Specification and Power of the Sign Test in Event Study Hypothesis Tests
    ///   Using Daily Stock Returns*, 1992.
    var modifiedRank: EventTest? {
        let means = meanRanks(zip(residuals, bars).map { $0 + $1 })
        let scaled = means.map { bar in bar.mean.map { $0 * Double(bar.count).squareRoot() } }
        let there = scaled.compactMap { $0 }
        let own = scaled.suffix(window.length).compactMap { $0 }.compensatedSum
        let square = there.map { $0 * $0 }.compensatedSum / Double(there.count)
        return normal(.modifiedRank, own / (square * Double(window.length)).squareRoot())
    }

    /// The rank of each member's whole event among its bars, all standardised, the event once more by
    /// the spread across members.
    ///
    /// - Source: Kolari and Pynnönen, *Nonparametric Rank Tests for Event Studies*, 2011: GRANK-T.
    var generalizedRank: EventTest? {
        let scores = members.map(\.standardized)
        guard scores.count > 1 else { return nil }
        let mean = scores.compensatedSum / Double(scores.count)
        let spread =
            (scores.map { ($0 - mean) * ($0 - mean) }.compensatedSum / Double(scores.count - 1))
            .squareRoot()
        guard spread > 0 else { return nil }
        let rows = members.indices.map { place in
            residuals[place].map { $0 / members[place].deviation } + [scores[place] / spread]
        }
        let means = meanRanks(rows)
        guard let own = means.last?.mean else { return nil }
        let bars = Double(means.count)
        let square =
            means.map { bar in
                let value = bar.mean ?? 0
                return Double(bar.count) / Double(members.count) * value * value
            }.compensatedSum / bars
        let distance = own / square.squareRoot()
        let left = bars - 1 - distance * distance
        guard left > 0 else { return nil }
        return student(
            .generalizedRank, distance * ((bars - 2) / left).squareRoot(),
            freedom: means.count - 2)
    }

    /// The mean over members of `rank / (bars + 1) - 1/2` in every bar, and how many have one.
    private func meanRanks(_ rows: [[Double]]) -> [(mean: Double?, count: Int)] {
        let bars = rows.first?.count ?? 0
        var sums = [CompensatedSum](repeating: CompensatedSum(), count: bars)
        var counts = [Int](repeating: 0, count: bars)
        for row in rows {
            let there = row.indices.filter { !row[$0].isNaN }
            let ranks = MidRanks.of(there.map { row[$0] })
            for (bar, rank) in zip(there, ranks) {
                sums[bar].add(rank / Double(there.count + 1) - 0.5)
                counts[bar] += 1
            }
        }
        return zip(sums, counts).map { sum, count in
            (count > 0 ? sum.value / Double(count) : nil, count)
        }
    }
}
