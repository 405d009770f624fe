internal import Market

/// What a word of the field does in a sentence, whatever its language.
enum Term: Hashable, Sendable {
    // Movement.
    case changeVerb(Direction), changeTo(Direction), changeNoun(Direction), changeAdverb(Direction),
        moveNoun
    // Places of figures.
    case from, to, by, of, at, with, within, above, below, between, than, reach, state, extremum(
        Direction)
    // Things.
    case measure(Measure), totalCap, market, indicator(IndicatorName), period, side(PositionSide),
        positions
    case pronoun, tokenPronoun, indexPronoun, sectorPronoun
    // Levels.
    case support, resistance, loses, breaks, holds, rejects, level
    // Order.
    case rank(Direction), scope, followedBy, follows, single, respectively, outperforms,
        underperforms, share, total
    // Joints.
    case and, clauseBreak, which, cause, effect, negation, forecast, conditional
    // People and events.
    case says, accordingTo, eventVerb, defines, definitionHead
    // Before figures.
    case hedge(Hedge)
    // After figures.
    case unit(FigureUnit), scale(Int)
    case window(Window.Kind), windowLead, since, timeUnit(TimeUnit), month(Int), weekday(Int),
        relativeDay(Int)
    case article
}
