import Evidence
import Market

/// Draws upright bars over time, those of one moment side by side, one look a column.
struct ColumnChart {
    private let series: SeriesFact
    private var canvas: ChartCanvas
    private static let plotHeight = 200.0

    /// The chart of a run of values.
    init(_ series: SeriesFact, marking: any OriginMarking, _ language: any PageLanguage) {
        self.series = series
        canvas = ChartCanvas(marking: marking, language)
    }

    /// The elements and the height they take.
    mutating func draw() -> (writer: SVGWriter, height: Double) {
        let top = 40.0
        let bottom = top + Self.plotHeight
        let unit = series.columns.first?.unit ?? .usd
        let values = series.columns.flatMap(\.values).compactMap { $0 }
        let range = ChartCanvas.range(values + [0], padding: 0) ?? (0, 1)
        let high = range.high > 0 ? range.high * 1.04 : 0
        let value = LinearScale(
            from: min(0, range.low), high.isFinite ? high : range.high, to: bottom, top)
        canvas.writer.text("unit", Phrase(canvas.language.unitName(unit)), x: 0, y: 14)
        drawLegend()
        canvas.upright(Ticks(from: min(0, range.low), to: max(0, high), about: 4), unit, value)
        let start = series.times.first ?? series.asOf
        let end = series.times.last.map { $0 + series.interval } ?? start
        let time = TimeScale(from: start, end, to: canvas.left, canvas.right)
        canvas.time(time, from: top, to: bottom)
        for place in series.times.indices { drawGroup(place, time, value) }
        return (canvas.writer, bottom + 28)
    }

    private mutating func drawLegend() {
        var x = canvas.left + 76
        for (place, column) in series.columns.enumerated() {
            let name = DisplayWidth.truncated(
                CleanText.inline(canvas.language.column(column.name)), to: 24)
            canvas.writer.box("column " + Self.look(place), x: x, y: 5, width: 11, height: 11)
            canvas.writer.text("key", Phrase(name, .series(series)), x: x + 17, y: 14.5)
            x += ChartCanvas.width(name) + 42
        }
    }

    private mutating func drawGroup(_ place: Int, _ time: TimeScale, _ value: LinearScale) {
        let left = time.place(series.times[place])
        let slot = time.place(series.times[place] + series.interval) - left
        let inner = max(1, slot * 0.74)
        let width = inner / Double(max(1, series.columns.count))
        let zero = value.place(0)
        for (column, values) in series.columns.enumerated() {
            guard let number = values.values[place] else { continue }
            let y = value.place(number)
            canvas.writer.box(
                "column " + Self.look(column),
                x: left + (slot - inner) / 2 + Double(column) * width, y: min(y, zero),
                width: max(0.6, width - min(1.5, width * 0.15)), height: abs(zero - y))
        }
    }

    /// Every other column is hollow, so that colour is not all that tells them apart.
    private static func look(_ place: Int) -> String {
        ["fall", "rise hollow", "hue-c", "hue-d hollow", "hue-e"][place % 5]
    }
}
