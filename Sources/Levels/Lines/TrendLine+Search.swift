package import Market
internal import Series

extension TrendLine {
    /// The best line of a side over closed bars, or why there is none.
    ///
    /// Each pair of confirmed turns gives a candidate. It stands if enough turns since its anchor lie
    /// within the tolerance, no close since then lies beyond it, it was touched late enough in its life and it
    /// has not come down to zero. Its score is `touches - closes across
    /// x penalty - instability x penalty`; of equals the one with more touches, then the older.
    ///
    /// - Input: bars that have closed, oldest first, with the average true range at each close, in the unit
    ///   of the price, `nil` while unknown: a turn without one is left out. Where `anchoredFrom` is given, no
    ///   turn whose bar opened earlier is looked at.
    /// - Output: a line that nobody could have known before the last of its touches was confirmed.
    /// - Complexity: at most `rule.turns` squared times the bars since the oldest turn.
    /// - Source: Lo, Mamaysky and Wang, *Foundations of Technical Analysis*, 2000, for why such a rule must
    ///   be written down; the rule is this project's.
    /// - Checked against: a search in numpy that shares no code, anchors and touches exactly and scores within
    ///   1e-9, `Fixtures/Levels/trendlines.csv`.
    package static func best(
        _ side: SwingPivot.Side, in candles: [Candle], averageRange: [Double?],
        anchoredFrom: Timestamp? = nil, rule: Rule = Rule()
    ) -> Result<TrendLine, Refusal> {
        best(
            side, in: candles, averageRange: averageRange,
            pivots: SwingPivots.all(in: candles, reach: rule.reach), anchoredFrom: anchoredFrom,
            rule: rule)
    }

    /// The same with the pivots of the bars at hand.
    static func best(
        _ side: SwingPivot.Side, in candles: [Candle], averageRange: [Double?],
        pivots: [SwingPivot], anchoredFrom: Timestamp? = nil, rule: Rule
    ) -> Result<TrendLine, Refusal> {
        precondition(candles.count == averageRange.count, "every bar needs its range")
        precondition(rule.touches >= 2 && rule.turns >= 2, "a line has two ends")
        let turns = pivots.filter { pivot in
            pivot.side == side && pivot.price.isFinite
                && (anchoredFrom.map { pivot.openTime >= $0 } ?? true)
                && (averageRange[pivot.bar].map { $0.isFinite && $0 >= 0 } ?? false)
        }
        guard turns.count >= rule.touches else { return .failure(.tooFewPivots(turns.count)) }
        return TrendSearch(
            side: side, candles: candles, averageRange: averageRange,
            turns: Array(turns.suffix(rule.turns)), rule: rule
        ).best()
    }
}

/// The search over pairs of turns.
private struct TrendSearch {
    let side: SwingPivot.Side
    let candles: [Candle]
    let averageRange: [Double?]
    let turns: [SwingPivot]
    let rule: TrendLine.Rule
    /// When each bar opened, in days since the first.
    private let days: [Double]
    /// How far from a line still counts as on it, at each bar.
    private let tolerances: [Double]

    init(
        side: SwingPivot.Side, candles: [Candle], averageRange: [Double?], turns: [SwingPivot],
        rule: TrendLine.Rule
    ) {
        self.side = side
        self.candles = candles
        self.averageRange = averageRange
        self.turns = turns
        self.rule = rule
        let start = candles.first?.openTime ?? Timestamp(seconds: 0)
        days = candles.map { TrendLine.days(from: start, to: $0.openTime) }
        tolerances = averageRange.map { range in
            range.map { $0.isFinite ? rule.tolerance * $0 : 0 } ?? 0
        }
    }

    /// A line as it is drawn, before it is judged.
    private struct Course {
        let start: Double
        let price: Double
        let slope: Double

        func value(at day: Double) -> Double { price + slope * (day - start) }
    }

