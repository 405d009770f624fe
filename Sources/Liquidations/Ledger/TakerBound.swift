package import Market
internal import Series

/// Liquidated positions of one asset at one venue against what takers traded in the same bars.
///
/// A position that is closed by force is closed by a taker's order: a long by a sale, a short by a purchase. So
/// no more longs can be liquidated than takers sold, and no more shorts than they bought, bar by bar. Where
/// more were, a unit, a side or a time is wrong in one of the two sources, or one counts more contracts.
///
/// Only bars whose takers are known count; a bar of liquidations may be made up of several bars of takers.
package struct TakerBound: Hashable, Sendable {
    /// A side of positions that was closed by force, and what takers do to close it.
    package enum Side: String, Hashable, Sendable, CaseIterable {
        /// Longs, closed by sales.
        case long
        /// Shorts, closed by purchases.
        case short
    }

    /// Where takers traded to on balance.
    package enum Lean: String, Hashable, Sendable, CaseIterable {
        /// Sold where mostly longs were liquidated, bought where mostly shorts were.
        case along = "the way liquidations went"
        /// The other way round: whoever was not forced did more the other way.
        case against = "against liquidations"
    }

    /// What the comparison of a side says.
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// No bar has more than takers traded.
        case within = "holds"
        /// Some bar has more than takers traded in the one contract that is known.
        case beyondContract = "broken for one contract"
        /// Some bar has more than takers traded in all contracts: a source is wrong.
        case contradicted = "broken"
    }

    /// One bar of liquidations and what takers traded over it.
    package struct Bar: Hashable, Sendable {
        /// What was liquidated.
        package let liquidations: LiquidationBar
        /// What takers traded.
        package let takers: TakerTrades

        /// What was liquidated of a side, in US dollars.
        package func liquidated(_ side: Side) -> Double {
            side == .long ? liquidations.longUSD : liquidations.shortUSD
        }

        /// What takers traded in the direction that closes a side.
        package func traded(_ side: Side) -> TakerTrades.Dollars {
            side == .long ? takers.sold : takers.bought
        }

        /// What was liquidated as a ratio of what takers traded, bounds and middle; `nil` where they traded
        /// nothing.
        package func share(_ side: Side) -> TakerTrades.Dollars? {
            TakerBound.share(liquidated(side), of: traded(side))
        }

        /// Whether more was liquidated than takers can have traded.
        package func isBroken(_ side: Side) -> Bool { liquidated(side) > traded(side).high }
    }

    /// The one contract whose takers are known; `nil` where those of all contracts are.
    package let instrument: InstrumentID?
    /// Bars of liquidations whose takers are known, by time.
    package let bars: [Bar]
    /// How many bars of liquidations there are, whether their takers are known or not.
    package let barCount: Int
    /// What takers bought in all these bars.
    package let bought: TakerTrades.Dollars
    /// What takers sold in all these bars.
    package let sold: TakerTrades.Dollars

    /// Holds bars of liquidations against trades of takers, both of one venue and one asset, the trades by time.
    ///
    /// Where takers of several contracts, or of all of them together, are known, those are taken that are
    /// known for most bars; among these those of all contracts, then those that traded most, then by name.
    /// `nil` where no bar's takers are known. Takes little more time than to put both in order.
    package init?(_ liquidations: [LiquidationBar], trades: [TakerTrades]) {
        let tapes = Dictionary(grouping: trades) {
            Tape(instrument: $0.instrument, span: $0.range.span)
        }
        let found = tapes.map { tape, trades in
            (tape: tape, bars: Self.matched(liquidations, trades))
        }.filter { !$0.bars.isEmpty }
        guard let best = found.max(by: { Self.isWorse($0, $1) }) else { return nil }
        instrument = best.tape.instrument
        bars = best.bars
        barCount = liquidations.count
        bought = TakerTrades.Dollars(adding: best.bars.map(\.takers.bought))
        sold = TakerTrades.Dollars(adding: best.bars.map(\.takers.sold))
    }

    /// Bars of liquidations whose takers are not known.
    package var unknownCount: Int { barCount - bars.count }

    /// What was liquidated of a side in the bars whose takers are known, in US dollars.
    package func liquidated(_ side: Side) -> Double {
        bars.map { $0.liquidated(side) }.compensatedSum
    }

    /// What takers traded in the direction that closes a side.
    package func traded(_ side: Side) -> TakerTrades.Dollars { side == .long ? sold : bought }

    /// What was liquidated as a ratio of what takers traded over all these bars; `nil` where they traded nothing.
    package func share(_ side: Side) -> TakerTrades.Dollars? {
        Self.share(liquidated(side), of: traded(side))
    }

    /// The bar whose share of a side is certainly the highest, the first of several; `nil` where nothing was
    /// liquidated. Where any bar is broken, this one is.
    package func highest(_ side: Side) -> Bar? {
        func height(_ bar: Bar) -> Double { bar.share(side)?.low ?? .infinity }
        let some = bars.filter { $0.liquidated(side) > 0 }
        return some.max { height($0) < height($1) }
    }

    /// What the comparison of a side says.
    package func verdict(_ side: Side) -> Verdict {
        guard bars.contains(where: { $0.isBroken(side) }) else { return .within }
        return instrument == nil ? .contradicted : .beyondContract
    }

    /// Purchases less sales of takers as a ratio of both, from -1 to 1; `nil` where nothing was traded.
    package var imbalance: Double? {
        let both = bought.middle + sold.middle
        return both > 0 && both.isFinite ? (bought.middle - sold.middle) / both : nil
    }

    /// The side of which more was liquidated; `nil` where both are alike.
    package var mostly: Side? {
        let (long, short) = (liquidated(.long), liquidated(.short))
        return long == short ? nil : long > short ? .long : .short
    }

    /// Whether takers on balance traded in the direction that closes the side of which more was liquidated;
    /// `nil` where either has no direction.
    package var lean: Lean? {
        guard let mostly, let imbalance, imbalance != 0 else { return nil }
        return (imbalance < 0) == (mostly == .long) ? .along : .against
    }

    private struct Tape: Hashable {
        let instrument: InstrumentID?
        let span: TimeSpan
    }

    private static func share(
        _ liquidated: Double, of traded: TakerTrades.Dollars
    ) -> TakerTrades.Dollars? {
        guard traded.low > 0 else { return nil }
        return TakerTrades.Dollars(
            low: liquidated / traded.high, middle: liquidated / traded.middle,
            high: liquidated / traded.low)
    }

    /// The bars of liquidations that trades make up without a gap.
    private static func matched(
        _ liquidations: [LiquidationBar], _ trades: [TakerTrades]
    ) -> [Bar] {
        let ordered = trades.sorted { $0.range.start < $1.range.start }
        var first = 0
        return liquidations.sorted { ($0.openTime, $0.interval) < ($1.openTime, $1.interval) }
            .compactMap { bar in
                // Bars open one after another: what began before this one is behind all that follow.
                while first < ordered.count, ordered[first].range.start < bar.openTime {
                    first += 1
                }
                let inside = ordered[first...].prefix { $0.range.end <= bar.closeTime }
                guard let whole = TakerTrades(joining: Array(inside)),
                    whole.range == TimeRange(from: bar.openTime, to: bar.closeTime)
                else { return nil }
                return Bar(liquidations: bar, takers: whole)
            }
    }

    private static func isWorse(
        _ left: (tape: Tape, bars: [Bar]), _ right: (tape: Tape, bars: [Bar])
    ) -> Bool {
        func turnover(_ bars: [Bar]) -> Double {
            bars.flatMap { [$0.takers.bought.middle, $0.takers.sold.middle] }.compensatedSum
        }
        guard left.bars.count == right.bars.count else {
            return left.bars.count < right.bars.count
        }
        guard (left.tape.instrument == nil) == (right.tape.instrument == nil) else {
            return right.tape.instrument == nil
        }
        let (ours, theirs) = (turnover(left.bars), turnover(right.bars))
        guard ours == theirs else { return ours < theirs }
        guard left.tape.instrument == right.tape.instrument else {
            return (left.tape.instrument?.text ?? "") > (right.tape.instrument?.text ?? "")
        }
        return left.tape.span < right.tape.span
    }
}
