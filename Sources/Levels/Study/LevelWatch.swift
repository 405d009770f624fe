internal import Series

/// The nearest levels at each close, and what became of them.
struct LevelWatch {
    /// What a walk counted.
    struct Tally {
        var hits = 0
        var bounces = 0

        var rate: Double? { hits > 0 ? Double(bounces) / Double(hits) : nil }
    }

    private let bars: StudyBars
    /// Distances to the nearest level below each close; infinite where there is none.
    private let below: [Double]
    private let above: [Double]
    /// The distances at the closes that the walk came to, for placebo levels to be drawn from. Those it
    /// passed over are left out: after a hit the price hovers at the level, and a placebo that drew from
    /// there would be hit more often than the method is.
    private let belowPool: [Double]
    private let abovePool: [Double]
    /// What the walk with the method's own levels counted.
    let own: Tally

    init(_ bars: StudyBars, _ levels: [[Double]]) {
        self.bars = bars
        below = bars.closes.indices.map { bars.distance(.low, levels[$0], at: $0) }
        above = bars.closes.indices.map { bars.distance(.high, levels[$0], at: $0) }
        var tally = Tally()
        var visited: [Int] = []
        var bar = 0
        while bar < below.count {
            if bars.volatilities[bar] > 0 { visited.append(bar) }
            bar += Self.step(bars, bar, below[bar], above[bar], &tally)
        }
        belowPool = visited.map { [below] in below[$0] }
        abovePool = visited.map { [above] in above[$0] }
        own = tally
    }

    /// Walks with levels at distances drawn from the method's own; needs a close that watched.
    func tally(using random: inout DeterministicGenerator) -> Tally {
        var tally = Tally()
        var bar = 0
        let choices = belowPool.count
        while bar < below.count {
            let below = belowPool[random.nextIndex(below: choices)]
            let above = abovePool[random.nextIndex(below: choices)]
            bar += Self.step(bars, bar, below, above, &tally)
        }
        return tally
    }

    /// Counts what the next bar does to two levels; answers how many bars to go on by.
    @inline(__always)
    private static func step(
        _ bars: StudyBars, _ bar: Int, _ below: Double, _ above: Double, _ tally: inout Tally
    ) -> Int {
        var isHit = false
        if below <= bars.falls[bar], below > bars.margins[bar] {
            isHit = true
            tally.hits += 1
            if bars.moves[bar] > -below { tally.bounces += 1 }
        }
        if above <= bars.rises[bar], above > bars.margins[bar] {
            isHit = true
            tally.hits += 1
            if bars.moves[bar] < above { tally.bounces += 1 }
        }
        return isHit ? bars.rule.bars + 1 : 1
    }
}
