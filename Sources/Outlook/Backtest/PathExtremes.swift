/// How far simulated paths went by some steps, which is all that a backtest counts.
struct PathExtremes {
    /// Of each mark and path: the close, and the lowest and highest by lows and highs and by closes.
    private(set) var closes: [[Double]]
    private var lows: [[Double]]
    private var highs: [[Double]]
    private var lowCloses: [[Double]]
    private var highCloses: [[Double]]
    private let marks: [Int]
    private var block: PathBlock

    /// Room for paths that are looked at after some steps, ascending.
    init(marks: [Int], blocks: Int) {
        self.marks = marks
        let column = [Double](repeating: 0, count: blocks * PathBlock.width)
        closes = [[Double]](repeating: column, count: marks.count)
        (lows, highs, lowCloses, highCloses) = (closes, closes, closes, closes)
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
                var (low, high, lowClose, highClose) = (0.0, 0.0, Double.infinity, -Double.infinity)
                var start = path * steps
                for (mark, step) in marks.enumerated() {
                    let end = path * steps + step
                    for bar in start..<end {
                        high = max(high, values[plane + bar])
                        low = min(low, values[2 * plane + bar])
                        lowClose = min(lowClose, values[bar])
                        highClose = max(highClose, values[bar])
                    }
                    start = end
                    closes[mark][first + path] = values[end - 1]
                    lows[mark][first + path] = low
                    highs[mark][first + path] = high
                    lowCloses[mark][first + path] = lowClose
                    highCloses[mark][first + path] = highClose
                }
            }
        }
    }

    /// How many paths had met a rule at a level, a logarithm over the price, by a mark.
    func hits(_ rule: ForecastClass.Rule, _ side: LevelSide, _ level: Double, mark: Int) -> Int {
        switch (rule, side) {
        case (.touch, .down): Self.count(lows[mark]) { $0 <= level }
        case (.touch, .up): Self.count(highs[mark]) { $0 >= level }
        case (.close, .down): Self.count(lowCloses[mark]) { $0 <= level }
        case (.close, .up): Self.count(highCloses[mark]) { $0 >= level }
        }
    }

    private static func count(_ values: [Double], _ isHit: (Double) -> Bool) -> Int {
        var hits = 0
        for value in values { hits += isHit(value) ? 1 : 0 }
        return hits
    }
}
