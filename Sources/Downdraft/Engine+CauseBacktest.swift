#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Catalysts
internal import Evidence
internal import Market
public import Narrative
internal import Series
internal import Store

extension Engine {
    /// How often the test of causes finds something over all days in the store: on days on which the market hardly
    /// moved it should be one in twenty, since nothing was there to find.
    ///
    /// - Input: `threshold`, how far the market must go in a day to count as a move, a ratio between 0 and 1.
    /// - Throws: `EngineError.refused` where there are too few days; `StoreError`.
    public func backtest(causesOver threshold: Double, _ question: Question) throws -> Report {
        guard threshold > 0, threshold < 1 else {
            throw EngineError.refused("a threshold is a share between 0 and 1, such as 0.05")
        }
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        let days = try ReturnPanel.ofDays(asOf: question.asOf, from: snapshot)
        let sectors = try snapshot.sectorMembers()
        guard let panel = days.rows.first,
            let window = StudyWindow(estimation: 30, gap: 0, length: 1)
        else {
            throw EngineError.refused("no daily bars are known by then — import some")
        }
        let dates = min(250, panel.bars / 3)
        guard dates >= CauseRules(window: window).fewestDates else {
            throw EngineError.refused(
                "\(panel.bars) days are too few to compare a day with the days before it")
        }
        let groups = Dictionary(grouping: sectors.rows, by: \.sector).sorted { $0.key < $1.key }
            .map { (name: $0.key.text, members: Set($0.value.map(\.asset))) }
        let found = CauseBacktest(
            panel: panel, groups: groups, rules: CauseRules(window: window),
            threshold: log1p(threshold), dates: dates, stride: 1)
        var scribe = FactScribe(question)
        scribe.recordCauseBacktest(
            found, bars: panel.bars, dates: dates, threshold: threshold,
            from: days.sources + sectors.sources)
        return narrated(scribe.book, question, try snapshot.sources()) {
            $0.causeBacktestReport(sources: $1)
        }
    }
}
