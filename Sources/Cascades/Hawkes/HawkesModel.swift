internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Events that bring further events: a base rate, what news adds to it, and what every event adds for a
/// while, `lambda(t) = mu(t) + sum alpha_j exp(-beta_j (t - t_i))`.
///
/// - Unit: seconds from the start of the window; rates a second.
/// - Degenerate case: without a kernel it is a Poisson process.
/// - Time: events times kernels, by the recursion of the kernel's sum.
/// - Source: Hawkes, *Spectra of Some Self-Exciting and Mutually Exciting Point Processes*, 1971; the
///   recursion of Ozaki, *Maximum Likelihood Estimation of Hawkes' Self-Exciting Point Processes*,
///   1979.
/// - Checked against: published figures, and brute force over all pairs in numpy,
///   `Fixtures/Cascades/hawkes.csv`.
package struct HawkesModel: Hashable, Sendable {
    /// One exponential of the kernel.
    package struct Kernel: Hashable, Sendable {
        /// What an event adds at once.
        package let weight: Double
        /// How fast that is gone.
        package let decay: Double

        /// A kernel.
        package init(weight: Double, decay: Double) {
            self.weight = weight
            self.decay = decay
        }
    }

    /// The rate that nothing brings about.
    package let base: Double
    /// What news adds at once, all news alike.
    package let newsWeight: Double
    /// When news came, and how fast what it adds is gone.
    package let news: HawkesNews
    /// The kernel.
    package let kernels: [Kernel]

    /// A model; the base rate and all decays are above zero, no weight is below.
    package init(
        base: Double, newsWeight: Double = 0, news: HawkesNews = .none, kernels: [Kernel]
    ) throws(CascadeError) {
        try CascadeError.positive(base, "base rate")
        try CascadeError.within(0...1e12, newsWeight, "news weight")
        guard kernels.count <= 16 else { throw .tooMany("kernels", allowed: 16) }
        for kernel in kernels {
            try CascadeError.within(0...1e12, kernel.weight, "kernel weight")
            try CascadeError.positive(kernel.decay, "kernel decay")
        }
        self.base = base
        self.newsWeight = newsWeight
        self.news = news
        self.kernels = kernels
    }

    /// The branching ratio: how many further events one brings in the end. From one on it never ends.
    ///
    /// Of a fit it depends on the kernel and the window, and grows with whatever common cause the
    /// base rate leaves out: `endogenousShare` of a window says more.
    package var branchingRatio: Double {
        kernels.map { $0.weight / $0.decay }.compensatedSum
    }

    /// The rate just before each event, and the part of it that no event brought about.
    package func intensities(of events: HawkesEvents) -> (all: [Double], outside: [Double]) {
        let table = HawkesTable(events, news: news, decays: kernels.map(\.decay))
        let outside = table.outside(base: base, newsWeight: newsWeight)
        return (table.intensities(weights), outside)
    }

    /// How many events the model expects up to the end of the window.
    package func expectedEvents(of events: HawkesEvents) -> Double {
        HawkesTable(events, news: news, decays: kernels.map(\.decay)).expected(weights)
    }

    /// The log-likelihood of events.
    package func logLikelihood(of events: HawkesEvents) -> Double {
        HawkesTable(events, news: news, decays: kernels.map(\.decay)).logLikelihood(weights)
    }

    /// The share of the events between two times that are statistically attributable to earlier
    /// ones: one less the mean of outside rate over rate. `nil` where there are none.
    package func endogenousShare(
        of events: HawkesEvents, from start: Double = 0, to end: Double = .infinity
    ) -> Double? {
        let (all, outside) = intensities(of: events)
        let shares = events.times.indices.filter {
            events.times[$0] >= start && events.times[$0] < end
        }
        .map { outside[$0] / all[$0] }
        return shares.isEmpty ? nil : 1 - shares.compensatedSum / Double(shares.count)
    }

    /// What the model expected between each event and the one before, or the start: independent and
    /// exponential with mean one where the model holds.
    package func residuals(of events: HawkesEvents) -> [Double] {
        var residuals: [Double] = []
        var sums = [Double](repeating: 0, count: kernels.count)
        var last = 0.0
        for time in events.times {
            let gap = time - last
            var expected = base * gap + newsWeight * news.sum(from: last, to: time)
            for (place, kernel) in kernels.enumerated() {
                let kept = exp(-kernel.decay * gap)
                expected += kernel.weight / kernel.decay * sums[place] * (1 - kept)
                sums[place] = sums[place] * kept + 1
            }
            residuals.append(expected)
            last = time
        }
        return residuals
    }

    /// All weights in the order of a table's columns.
    var weights: [Double] {
        [base] + (news.times.isEmpty ? [] : [newsWeight]) + kernels.map(\.weight)
    }
}
