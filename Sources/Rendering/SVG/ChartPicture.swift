import Evidence
import Narrative

/// A chart as one picture.
enum ChartPicture {
    /// The picture of a chart; `id` begins the names of its parts, and must be unique on the page.
    static func svg(
        _ chart: Chart, id: String, marking: any OriginMarking, plain: any OriginMarking,
        _ language: any PageLanguage = EnglishPage()
    ) -> String {
        let drawn = draw(chart.plot, marking, language)
        return drawn.writer.picture(
            id: id, title: words(Phrase(chart.title, in: language), plain),
            description: words(Phrase(chart.summary, in: language), plain),
            width: width(chart.plot),
            height: drawn.height)
    }

    private static func words(_ phrase: Phrase, _ plain: some OriginMarking) -> String {
        phrase.written(escape: HTMLEscaping.text, marking: plain)
    }

    private static func width(_ plot: Chart.Plot) -> Double {
        if case .bars = plot { BarChart.width } else { ChartCanvas.width }
    }

    private static func draw(
        _ plot: Chart.Plot, _ marking: any OriginMarking, _ language: any PageLanguage
    ) -> (writer: SVGWriter, height: Double) {
        switch plot {
        case .price(let plot):
            var chart = PriceChart(plot, marking: marking, language)
            return chart.draw()
        case .bars(let plot):
            var chart = BarChart(plot, marking: marking, language)
            return chart.draw()
        case .columns(let series):
            var chart = ColumnChart(series, marking: marking, language)
            return chart.draw()
        case .panels(let panels):
            var chart = PanelChart(panels, marking: marking, language)
            return chart.draw()
        case .curves(let plot):
            var chart = CurveChart(plot, marking: marking, language)
            return chart.draw()
        case .fan(let plot):
            var chart = FanChart(plot, marking: marking, language)
            return chart.draw()
        case .timeline(let plot):
            var chart = TimelineChart(plot, marking: marking, language)
            return chart.draw()
        }
    }
}
