import Evidence
import Market
import Narrative

/// The figures behind a chart, so that nobody has to read them off a picture.
struct FigureTable {
    /// A heading and whether numbers stand below it.
    struct Column {
        /// The heading.
        let title: Phrase
        /// Whether the cells are set to the right.
        let isNumber: Bool
    }

    /// What the table holds.
    let caption: Phrase
    /// The columns.
    let columns: [Column]
    /// The cells, each row as long as `columns`.
    let rows: [[Phrase]]

    /// The tables of a plot, in reading order; one without rows is left out.
    static func tables(
        _ plot: Chart.Plot, in language: any PageLanguage = EnglishPage()
    ) -> [FigureTable] {
        FigureTables(language: language).tables(plot)
    }
}

/// Makes the figures of a plot into tables, in a language.
private struct FigureTables {
    let language: any PageLanguage

    func tables(_ plot: Chart.Plot) -> [FigureTable] {
        let tables =
            switch plot {
            case .price(let plot):
                [
                    levels(plot.levels), marks(plot.marks),
                    runs([plot.bars] + plot.overlays + (plot.oscillator.map { [$0] } ?? [])),
                ]
            case .bars(let plot): [bars(plot.facts)]
            case .columns(let series): [runs([series])]
            case .panels(let panels): [runs(panels)]
            case .curves(let plot): plot.entries.map(curve)
            case .fan(let plot):
                [
                    levels(plot.levels), marks(plot.marks),
                    runs((plot.line.map { [$0] } ?? []) + [plot.fan]),
                ]
            case .timeline(let plot): plot.tracks.map(track)
            }
        return tables.filter { !$0.rows.isEmpty }
    }

    // MARK: Facts

    private func bars(_ facts: [Fact]) -> FigureTable {
        let isBounded = facts.contains { $0.low != nil && $0.high != nil }
        var columns = [words(.of), numbers(.value), words(.standing)]
        if isBounded { columns.insert(numbers(.between), at: 2) }
        return FigureTable(
            caption: heading(.bars), columns: columns,
            rows: facts.map { fact in
                var row = [
                    Phrase(CleanText.inline(fact.subject.name), .fact(fact)),
                    Phrase(NumberFormat.text(fact, .signed, in: language), .fact(fact)),
                    Phrase(language.standing(fact.standing)),
                ]
                if isBounded { row.insert(interval(fact), at: 2) }
                return row
            })
    }

    private func interval(_ fact: Fact) -> Phrase {
        guard fact.low != nil, fact.high != nil else { return Phrase() }
        return Phrase(NumberFormat.text(fact, .interval, in: language), .fact(fact))
    }

    private func levels(_ levels: [PricePlot.Level]) -> FigureTable {
        FigureTable(
            caption: heading(.levels), columns: [words(.level), numbers(.value)],
            rows: levels.map { level in
                [
                    Phrase(NumberFormat.text(level.label, in: language), .fact(level.label)),
                    Phrase(NumberFormat.text(level.value, in: language), .fact(level.value)),
                ]
            })
    }

    private func marks(_ marks: [PricePlot.Mark]) -> FigureTable {
        FigureTable(
            caption: heading(.marks), columns: [words(.time), words(.whatHappened)],
            rows: marks.map { mark in
                [
                    Phrase(NumberFormat.text(mark.time, in: language), .fact(mark.time)),
                    Phrase(NumberFormat.text(mark.label, in: language), .fact(mark.label)),
                ]
            })
    }

    // MARK: Runs of values

    /// All runs side by side on one column of times.
    private func runs(_ runs: [SeriesFact]) -> FigureTable {
        var places: [Timestamp: [Int: Int]] = [:]
        for (run, series) in runs.enumerated() {
            for (row, time) in series.times.enumerated() { places[time, default: [:]][run] = row }
        }
        let isDaily = runs.allSatisfy { $0.interval >= .day }
        let rows = places.keys.sorted().map { time in
            let found = places[time] ?? [:]
            let first = found.keys.min().map { Origin.series(runs[$0]) }
            let moment = isDaily ? "\(time.day)" : "\(time.day) \(time.clock)"
            return [Phrase(moment, first)]
                + runs.enumerated().flatMap { run, series in cells(series, found[run]) }
        }
        return FigureTable(
            caption: heading(.runs),
            columns: [words(isDaily ? .day : .moment)] + runs.flatMap(headings),
            rows: rows)
    }

    private func cells(_ series: SeriesFact, _ row: Int?) -> [Phrase] {
        series.columns.map { column in
            guard let row, let value = column.values[row] else { return Phrase() }
            return Phrase(NumberFormat.fine(value, column.unit, in: language), .series(series))
        }
    }

    private func headings(_ series: SeriesFact) -> [FigureTable.Column] {
        series.columns.map { column in
            let name =
                series.columns.count == 1
                ? series.measureName(in: language) : CleanText.inline(language.column(column.name))
            return FigureTable.Column(title: Phrase(name, .series(series)), isNumber: true)
        }
    }

    // MARK: Curves and timelines

    private func curve(_ entry: CurvePlot.Entry) -> FigureTable {
        let curve = entry.curve
        let origin = Origin.curve(curve)
        return FigureTable(
            caption: Phrase(NumberFormat.text(entry.label, in: language), .fact(entry.label)),
            columns: [axisColumn(curve.axis.name)]
                + curve.columns.map {
                    FigureTable.Column(
                        title: Phrase(CleanText.inline(language.column($0.name)), origin),
                        isNumber: true)
                },
            rows: curve.axis.values.indices.map { place in
                [
                    Phrase(
                        NumberFormat.text(curve.axis.values[place], curve.axis.unit, in: language),
                        origin)
                ]
                    + curve.columns.map { column in
                        column.values[place].map {
                            Phrase(NumberFormat.text($0, column.unit, in: language), origin)
                        } ?? Phrase()
                    }
            })
    }

    private func axisColumn(_ name: String) -> FigureTable.Column {
        FigureTable.Column(title: Phrase(CleanText.inline(name)), isNumber: true)
    }

    private func track(_ track: TimelinePlot.Track) -> FigureTable {
        FigureTable(
            caption: Phrase(track.title, in: language),
            columns: [words(.when), words(.earliest), words(.latest), words(.what)],
            rows: track.entries.map { entry in
                [entry.time, entry.earliest, entry.latest].map { moment in
                    moment.map { Phrase(NumberFormat.text($0, .moment, in: language), .fact($0)) }
                        ?? Phrase()
                } + [Phrase(NumberFormat.text(entry.label, in: language), .fact(entry.label))]
            })
    }

    private func words(_ title: PageWord) -> FigureTable.Column {
        FigureTable.Column(title: heading(title), isNumber: false)
    }

    private func numbers(_ title: PageWord) -> FigureTable.Column {
        FigureTable.Column(title: heading(title), isNumber: true)
    }

    private func heading(_ word: PageWord) -> Phrase { Phrase(language.word(word)) }
}
