/// How far simulated paths went by some steps, which is all that a backtest counts.
struct PathExtremes {
    /// Of each mark and path: the close, and the lowest and highest by lows and highs and by closes.
    private(set) var closes: [[Double]]
    private var lows: [[Double]]
    private var highs: [[Double]]
    private var lowCloses: [[Double]]
    private var highCloses: [[Double]]
    /// The lowest that two closes in a row both lie below or at, and the highest they both lie above or at.
    private var lowPairs: [[Double]]
    private var highPairs: [[Double]]
    private let marks: [Int]
    private var block: PathBlock

    /// Room for paths that are looked at after some steps, ascending.
    init(marks: [Int], blocks: Int) {
        self.marks = marks
        let column = [Double](repeating: 0, count: blocks * PathBlock.width)
        closes = [[Double]](repeating: column, count: marks.count)
        (lows, highs, lowCloses, highCloses) = (closes, closes, closes, closes)
        (lowPairs, highPairs) = (closes, closes)
        block = PathBlock(steps: marks.last ?? 1)
    }

    /// Draws all paths anew.
    mutating func draw(_ simulation: FilteredHistoricalSimulation) {
        let count = (closes.first?.count ?? 0) / PathBlock.width
        for index in 0..<count {
            simulation.draw(&block, index)
            take(index * PathBlock.width)
        }
    }

    private mutating func take(_ first: Int) {
        let (steps, plane) = (block.steps, block.bars)
        block.withValues { values in
            for path in 0..<PathBlock.width {
                var reach = Reach()
                var start = path * steps
                for (mark, step) in marks.enumerated() {
                    let end = path * steps + step
                    for bar in start..<end {
                        reach.take(values[bar], values[plane + bar], values[2 * plane + bar])
                    }
                    start = end
                    closes[mark][first + path] = values[end - 1]
                    lows[mark][first + path] = reach.low
                    highs[mark][first + path] = reach.high
                    lowCloses[mark][first + path] = reach.lowClose
                    highCloses[mark][first + path] = reach.highClose
                    lowPairs[mark][first + path] = reach.lowPair
                    highPairs[mark][first + path] = reach.highPair
                }
            }
        }
    }

    /// How far bars went, one after the other.
    struct Reach {
        private(set) var low = Double.infinity
        private(set) var high = -Double.infinity
        private(set) var lowClose = Double.infinity
        private(set) var highClose = -Double.infinity
        private(set) var lowPair = Double.infinity
        private(set) var highPair = -Double.infinity
        private var before: (low: Double, high: Double) = (.infinity, -.infinity)

        mutating func take(_ close: Double, _ high: Double, _ low: Double) {
            self.high = max(self.high, high)
            self.low = min(self.low, low)
            lowClose = min(lowClose, close)
            highClose = max(highClose, close)
            lowPair = min(lowPair, max(close, before.low))
            highPair = max(highPair, min(close, before.high))
            before = (close, close)
        }

        /// Whether a rule of a level is met at a level with its edge, the level and its band together.
        func meets(_ rule: ForecastClass.Rule, _ side: LevelSide, _ level: Double, edge: Double)
            -> Bool
        {
            switch (rule, side) {
            case (.touch, .down): low <= level
            case (.touch, .up): high >= level
            case (.close, .down): lowClose <= level
            case (.close, .up): highClose >= level
            case (.breaks, .down): lowClose < edge || lowPair < level
            case (.breaks, .up): highClose > edge || highPair > level
            case (.hold, _), (.next, _), (.comeback, _): false
            }
        }
    }

    /// How many paths had met a rule of a level at a level and its edge, logarithms over the price, by a mark.
    func hits(
        _ rule: ForecastClass.Rule, _ side: LevelSide, _ level: Double, edge: Double, mark: Int
    ) -> Int {
        switch (rule, side) {
        case (.touch, .down): Self.count(lows[mark]) { $0 <= level }
        case (.touch, .up): Self.count(highs[mark]) { $0 >= level }
        case (.close, .down): Self.count(lowCloses[mark]) { $0 <= level }
        case (.close, .up): Self.count(highCloses[mark]) { $0 >= level }
        case (.breaks, .down):
            Self.count(lowCloses[mark], lowPairs[mark]) { $0 < edge || $1 < level }
        case (.breaks, .up):
            Self.count(highCloses[mark], highPairs[mark]) { $0 > edge || $1 > level }
        // Branches of a tree are counted in whole paths.
        case (.hold, _), (.next, _), (.comeback, _): 0
        }
    }

    private static func count(
        _ values: [Double], _ others: [Double], _ isHit: (Double, Double) -> Bool
    ) -> Int {
        var hits = 0
        for index in values.indices { hits += isHit(values[index], others[index]) ? 1 : 0 }
        return hits
    }

    private static func count(_ values: [Double], _ isHit: (Double) -> Bool) -> Int {
        var hits = 0
        for value in values { hits += isHit(value) ? 1 : 0 }
        return hits
    }
}
