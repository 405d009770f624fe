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
    /// The distances at closes that watch, for placebo levels to be drawn from.
    private let belowPool: [Double]
    private let abovePool: [Double]

    init(_ bars: StudyBars, _ levels: [[Double]]) {
        self.bars = bars
        let below = bars.closes.indices.map { bars.distance(.low, levels[$0], at: $0) }
        let above = bars.closes.indices.map { bars.distance(.high, levels[$0], at: $0) }
        let watching = bars.closes.indices.filter { bars.volatilities[$0] > 0 }
        belowPool = watching.map { below[$0] }
        abovePool = watching.map { above[$0] }
        self.below = below
        self.above = above
    }

    /// Whether any level was watched at all.
    var canHit: Bool { belowPool.contains { $0 < .infinity } || abovePool.contains { $0 < .infinity } }

    /// Walks with the method's own levels.
    func tally() -> Tally {
        var tally = Tally()
        var bar = 0
        while bar < below.count {
            bar += step(bar, below[bar], above[bar], &tally)
        }
        return tally
    }

    /// Walks with levels at distances drawn from the method's own.
    func tally(using random: inout SplitMix) -> Tally {
        var tally = Tally()
        var bar = 0
        let choices = belowPool.count
        while bar < below.count {
            let below = belowPool[random.index(below: choices)]
            let above = abovePool[random.index(below: choices)]
            bar += step(bar, below, above, &tally)
        }
        return tally
    }

    /// Counts what the next bar does to two levels; answers how many bars to go on by.
    @inline(__always)
    private func step(
        _ bar: Int, _ below: Double, _ above: Double, _ tally: inout Tally
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
