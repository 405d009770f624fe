#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// When news came, and how fast what it adds to the rate of events is gone.
///
/// Without it a burst that one headline set off looks as if the events had fed themselves.
///
/// - Source: the news kernel of Sila and Mark, IES Working Paper 29/2019.
package struct HawkesNews: Hashable, Sendable {
    /// No news.
    package static let none = HawkesNews()

    /// Seconds from the start of the window, in order.
    package let times: [Double]
    /// How fast it is gone, a second.
    package let decay: Double

    /// News at times, gone at a speed above zero.
    package init(times: [Double], decay: Double) throws(CascadeError) {
        try CascadeError.positive(decay, "news decay")
        guard times.count <= 1000 else { throw .tooMany("news", allowed: 1000) }
        for time in times { try CascadeError.finite(time, "news time") }
        self.times = times.sorted()
        self.decay = decay
    }

    private init() {
        (times, decay) = ([], 1)
    }

    /// What all news before a time adds for a weight of one.
    func value(at time: Double) -> Double {
        times.reduce(0) { $1 < time ? $0 + exp(-decay * (time - $1)) : $0 }
    }

    /// What that adds up to between two times.
    func sum(from start: Double, to end: Double) -> Double {
        times.reduce(0) { sum, time in
            guard time < end else { return sum }
            let first = max(start, time)
            return sum + (exp(-decay * (first - time)) - exp(-decay * (end - time))) / decay
        }
    }
}
