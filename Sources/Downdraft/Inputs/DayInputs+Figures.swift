internal import Market
internal import Series
internal import Store

extension DayInputs {
    /// Reads what figures of an article are held against, and next to nothing else.
    ///
    /// What the findings of an hour need and what is read here are the same rows: prices within the window and
    /// fresh at its ends, the whole history of the index, supplies, sectors and liquidations.
    init(figuresOf question: Question, from snapshot: StoreSnapshot) throws {
        let asOf = question.asOf
        let window = question.range
        let stale = PriceBoard.staleAfter
        let priced = TimeRange(from: window.start - max(window.span, stale), to: asOf)
        let none = TimeRange(from: asOf, to: asOf)

        self.question = question
        totalDaily = try snapshot.candles(
            series: .total, interval: .day,
            range: TimeRange(from: asOf - Self.history, to: asOf))
        totalHourly = try snapshot.candles(
            series: .total, interval: .hour,
            range: TimeRange(from: min(window.start, asOf - .days(7)) - stale, to: asOf))
        assets = try snapshot.assets()
        instruments = try snapshot.instruments()
        perpetuals = try snapshot.instrumentCandles(interval: .hour, range: priced)
        earlierCloses = try snapshot.instrumentCloses(interval: .hour, range: none)
        // A day that opened before the window may close within it.
        dailyCloses = try snapshot.instrumentColumns(
            interval: .day, range: TimeRange(from: priced.start - .days(1), to: asOf),
            fields: .closes)
        supplies = try snapshot.supplies()
        sectorMembers = try snapshot.sectorMembers()
        liquidations = try snapshot.liquidations(priced)
        openInterest = try snapshot.openInterest(none)
        funding = try snapshot.funding(none)
        depth = try snapshot.depth(none)
        macroCloses = []
        fundFlows = Sourced(rows: [], sources: [])
        events = Sourced(rows: [], sources: [])
        headlines = try snapshot.headlines(none)
        themeTerms = try snapshot.themeTerms()
        publishedFigures = try snapshot.publishedFigures()
        sources = try snapshot.sources()
    }
}
