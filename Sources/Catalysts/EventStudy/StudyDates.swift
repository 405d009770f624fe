internal import Series

/// What a study finds on many dates, put together row by row: members are kept, others counted.
struct StudyDates {
    private let study: EventStudy
    private let ends: [Int]
    private var members: [EventStudy.Row] = []
    private var others: [OtherSquares]

    /// Nothing yet of the events that end before some bars, all of them inside.
    init(_ study: EventStudy, before ends: [Int]) {
        self.study = study
        self.ends = ends
        others = [OtherSquares](repeating: OtherSquares(), count: ends.count)
    }

    /// Takes what an asset did on the dates.
    mutating func take(_ row: EventStudy.Row) {
        if row.isMember {
            members.append(row)
            return
        }
        for place in ends.indices {
            if let standing = row.standing(at: place) { others[place].add(standing.standardized) }
        }
    }

    /// The dates in their order; `nil` where no member stands.
    var found: [StudyDate?] {
        let market = study.outsideReturns
        return ends.indices.map { date($0, market: market) }
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

    private func date(_ place: Int, market: [Double]) -> StudyDate? {
        let (window, end) = (study.window, ends[place])
        let (estimation, event) = (window.estimation(before: end), window.event(before: end))
        var sums = ResidualSums(bars: window.estimation)
        var steps = [Double](repeating: 0, count: window.length)
        var scores: [Double] = []
        for row in members {
            guard let standing = row.standing(at: place) else { continue }
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
            end: end, members: scores.count, others: others[place].count,
            market: move.isNaN ? nil : move, path: path,
            portfolioDeviation: sums.portfolioDeviation, meanCorrelation: correlation,
            kolariPynnonen: plain.flatMap { plain in shrinkage.map { $0 * plain } },
            dispersion: others[place].root)
    }
}
