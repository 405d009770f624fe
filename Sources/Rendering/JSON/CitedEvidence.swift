import Evidence
import Narrative

/// Everything a report says or could say: its book, and whatever its sentences and charts cite
/// beside the book, so that every id in the JSON can be looked up there.
struct CitedEvidence {
    /// The facts of the book in its order, then the others by subject, measure and id.
    let facts: [Fact]
    /// The runs of values likewise.
    let series: [SeriesFact]
    /// The curves likewise.
    let curves: [CurveFact]

    /// The evidence of a report.
    init(_ report: Report) {
        var cited: [Fact] = []
        var runs: [SeriesFact] = []
        var curves: [CurveFact] = []
        let sentences = [report.title, report.headline] + report.lead + report.gaps.map(\.sentence)
        cited += sentences.flatMap(\.facts)
        for section in report.sections {
            cited += section.title.facts
            for block in section.blocks {
                cited += Self.facts(block)
                runs += Self.series(block)
                curves += Self.curves(block)
            }
        }
        facts = Self.union(report.book.facts, cited) {
            ($0.subject, $0.measure, $0.id) < ($1.subject, $1.measure, $1.id)
        }
        series = Self.union(report.book.series, runs) {
            ($0.subject, $0.measure, $0.id) < ($1.subject, $1.measure, $1.id)
        }
        self.curves = Self.union(report.book.curves, curves) {
            ($0.subject, $0.measure, $0.id) < ($1.subject, $1.measure, $1.id)
        }
    }

    private static func union<Item: Identifiable>(
        _ book: [Item], _ cited: [Item], by precedes: (Item, Item) -> Bool
    ) -> [Item] {
        var seen = Set(book.map(\.id))
        return book + cited.filter { seen.insert($0.id).inserted }.sorted(by: precedes)
    }

    private static func facts(_ block: Block) -> [Fact] {
        switch block {
        case .paragraph(let sentences), .items(let sentences): sentences.flatMap(\.facts)
        case .posts(let posts): posts.flatMap { $0.opening.facts + $0.sentences.flatMap(\.facts) }
        case .table(let table):
            (table.columns.map(\.title) + [table.caption] + table.rows.flatMap { $0 })
                .flatMap(\.facts)
        case .chart(let chart):
            chart.title.facts + chart.summary.facts + facts(chart.plot)
        case .article(let article): article.facts
        }
    }

    private static func facts(_ plot: Chart.Plot) -> [Fact] {
        switch plot {
        case .price(let plot): facts(plot.levels, plot.marks)
        case .bars(let plot): plot.facts
        case .columns, .panels: []
        case .curves(let plot): plot.entries.map(\.label)
        case .fan(let plot): facts(plot.levels, plot.marks)
        case .timeline(let plot):
            plot.tracks.flatMap { track in
                track.title.facts
                    + track.entries.flatMap {
                        [$0.label, $0.time] + [$0.earliest, $0.latest].compactMap { $0 }
                    }
            }
        }
    }

    private static func facts(_ levels: [PricePlot.Level], _ marks: [PricePlot.Mark]) -> [Fact] {
        levels.flatMap { [$0.value, $0.label] } + marks.flatMap { [$0.time, $0.label] }
    }

    private static func curves(_ block: Block) -> [CurveFact] {
        guard case .chart(let chart) = block, case .curves(let plot) = chart.plot else { return [] }
        return plot.entries.map(\.curve)
    }

    private static func series(_ block: Block) -> [SeriesFact] {
        guard case .chart(let chart) = block else { return [] }
        switch chart.plot {
        case .price(let plot):
            return [plot.bars] + plot.overlays + (plot.oscillator.map { [$0] } ?? [])
        case .bars: return []
        case .columns(let series): return [series]
        case .panels(let panels): return panels
        case .curves, .timeline: return []
        case .fan(let plot): return (plot.line.map { [$0] } ?? []) + [plot.fan]
        }
    }
}
