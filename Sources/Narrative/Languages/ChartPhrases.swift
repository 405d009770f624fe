internal import Evidence

/// An average with the distance of a price from it.
struct AverageDistance {
    let average: Fact
    let distance: Fact
}

/// A reading of relative strength with what it rests on.
struct StrengthReading {
    let strength: Fact
    let closes: Fact
    let seedSpread: Fact?
    /// The highest closed reading of late, where the present one has come down from it.
    let past: (reading: Fact, day: Fact)?
    let isLive: Bool
}

/// What stands on the chart, in the news, and in print elsewhere.
protocol ChartPhrases: Sendable {
    /// Where TOTAL stands to its averages; there is at least one.
    func averages(_ averages: [AverageDistance], isLastBarOpen: Bool) -> Sentence
    /// What relative strength reads, by which recipe.
    func strength(_ reading: StrengthReading) -> Sentence
    /// The caption of the levels around a price.
    func levelsCaption(around price: Fact) -> Sentence
    /// The caption of the indicators.
    func indicatorsCaption(until reading: Fact) -> Sentence

    /// When the market turned.
    func turn(_ turn: Fact, fell: Bool) -> Sentence
    /// Which word had risen most before the turn.
    func term(_ term: Fact, recent: Fact, expected: Fact, themed: Fact, before: Fact) -> Sentence
    /// That order in time is no cause.
    var orderIsNoCause: Sentence { get }
    /// What the chart of the news shows.
    func newsChart(turn: Fact) -> Sentence

    /// What a printed figure stands for.
    var printedFigures: Sentence { get }
    /// A phrase: the measure of a printed figure that we have no figure for, by its name or by itself.
    func printedMeasure(name: Fact?, measure: Fact?) -> Sentence
    /// A phrase: an asset on all venues.
    func allVenues(_ name: Sentence) -> Sentence
}
