/// What a word of the field does in a sentence, whatever its language.
enum Term: Hashable, Sendable {
    // Movement.
    case changeVerb(Direction), changeTo(Direction), changeNoun(Direction), changeAdverb(Direction), moveNoun
    // Places of figures.
    case from, to, by, of, at, with, within, above, below, between, than, reach, state, extremum(Direction)
    // Things.
    case measure(Measure), totalCap, market, indicator(IndicatorName), period, side(PositionSideName), positions
    case pronoun, tokenPronoun, indexPronoun, sectorPronoun
    // Levels.
    case support, resistance, loses, breaks, holds, rejects, level
    // Order.
    case rank(Direction), scope, followedBy, respectively, outperforms, underperforms, share, total
    // Joints.
    case and, clauseBreak, which, cause, effect, negation, forecast, conditional
    // People and events.
    case says, accordingTo, eventVerb, defines, definitionHead
    // Before figures.
    case hedge(Hedge)
    // After figures.
    case unit(FigureUnit), scale(Int)
    case window(Window.Kind), windowLead, since, timeUnit(TimeUnit), month(Int), weekday(Int), relativeDay(Int)
    case article
}

/// Which side of the market was closed.
package enum PositionSideName: String, Hashable, Sendable, CaseIterable {
    /// Bets on a rise.
    case long
    /// Bets on a fall.
    case short
}

/// Indicators with a name of their own.
package enum IndicatorName: String, Hashable, Sendable, CaseIterable {
    /// The simple moving average, and moving averages that say no more.
    case simpleMovingAverage
    /// The exponential moving average.
    case exponentialMovingAverage
    /// The relative strength index.
    case relativeStrengthIndex
    /// Moving average convergence divergence.
    case convergenceDivergence
    /// The fear and greed index.
    case fearAndGreed
}

/// Units in which windows are counted.
enum TimeUnit: Int, Hashable, Sendable {
    case minute = 1
    case hour = 60
    case day = 1440
    case week = 10080
    case month = 43200
    case year = 525600
}
