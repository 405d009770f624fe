package import Market

/// The levels that each method knew at the close of each bar, and nothing it learned later.
///
/// Every answer holds one list of prices for each bar, in the unit of the price, in no order that means
/// anything. The list of a bar is the same whatever bars follow.
package enum LevelWalk {
    /// The levels of any method: it is asked at each close, with the bars up to then.
    package static func levels(
        of candles: [Candle], by detector: (ArraySlice<Candle>) -> [Double]
    ) -> [[Double]] {
        candles.indices.map { detector(candles[...$0]) }
    }

    /// Lines that move, such as averages: each with its value at every close.
    package static func lines(_ lines: [[Double?]], bars: Int) -> [[Double]] {
        (0..<bars).map { bar in
            lines.compactMap { $0.indices.contains(bar) ? $0[bar] : nil }
        }
    }

    /// Round numbers around each close.
    package static func roundNumbers(_ candles: [Candle]) -> [[Double]] {
        candles.map { Level.roundNumbers(around: $0.close).map(\.value) }
    }

    /// Floor pivots of each bar, for the next.
    package static func floorPivots(_ candles: [Candle]) -> [[Double]] {
        candles.map { candle in
            guard
                let pivots = FloorPivots(
                    high: candle.high, low: candle.low, close: candle.close)
            else { return [] }
            return FloorPivots.Mark.allCases.map { pivots.price(of: $0) }
        }
    }

    /// High, low and close of the day, week and month before, as of each close.
    package static func priorPeriods(_ candles: [Candle]) -> [[Double]] {
        var periods = PriorPeriods()
        return candles.map { candle in
            periods.update(candle)
            return PriorPeriods.Unit.allCases.flatMap { unit -> [Double] in
                guard let record = periods.prior(unit, at: candle.closeTime) else { return [] }
                return PriorPeriods.Part.allCases.map { record.price(of: $0) }
            }
        }
    }

    /// The highest high and the lowest low of the last `bars` bars.
    package static func extremes(_ candles: [Candle], bars: Int = 30) -> [[Double]] {
        precondition(bars > 0, "an extreme needs a bar")
        return levels(of: candles) { known in
            let last = known.suffix(bars)
            return [PriceExtreme(.high, of: last), PriceExtreme(.low, of: last)]
                .compactMap { $0?.price }
        }
    }

    /// Centres of the zones of turns, with half an average true range as bandwidth.
    ///
    /// The zones are formed anew whenever a turn is confirmed, with the range of that bar: between turns all
    /// weights fade alike, which moves no maximum.
    package static func swingZones(
        _ candles: [Candle], averageRange: [Double?], halfLife: TimeSpan = .days(90),
        reach: Int = 2
    ) -> [[Double]] {
        precondition(candles.count == averageRange.count, "every bar needs its range")
        var swings = SwingPivots(reach: reach)
        var pivots: [SwingPivot] = []
        var centres: [Double] = []
        return zip(candles, averageRange).map { candle, range in
            let confirmed = swings.update(candle)
            pivots += confirmed
            if let range, !confirmed.isEmpty {
                centres = PivotZones(
                    pivots, at: candle.closeTime, halfLife: halfLife, bandwidth: 0.5 * range
                ).zones.map(\.centre)
            }
            return centres
        }
    }

    /// The busiest price and the ends of the value area over the last `bars` bars.
    package static func volumeProfile(
        _ candles: [Candle], bars: Int = 60, bins: Int = 50
    ) -> [[Double]] {
        precondition(bars > 0, "a profile needs a bar")
        // Checked once each, not once for every window that holds it.
        let isTraded = candles.map(VolumeProfile.isTraded)
        return candles.indices.map { bar in
            let window = max(0, bar + 1 - bars)...bar
            let traded = window.compactMap { isTraded[$0] ? candles[$0] : nil }
            guard let profile = VolumeProfile(ofTraded: traded, bins: bins) else { return [] }
            return VolumeProfile.Mark.allCases.map { profile.price(of: $0) }
        }
    }

    /// The best support line and the best resistance line, where they run at the next opening.
    package static func trendLines(
        _ candles: [Candle], averageRange: [Double?], rule: TrendLine.Rule = TrendLine.Rule()
    ) -> [[Double]] {
        precondition(candles.count == averageRange.count, "every bar needs its range")
        var swings = SwingPivots(reach: rule.reach)
        var pivots: [SwingPivot] = []
        return candles.indices.map { bar in
            pivots += swings.update(candles[bar])
            return SwingPivot.Side.allCases.compactMap { side in
                let best = TrendLine.best(
                    side, in: Array(candles[...bar]), averageRange: Array(averageRange[...bar]),
                    pivots: pivots, rule: rule)
                return (try? best.get())?.value(at: candles[bar].closeTime)
            }
        }
    }
}