    func best() -> Result<TrendLine, TrendLine.Refusal> {
        var best: TrendLine?
        var mostTouches = 0
        var lastBreak: Int?
        var lastTouch: SwingPivot?
        for first in turns.indices {
            for second in turns.indices.dropFirst(first + 1) {
                let course = course(turns[first], turns[second])
                let count = turns[first...].count { meets($0, course) }
                mostTouches = max(mostTouches, count)
                guard count >= rule.touches else { continue }
                let touches = turns[first...].filter { meets($0, course) }
                if let bar = firstCloseBeyond(course, from: turns[first].bar) {
                    lastBreak = max(lastBreak ?? bar, bar)
                } else if !isFresh(course, touches) {
                    lastTouch = [lastTouch, touches.last].compactMap { $0 }.max { $0.bar < $1.bar }
                } else {
                    let line = line(course, turns[first], turns[second], touches)
                    if best.map({ Self.isBetter(line, than: $0) }) ?? true { best = line }
                }
            }
        }
        if let best { return .success(best) }
        if let lastTouch { return .failure(.leftBehind(lastTouch.openTime.day)) }
        if let lastBreak { return .failure(.closedBeyond(candles[lastBreak].openTime.day)) }
        return .failure(.fewerThanThreeTouches(best: mostTouches))
    }

    private func course(_ first: SwingPivot, _ second: SwingPivot) -> Course {
        let span = days[second.bar] - days[first.bar]
        return Course(
            start: days[first.bar], price: first.price,
            slope: (second.price - first.price) / span)
    }

    /// Whether a turn is within the tolerance; the two that the line is drawn through are, whatever was
    /// rounded.
    private func meets(_ turn: SwingPivot, _ course: Course) -> Bool {
        let distance = abs(turn.price - course.value(at: days[turn.bar]))
        return distance <= tolerances[turn.bar] + 1e-12 * abs(turn.price)
    }

    /// How far a close is on the wrong side of the line; negative on the right one.
    private func across(_ course: Course, _ bar: Int) -> Double {
        let distance = candles[bar].close - course.value(at: days[bar])
        return side == .low ? -distance : distance
    }

    private func firstCloseBeyond(_ course: Course, from bar: Int) -> Int? {
        (bar..<candles.count).first { across(course, $0) > tolerances[$0] }
    }

    private func isFresh(_ course: Course, _ touches: [SwingPivot]) -> Bool {
        guard let last = days.last, let touch = touches.last else { return false }
        return course.value(at: last) > 0
            && days[touch.bar] - course.start >= rule.freshness * (last - course.start)
    }

    private func line(
        _ course: Course, _ anchor: SwingPivot, _ second: SwingPivot, _ touches: [SwingPivot]
    ) -> TrendLine {
        let closes = (anchor.bar..<candles.count).count { across(course, $0) > 0 }
        let fit = LineFit(
            touches.map { TrendLine.days(from: anchor.openTime, to: $0.openTime) },
            touches.map(\.price))
        let age = candles.last.map { TrendLine.days(from: anchor.openTime, to: $0.openTime) } ?? 0
        let range = averageRange.last { $0.map { $0 > 0 } ?? false } ?? nil
        let drift = abs(fit.slope - course.slope) * age
        // Without a range nothing can be measured in it, and only a line that fits exactly is stable.
        let instability = range.map { drift / $0 } ?? 0
        return TrendLine(
            side: side, anchor: anchor, second: second, touches: touches, closesAcross: closes,
            instability: instability,
            score: Double(touches.count) - rule.closePenalty * Double(closes)
                - rule.instabilityPenalty * instability,
            correlation: fit.correlation)
    }

    private static func isBetter(_ line: TrendLine, than other: TrendLine) -> Bool {
        if line.score != other.score { return line.score > other.score }
        return line.touches.count > other.touches.count
    }
}

/// Least squares through points at different times.
private struct LineFit {
    let slope: Double
    let correlation: Double?

    init(_ times: [Double], _ prices: [Double]) {
        let count = Double(times.count)
        let meanTime = times.compensatedSum / count
        let meanPrice = prices.compensatedSum / count
        let spread = times.map { ($0 - meanTime) * ($0 - meanTime) }.compensatedSum
        let joint = zip(times, prices).map { ($0 - meanTime) * ($1 - meanPrice) }.compensatedSum
        let height = prices.map { ($0 - meanPrice) * ($0 - meanPrice) }.compensatedSum
        slope = joint / spread
        let isLevel = prices.allSatisfy { $0 == prices.first }
        let ratio = joint / (spread.squareRoot() * height.squareRoot())
        correlation = isLevel || !ratio.isFinite ? nil : max(-1, min(1, ratio))
    }
}
