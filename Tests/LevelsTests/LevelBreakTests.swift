import Levels
import Market
import TestSupport
import Testing

/// Expected values: a form that looks back over all bars, below; and its counterpart in Python,
/// `Scripts/reference/levels_definitions.py`. Exact.
@Suite struct LevelBreakTests {
    /// A bar against a level of 100 with a band of one: its close and how far its range goes.
    private struct Bar: Hashable {
        let close: Double
        let low: Double
        let high: Double

        init(_ close: Double, through other: Double? = nil) {
            self.close = close
            low = min(close, other ?? close)
            high = max(close, other ?? close)
        }

        var candle: Candle {
            LevelSamples.bar(0, open: close, high: high, low: low, close: close)
        }
    }

    /// Far above, just above, just below, far below; each with and without a range through the level, and
    /// the level itself.
    private static let alphabet = [
        Bar(103), Bar(100.5), Bar(99.5), Bar(97), Bar(100.25, through: 99.75),
        Bar(99.75, through: 100.25), Bar(103, through: 99), Bar(97, through: 101), Bar(100),
    ]

    private static func readings(_ bars: [Bar]) -> [LevelBreak.Reading?] {
        LevelBreak.readings(
            of: bars.map(\.candle), level: bars.map { _ in 100 }, averageRange: bars.map { _ in 4 })
    }

    /// The rules as sentences about all bars up to one; nothing is carried along.
    private struct Definition {
        let bars: [Bar]

        /// Plus one where the closes came from above.
        var origin: Double {
            bars.first { $0.close != 100 }.map { $0.close > 100 ? 1 : -1 } ?? 0
        }
        var first: Int { bars.firstIndex { $0.close != 100 } ?? bars.count }

        func gap(_ bar: Int) -> Double { origin * (bars[bar].close - 100) }

        /// The bar of the break that the level is under before `bar`.
        func breakBefore(_ bar: Int) -> Int? {
            (0..<bar).last { breaks($0) }.flatMap { broken in
                (broken + 1..<bar).contains { gap($0) > 1 } ? nil : broken
            }
        }

        func breaks(_ bar: Int) -> Bool {
            bar > first && breakBefore(bar) == nil
                && (gap(bar) < -1 || gap(bar) < 0 && gap(bar - 1) < 0)
        }

        func isTouch(_ bar: Int, after broken: Int) -> Bool {
            let reach = origin > 0 ? bars[bar].high - 100 : 100 - bars[bar].low
            return (1...3).contains(bar - broken) && gap(bar - 1) < 0 && reach > -1 && gap(bar) <= 1
        }

        func failsRetest(_ bar: Int) -> Bool {
            guard let broken = breakBefore(bar), gap(bar) <= 1, bar - 1 > broken else {
                return false
            }
            return isTouch(bar - 1, after: broken) && gap(bar) < 0 && gap(bar) < gap(bar - 1)
                && !(broken..<bar).contains { failsRetest($0) }
        }

        func event(_ bar: Int) -> LevelBreak.Event? {
            guard bar > first else { return nil }
            let away: LevelBreak.Direction = origin > 0 ? .down : .up
            if breaks(bar) { return .broken(away, bySecondClose: gap(bar) >= -1) }
            guard breakBefore(bar) != nil else {
                let deepest = origin > 0 ? bars[bar].low - 100 : 100 - bars[bar].high
                return deepest < 0 && gap(bar) > 0 ? .swept(away) : nil
            }
            if gap(bar) > 1 { return .reclaimed(origin > 0 ? .up : .down) }
            return failsRetest(bar) ? .failedRetest(away) : nil
        }

        func standing(_ bar: Int) -> LevelBreak.Standing {
            guard bar >= first else { return .unknown }
            let isBroken = breaks(bar) || breakBefore(bar + 1) != nil
            return origin > 0
                ? (isBroken ? .brokenDown : .support) : (isBroken ? .brokenUp : .resistance)
        }
    }

    private static func check(_ bars: [Bar]) -> String? {
        let definition = Definition(bars: bars)
        for (bar, reading) in readings(bars).enumerated() {
            guard let reading, reading.event == definition.event(bar),
                reading.standing == definition.standing(bar),
                reading.isTesting == (abs(bars[bar].close - 100) < 1)
            else { return "\(bars.map(\.close)) at \(bar): \(String(describing: reading))" }
        }
        return nil
    }

    @Test func everySequenceOfCloses() {
        let wrong = sequences(over: Array(Self.alphabet.prefix(4)), upTo: 6).compactMap(Self.check)
        #expect(wrong.isEmpty, "\(wrong.count), first \(wrong.first ?? "")")
    }

