internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension EventStudy {
    /// An asset with what it did on each of some dates.
    struct Row: Sendable {
        let column: AssetColumn
        /// `nil` on dates where the asset has no place.
        let standings: [AssetStanding?]
    }

    /// An asset on each of some dates.
    func row(of asset: Int, before ends: [Int], over range: Range<Int>, _ market: [Double]) -> Row {
        let column = column(of: asset, over: range, market)
        return Row(
            column: column,
            standings: ends.map { end in
                try? column.standing(
                    estimation: window.estimation(before: end), event: window.event(before: end)
                ).get()
            })
    }

    /// The bars that windows before some ends reach; all ends must be inside.
    func reach(of ends: [Int]) -> Range<Int> {
        guard let first = ends.min(), let last = ends.max() else { return 0..<0 }
        return (first - window.bars)..<last
    }

    /// What the study finds on each of some dates, in the order given; `nil` where no window ends or
    /// no member stands.
    ///
    /// Others are looked at only for `scaledPortfolio`, and take their share of the time.
    ///
    /// - Time: dates times bars of the estimation times members, and dates times others; robust
    ///   models fit each window by itself.
    package func dates(before ends: [Int], includesOthers: Bool) -> [StudyDate?] {
        let inside = ends.filter { isInside($0) }
        let range = reach(of: inside)
        let shared = members.first.map { marketReturns(for: $0) } ?? []
        let whole = outsideReturns
        let rows = members.map { row(of: $0, before: inside, over: range, shared) }
        var others = [OtherSquares](repeating: OtherSquares(), count: inside.count)
        for asset in includesOthers ? self.others : [] {
            let row = row(of: asset, before: inside, over: range, marketReturns(for: asset))
            for (place, standing) in row.standings.enumerated() {
                if let standing { others[place].add(standing.standardized) }
            }
        }
        let found = inside.indices.map { place in
            date(rows, place, end: inside[place], others: others[place], market: whole)
        }
        var answers = found[...]
        return ends.map { isInside($0) ? answers.popFirst() ?? nil : nil }
    }

    /// How far others went.
    private struct OtherSquares {
        private(set) var count = 0
        private var squares = CompensatedSum()

        mutating func add(_ score: Double) {
            count += 1
            squares.add(score * score)
        }

        var root: Double? { count > 0 ? (squares.value / Double(count)).squareRoot() : nil }
    }

    private func date(
        _ rows: [Row], _ place: Int, end: Int, others: OtherSquares, market: [Double]
    ) -> StudyDate? {
        let (estimation, event) = (window.estimation(before: end), window.event(before: end))
        var sums = ResidualSums(bars: window.estimation)
        var steps = [Double](repeating: 0, count: window.length)
        var scores: [Double] = []
        for row in rows {
            guard let standing = row.standings[place] else { continue }
            scores.append(standing.standardized)
            row.column.addResiduals(of: standing, over: estimation, to: &sums)
            for (bar, value) in row.column.residuals(of: standing, over: event).enumerated() {
                steps[bar] += value
            }
        }
        guard !scores.isEmpty else { return nil }
        var path: [Double] = []
        var sum = 0.0
        for step in steps {
            sum += step / Double(scores.count)
            path.append(sum)
        }
        let correlation = sums.meanCorrelation
        let shrinkage = correlation.flatMap {
            AbnormalReturns.shrinkage($0, count: scores.count)
        }
        let plain = AbnormalReturns.crossSection(scores)
        let move = market[event].compensatedSum
        return StudyDate(
            end: end, members: scores.count, others: others.count,
            market: move.isNaN ? nil : move, path: path,
            portfolioDeviation: sums.portfolioDeviation, meanCorrelation: correlation,
            kolariPynnonen: plain.flatMap { plain in shrinkage.map { $0 * plain } },
            dispersion: others.root)
    }
}
