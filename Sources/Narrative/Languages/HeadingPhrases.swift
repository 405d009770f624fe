/// Words without facts: headings, captions and labels, each under a key that all languages share.
protocol HeadingPhrases: Sendable {
    /// The heading of a column of words.
    func heading(_ column: WordColumn) -> Sentence
    /// The heading of a column of numbers.
    func heading(_ column: FigureColumn) -> Sentence
    /// The title of a section.
    func title(_ section: SectionTitle) -> Sentence
    /// The caption of a table, or the heading of a chart.
    func caption(_ caption: Caption) -> Sentence
    /// What a chart shows.
    func summary(_ summary: ChartSummary) -> Sentence
    /// What stands in a cell.
    func label(_ label: CellLabel) -> Sentence
}

/// Columns of words.
enum WordColumn: CaseIterable {
    case since, when, among, lastAsFar, coin, name, state, sector, token, whatItIs, status, day,
        indicator
    case what, likeliestFrom, between, and, withoutOne, speaksOf, verdict, firstStory, because, part
    case published, headline, about, measure, printed, whyTheyMayDiffer
}

/// Columns of numbers.
enum FigureColumn: CaseIterable {
    case then, latest, change, place, percentile, fromTheMean, probability, price, contribution
    case shareOrCount, of, assets, capitalisation, correlation, beta, beyondBeta, range, volume
    case long, short, together, windowCovered, inStablecoin, inCoin, fundingThen, fundingNow
    case level, distance, reading, odds, headlines, recentSpan, expected, effect,
        probabilityOfSeveral
    case furthestQuarter, points, close, ours
}

/// Sections.
enum SectionTitle: CaseIterable {
    case distance, unusual, coins, breadth, sectors, volume, leverage, technical, onsets, causes,
        news
    case published, thread
}

/// Tables and charts without a fact in their heading.
enum Caption: CaseIterable {
    case distance, unusual, contributions, contributionChart, sectors, movers, volume, liquidations,
        positions
    case liquidationChart, positionChart, strength, priceChart, onsets, timeline, began, stories,
        names
    case candidates, shares, storiesBefore, storiesAfter, newsChart, macro, published
}

/// Charts whose summary holds no fact.
enum ChartSummary: CaseIterable {
    case liquidations, positions, price, timeline, abnormal
}

/// Cells that hold no fact.
enum CellLabel: CaseIterable {
    case midnight, highestHour, lowestHour, index, otherCoins, aboveFifty, aboveTwoHundred,
        lowestClose
    case highestClose, together, indexNow, priceNow, broadShare, remainderShare, testedMove,
        allVenues
    case noData, floorBelow, floorAbove, notContradicted, refutedByFloor, agrees, differs
}
