import Evidence
import Narrative

/// A chart as one picture.
enum ChartPicture {
    /// The picture of a chart; `id` begins the names of its parts, and must be unique on the page.
    static func svg(
        _ chart: Chart, id: String, marking: any OriginMarking, plain: any OriginMarking
    ) -> String {
        let drawn = draw(chart.plot, marking)
        return drawn.writer.picture(
            id: id, title: words(Phrase(chart.title), plain),
            description: words(Phrase(chart.summary), plain), width: width(chart.plot),
            height: drawn.height)
    }

    private static func words(_ phrase: Phrase, _ plain: some OriginMarking) -> String {
        phrase.written(escape: HTMLEscaping.text, marking: plain)
    }

    private static func width(_ plot: Chart.Plot) -> Double {
        if case .bars = plot { BarChart.width } else { ChartCanvas.width }
    }

    private static func draw(
        _ plot: Chart.Plot, _ marking: any OriginMarking
    ) -> (writer: SVGWriter, height: Double) {
        switch plot {
        case .price(let plot):
            var chart = PriceChart(plot, marking: marking)
            return chart.draw()
        case .bars(let plot):
            var chart = BarChart(plot, marking: marking)
            return chart.draw()
        case .columns(let series):
            var chart = ColumnChart(series, marking: marking)
            return chart.draw()
        case .panels(let panels):
            var chart = PanelChart(panels, marking: marking)
            return chart.draw()
        case .curves(let plot):
            var chart = CurveChart(plot, marking: marking)
            return chart.draw()
        case .fan(let plot):
            var chart = FanChart(plot, marking: marking)
            return chart.draw()
        case .timeline(let plot):
            var chart = TimelineChart(plot, marking: marking)
            return chart.draw()
        }
    }
}
