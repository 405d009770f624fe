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
    static func tables(_ plot: Chart.Plot) -> [FigureTable] {
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

    private static func bars(_ facts: [Fact]) -> FigureTable {
        let isBounded = facts.contains { $0.low != nil && $0.high != nil }
        var columns = [words("Of"), numbers("Value"), words("Standing")]
        if isBounded { columns.insert(numbers("Between"), at: 2) }
        return FigureTable(
            caption: Phrase("Bars, in their order"), columns: columns,
            rows: facts.map { fact in
                var row = [
                    Phrase(CleanText.inline(fact.subject.name), .fact(fact)),
                    Phrase(NumberFormat.text(fact, .signed), .fact(fact)),
                    Phrase(Receipt.standing(fact.standing)),
                ]
                if isBounded { row.insert(interval(fact), at: 2) }
                return row
            })
    }

    private static func interval(_ fact: Fact) -> Phrase {
        guard fact.low != nil, fact.high != nil else { return Phrase() }
        return Phrase(NumberFormat.text(fact, .interval), .fact(fact))
    }

    private static func levels(_ levels: [PricePlot.Level]) -> FigureTable {
        FigureTable(
            caption: Phrase("Levels"), columns: [words("Level"), numbers("Value")],
            rows: levels.map { level in
                [
                    Phrase(NumberFormat.text(level.label), .fact(level.label)),
                    Phrase(NumberFormat.text(level.value), .fact(level.value)),
                ]
            })
    }

    private static func marks(_ marks: [PricePlot.Mark]) -> FigureTable {
        FigureTable(
            caption: Phrase("Marks"), columns: [words("Time"), words("What happened")],
            rows: marks.map { mark in
                [
                    Phrase(NumberFormat.text(mark.time), .fact(mark.time)),
                    Phrase(NumberFormat.text(mark.label), .fact(mark.label)),
                ]
            })
    }

    // MARK: Runs of values

    /// All runs side by side on one column of times.
    private static func runs(_ runs: [SeriesFact]) -> FigureTable {
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
            caption: Phrase("Values over time; a bar is named by its opening"),
            columns: [words(isDaily ? "Day (UTC)" : "Time (UTC)")] + runs.flatMap(headings),
            rows: rows)
    }

    private static func cells(_ series: SeriesFact, _ row: Int?) -> [Phrase] {
        series.columns.map { column in
            guard let row, let value = column.values[row] else { return Phrase() }
            return Phrase(NumberFormat.fine(value, column.unit), .series(series))
        }
    }

    private static func headings(_ series: SeriesFact) -> [Column] {
        series.columns.map { column in
            let name =
                series.columns.count == 1 ? series.measureName : CleanText.inline(column.name)
            return Column(title: Phrase(name, .series(series)), isNumber: true)
        }
    }

    // MARK: Curves and timelines

    private static func curve(_ entry: CurvePlot.Entry) -> FigureTable {
        let curve = entry.curve
        let origin = Origin.curve(curve)
        return FigureTable(
            caption: Phrase(NumberFormat.text(entry.label), .fact(entry.label)),
            columns: [curve.axis.name].map(axisColumn)
                + curve.columns.map {
                    Column(title: Phrase(CleanText.inline($0.name), origin), isNumber: true)
                },
            rows: curve.axis.values.indices.map { place in
                [Phrase(NumberFormat.text(curve.axis.values[place], curve.axis.unit), origin)]
                    + curve.columns.map { column in
                        column.values[place].map {
                            Phrase(NumberFormat.text($0, column.unit), origin)
                        } ?? Phrase()
                    }
            })
    }

    private static func axisColumn(_ name: String) -> Column {
        Column(title: Phrase(CleanText.inline(name)), isNumber: true)
    }

    private static func track(_ track: TimelinePlot.Track) -> FigureTable {
        FigureTable(
            caption: Phrase(track.title),
            columns: [words("When"), words("Earliest"), words("Latest"), words("What")],
            rows: track.entries.map { entry in
                [entry.time, entry.earliest, entry.latest].map { moment in
                    moment.map { Phrase(NumberFormat.text($0, .moment), .fact($0)) } ?? Phrase()
                } + [Phrase(NumberFormat.text(entry.label), .fact(entry.label))]
            })
    }

    private static func words(_ title: String) -> Column {
        Column(title: Phrase(title), isNumber: false)
    }

    private static func numbers(_ title: String) -> Column {
        Column(title: Phrase(title), isNumber: true)
    }
}