    @Test func everySequenceWithRanges() {
        let wrong = sequences(over: Self.alphabet, upTo: 4).compactMap(Self.check)
        #expect(wrong.isEmpty, "\(wrong.count), first \(wrong.first ?? "")")
    }

    @Test func agreesWithTheReference() throws {
        let rows = try ReferenceTable(fixture: "Levels/breaks.csv").rows
        let names = Set(rows.map { $0.text("event") })
        #expect(rows.count == 2400 && names.count == 6)
        for run in Dictionary(grouping: rows, by: { $0.text("run") }).values {
            let bars = run.map {
                LevelSamples.bar(
                    0, open: $0.double("close"), high: $0.double("high"), low: $0.double("low"),
                    close: $0.double("close"))
            }
            let readings = LevelBreak.readings(
                of: bars, level: run.map { Double($0.text("level")) },
                averageRange: run.map { Double($0.text("range")) })
            for (reading, row) in zip(readings, run) {
                #expect((reading?.standing.rawValue ?? "none") == row.text("standing"))
                #expect(Self.name(reading?.event) == row.text("event"))
                #expect((reading?.isTesting ?? false) == (row.int("testing") == 1))
            }
        }
    }

    private static func name(_ event: LevelBreak.Event?) -> String {
        switch event {
        case .broken(_, let bySecondClose): bySecondClose ? "brokenSecond" : "broken"
        case .swept: "swept"
        case .reclaimed: "reclaimed"
        case .failedRetest: "failedRetest"
        case nil: "none"
        }
    }

    /// The article's day: the index at 3.38 against an average of 3.38 is being tested, and nothing else.
    @Test func theSameNumberIsTesting() {
        let bars = LevelSamples.still([3.61, 3.38])
        let last = LevelBreak.readings(of: bars, level: [3.38, 3.38], averageRange: [0.17, 0.17])[1]
        #expect(last?.isTesting == true && last?.event == nil && last?.standing == .support)
    }

    /// By hand: a quarter of a range of four is one; half a percent of 1000 is five.
    @Test(arguments: [
        (100.0, 4.0, 1.0), (1000, 4, 5), (100, nil, 0.5), (100, .nan, 0.5), (0, 2, 0.5),
    ])
    func band(level: Double, range: Double?, expected: Double) {
        #expect(LevelBreak.band(around: level, averageRange: range) == expected)
    }

    /// Upside down, everything goes the other way.
    @Test func isSymmetric() {
        func mirrored(_ direction: LevelBreak.Direction) -> LevelBreak.Direction {
            direction == .up ? .down : .up
        }
        for bars in sequences(over: Self.alphabet, upTo: 4) {
            let mirror = bars.map {
                Bar(200 - $0.close, through: 200 - $0.low - $0.high + $0.close)
            }
            for (here, there) in zip(Self.readings(bars), Self.readings(mirror)) {
                let turned: LevelBreak.Event? =
                    switch there?.event {
                    case .broken(let direction, let second):
                        .broken(mirrored(direction), bySecondClose: second)
                    case .swept(let direction): .swept(mirrored(direction))
                    case .reclaimed(let direction): .reclaimed(mirrored(direction))
                    case .failedRetest(let direction): .failedRetest(mirrored(direction))
                    case nil: nil
                    }
                #expect(here?.event == turned && here?.isTesting == there?.isTesting)
            }
        }
    }

    @Test func aBarWithoutItsLevelPartsTheCloses() {
        let bars = LevelSamples.still([103, 99.5, 99.5, 99.5])
        let parted = LevelBreak.readings(
            of: bars, level: [100, 100, nil, 100], averageRange: [4, 4, 4, 4])
        #expect(parted[2] == nil && parted[3]?.event == nil && parted[3]?.standing == .support)
        let whole = LevelBreak.readings(
            of: bars, level: [100, 100, 100, 100], averageRange: [4, 4, 4, 4])
        #expect(whole[2]?.event == .broken(.down, bySecondClose: true))
        for (name, bars) in LevelSamples.degenerate {
            let readings = LevelBreak.readings(
                of: bars, level: bars.map { _ in 42 }, averageRange: bars.map { $0.high - $0.low })
            #expect(readings.count == bars.count, "\(name)")
            for count in 0...bars.count {
                let known = LevelBreak.readings(
                    of: Array(bars.prefix(count)), level: (0..<count).map { _ in 42 },
                    averageRange: bars.prefix(count).map { $0.high - $0.low })
                #expect(known == Array(readings.prefix(count)), "\(name)")
            }
        }
    }
}
