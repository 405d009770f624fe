internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The parts of a rate before every event, for decays that are given: the rate is linear in its weights,
/// and the likelihood concave.
struct HawkesTable {
    /// By part: one, news where there is any, and each kernel's sum over earlier events.
    private let columns: [[Double]]
    /// What each part adds up to over the window.
    private let sums: [Double]
    private let hasNews: Bool

    init(_ events: HawkesEvents, news: HawkesNews, decays: [Double]) {
        let count = events.times.count
        hasNews = !news.times.isEmpty
        var columns = [[Double](repeating: 1, count: count)]
        var sums = [events.duration]
        if hasNews {
            columns.append(events.times.map(news.value))
            sums.append(news.sum(from: 0, to: events.duration))
        }
        for decay in decays {
            var column = [Double](repeating: 0, count: count)
            for place in events.times.indices.dropFirst() {
                let gap = events.times[place] - events.times[place - 1]
                column[place] = exp(-decay * gap) * (1 + column[place - 1])
            }
            columns.append(column)
            sums.append(
                events.times.map { -expm1(-decay * (events.duration - $0)) }.compensatedSum / decay)
        }
        self.columns = columns
        self.sums = sums
    }

    func intensities(_ weights: [Double]) -> [Double] {
        var found = [Double](repeating: 0, count: columns[0].count)
        for (column, weight) in zip(columns, weights) where weight > 0 {
            for place in found.indices { found[place] += weight * column[place] }
        }
        return found
    }

    func outside(base: Double, newsWeight: Double) -> [Double] {
        hasNews
            ? columns[1].map { base + newsWeight * $0 }
            : [Double](repeating: base, count: columns[0].count)
    }

    func expected(_ weights: [Double]) -> Double {
        zip(weights, sums).map { $0 * $1 }.compensatedSum
    }

    func logLikelihood(_ weights: [Double]) -> Double {
        intensities(weights).map { log($0) }.compensatedSum - expected(weights)
    }

    /// The weights of the greatest likelihood: steps of expectation and maximisation, then Newton's on
    /// those that are not zero.
    func best() -> [Double] {
        let share = Double(max(1, columns[0].count)) / Double(columns.count)
        var weights = sums.map { $0 > 0 ? share / $0 : 0 }
        for _ in 0..<60 { weights = maximized(weights) }
        for _ in 0..<50 {
            guard let next = improved(weights) else { break }
            weights = next
        }
        return weights
    }

    /// Every part gets as many events as the rates of before attribute to it.
    private func maximized(_ weights: [Double]) -> [Double] {
        let rates = intensities(weights)
        return weights.indices.map { part in
            guard sums[part] > 0 else { return 0 }
            let attributed = zip(columns[part], rates).reduce(0) { $0 + $1.0 / $1.1 }
            return weights[part] * attributed / sums[part]
        }
    }

    /// Newton's step, shortened until it helps; `nil` where none does.
    private func improved(_ weights: [Double]) -> [Double]? {
        let rates = intensities(weights)
        let free = weights.indices.filter { weights[$0] * sums[$0] > 1e-9 }
        let slope = free.map { part in
            zip(columns[part], rates).reduce(0) { $0 + $1.0 / $1.1 } - sums[part]
        }
        let curvature = free.map { one in
            free.map { other in
                columns[one].indices.reduce(0) {
                    $0 + columns[one][$1] * columns[other][$1] / (rates[$1] * rates[$1])
                }
            }
        }
        guard let step = LinearSystem.solution(curvature, slope) else { return nil }
        let now = logLikelihood(weights)
        var length = 1.0
        while length > 1e-6 {
            var next = weights
            for (place, part) in free.enumerated() {
                next[part] = max(weights[part] * 0.1, weights[part] + length * step[place])
            }
            let gain = logLikelihood(next) - now
            if gain > 1e-11 { return next }
            length /= 2
        }
        return nil
    }
}
