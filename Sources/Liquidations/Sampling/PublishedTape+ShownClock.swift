internal import Market
internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What a tape itself shows of where its seconds begin.
extension PublishedTape {
    /// When orders were published, in seconds since the start, in order; those past the last whole second are
    /// left out.
    var times: [Double] {
        orders.map { Double(($0.time - window.start).microseconds) / 1e6 }
            .filter { $0 < Double(seconds.count) }
    }

    /// The clock to read the tape by: the one it came with where the tape can be of it, and else what the tape shows.
    ///
    /// Where seconds follow each other without a gap, two orders are often less than a second apart, one late in
    /// its second and the next early in the one after, and there is an instant that lies between the two of every
    /// such pair. Where a second begins with each order published, none are.
    var shownClock: Clock {
        guard rule == .latestPerSecond else { return clock }
        let times = times
        let gaps = zip(times, times.dropFirst()).map { $1 - $0 }
        let near = gaps.count { $0 < Self.near }
        let short = gaps.filter { $0 < Self.short }
        switch clock {
        case .wholeSeconds: return clock
        case .sinceEachOrder where short.count <= near / 20: return clock
        case .periodic where !Self.phases(of: times).isEmpty: return clock
        case .sinceEachOrder, .periodic, .unknown: break
        }
        if near >= Self.plenty, short.isEmpty { return .sinceEachOrder }
        // A point that has nothing to do with the pairs lies in each with the probability of its length.
        let chance = short.map { log(max($0, 1e-6)) }.compensatedSum + log(Double(times.count + 1))
        return chance < Self.doubt && !Self.phases(of: times).isEmpty ? .periodic : .unknown
    }

    /// Whether the tape cannot be one of the largest of each second: many orders follow shortly after a second, and
    /// none within it.
    var isSpacedAgainstItsRule: Bool {
        guard rule == .largestPerSecond else { return false }
        let times = times
        let gaps = zip(times, times.dropFirst()).map { $1 - $0 }
        return gaps.count { $0 < Self.near } >= Self.plenty && !gaps.contains { $0 < Self.short }
    }

    /// Seconds between two orders that are near.
    private static let near = 1.5
    /// Seconds between two orders that are too near for a second that begins with each, by whatever clock the
    /// venue has: of tapes kept by collectors the nearest of one symbol were 0.999 apart.
    private static let short = 0.95
    /// As many near pairs of which none is short show a second that begins with each order: where seconds have no
    /// gap about every second one is, and few tapes have as few as these. Of a thousand simulated calm tapes of 300
    /// seconds without a gap three were mistaken.
    private static let plenty = 4
    /// The logarithm of the chance that one instant fits all pairs though there is no clock.
    private static let doubt = log(1e-4)

    /// Instants at which seconds may begin, from zero to one, such that no second has two orders: each just after
    /// the order of some second, evenly chosen among all, at most 64.
    ///
    /// - Complexity: as sorting the orders.
    static func phases(of times: [Double]) -> [Double] {
        let fractions = Set(times.map { $0 - $0.rounded(.down) }).sorted()
        let phases = fractions.map { min($0 + 1e-4, 1) }
        // How many pairs less than a second apart begin to be parted, or cease to be, from each phase to the next.
        var changes = [Int](repeating: 0, count: phases.count + 1)
        func part(after low: Double, upTo high: Double) {
            changes[phases.firstPlace(above: low)] += 1
            changes[phases.firstPlace(above: high)] -= 1
        }
        var pairs = 0
        for (time, next) in zip(times, times.dropFirst()) where next - time < 1 {
            pairs += 1
            let (whole, nextWhole) = (time.rounded(.down), next.rounded(.down))
            if whole == nextWhole {
                part(after: time - whole, upTo: next - whole)
            } else {
                part(after: time - whole, upTo: 1)
                part(after: 0, upTo: next - nextWhole)
            }
        }
        var parted = 0
        let fitting = zip(phases, changes).compactMap { phase, change in
            parted += change
            return parted == pairs ? phase : nil
        }
        let stride = max(fitting.count / 64, 1)
        return fitting.indices.filter { $0 % stride == 0 }.prefix(64).map { fitting[$0] }
    }
}

extension Array<Double> {
    /// The place of the first that is above a bound, of numbers in order; their count where none is.
    fileprivate func firstPlace(above bound: Double) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] > bound { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
