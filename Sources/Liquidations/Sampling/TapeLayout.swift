#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A published tape as the model reads it: seconds one after another, what each says of the intensity but for the
/// size of its order, and in what part of it orders came unseen.
///
/// - Complexity: levels for each second that has an order or is not wholly in view.
/// - Source: of the part of a second in view the law of the Poisson process; seconds that begin with an order are
///   the counter whose dead time does not lengthen: Feller, *On Probability Problems in the Theory of
///   Counters*, 1948.
struct TapeLayout {
    /// One second, or a part of one at the edges of a window.
    struct Cell {
        /// The place of its order among those published; `nil` without one.
        let order: Int?
        /// For how long orders came unseen, in seconds; `nil` where that is not known.
        let hidden: Double?
        /// Where its row of `numbers` begins.
        let row: Int
    }

    /// The cells, in order of time.
    private(set) var cells: [Cell] = []
    /// How probable what was seen of a cell is at each level, up to a factor of its own: rows of one for each
    /// level. The first is that of a second in view without an order.
    private(set) var numbers: [Double] = IntensityChain.rates.map { exp(-$0) }
    /// The logarithm of the factors taken out of `numbers`, which differ from phase to phase.
    private(set) var logFactor = 0.0
    /// For how long an order would have been seen, in seconds, over all cells where that is known.
    private(set) var inView = 0.0

    /// Stretches in which an order would have been seen, each with the place of its cell, by the clock of the tape;
    /// empty where that is not known.
    private(set) var views: [View] = []
    /// A stretch within one second.
    typealias View = (start: Double, end: Double, cell: Int)

    /// Seconds of the clock.
    init(
        seconds: [PublishedTape.Sighting?], rule: SamplingRegime.Rule,
        profile: SecondProfile = .even
    ) {
        var orders = 0
        for (second, sighting) in seconds.enumerated() {
            let end = Double(second + 1)
            guard let sighting else {
                see(end - 1, end)
                add(nil, view: 1, hidden: 0)
                continue
            }
            if let age = sighting.age { see(end - age, end) }
            if rule == .largestPerSecond {
                // Sizes say which orders were in view, see `TapeModel`.
                add(orders, view: 0, hidden: 1)
            } else {
                let passed = sighting.age.map { profile.warped(1 - $0) }
                add(orders, view: passed.map { 1 - $0 }, hidden: passed)
            }
            orders += 1
        }
    }

    /// Seconds of the clock, where none is published in the second that begins with each order.
    ///
    /// - Parameter times: When orders were published, in seconds since the start, in order.
    init(seconds: [PublishedTape.Sighting?], silentAfter times: [Double]) {
        var inView = [Double](repeating: 0, count: seconds.count)
        var heard = 0.0
        for time in times + [Double(seconds.count)] {
            // One that came too early, by the venue's own clock, ends the silence.
            var start = heard
            while start < time {
                let second = Int(start)
                let end = min(Double(second + 1), time)
                inView[second] += end - start
                views.append((start, end, second))
                start = end
            }
            heard = time + 1
        }
        var orders = 0
        for (second, sighting) in seconds.enumerated() {
            let view = inView[second]
            add(sighting == nil ? nil : orders, view: view, hidden: max(1 - view, 0))
            if sighting != nil { orders += 1 }
        }
    }

    /// Notes a stretch in view of the cell that comes next, cut at whole seconds.
    private mutating func see(_ start: Double, _ end: Double) {
        var start = start
        while start < end {
            let stop = min(start.rounded(.down) + 1, end)
            views.append((start, stop, cells.count))
            start = stop
        }
    }

    /// Seconds that begin at a phase, the first and the last cut at the edges of the window; `nil` where two orders
    /// fall into one.
    ///
    /// - Parameters:
    ///   - phase: When the first whole second begins, in seconds since the start, from zero to one.
    ///   - times: When orders were published, in seconds since the start, in order.
    ///   - count: The length of the window in seconds.
    init?(phase: Double, times: [Double], count: Int) {
        let length = Double(count)
        var next = 0
        for cell in 0...count {
            let start = max(phase + Double(cell) - 1, 0)
            let end = min(phase + Double(cell), length)
            guard next < times.count, times[next] < end else {
                see(start, end)
                add(nil, view: max(end - start, 0), hidden: 0)
                continue
            }
            let time = times[next]
            see(time, end)
            add(next, view: end - time, hidden: max(time - start, 0))
            next += 1
            if next < times.count, times[next] < end { return nil }
        }
    }

    private mutating func add(_ order: Int?, view: Double?, hidden: Double?) {
        inView += view ?? 0
        guard order != nil || view != 1 else {
            cells.append(Cell(order: nil, hidden: hidden, row: 0))
            return
        }
        cells.append(Cell(order: order, hidden: hidden, row: numbers.count))
        guard order != nil else {
            numbers += IntensityChain.rates.map { exp(-$0 * (view ?? 0)) }
            return
        }
        addRow(view)
    }

    /// An order is the more probable the higher the rate, and none in the rest of what is in view the less; of an
    /// unknown view only that there was one is known. The most probable is one.
    private mutating func addRow(_ view: Double?) {
        let logarithms = zip(IntensityChain.levels, IntensityChain.rates).map { intensity, rate in
            view.map { intensity - rate * $0 } ?? log(-expm1(-rate))
        }
        let most = logarithms.max() ?? 0
        logFactor += most
        numbers += logarithms.map { exp($0 - most) }
    }
}
