import Evidence
import Narrative

/// Draws curves over an axis that is not time, each a line in its band.
struct CurveChart {
    private let plot: CurvePlot
    private var canvas: ChartCanvas
    private static let top = 30.0
    private static let bottom = 330.0

    /// The chart of a plot.
    init(_ plot: CurvePlot, marking: any OriginMarking, _ language: any PageLanguage) {
        self.plot = plot
        canvas = ChartCanvas(marking: marking, language)
        canvas.right = ChartCanvas.width - 150
    }

    /// The elements and the height they take.
    mutating func draw() -> (writer: SVGWriter, height: Double) {
        let places = plot.entries.flatMap(\.curve.axis.values)
        let values = plot.entries.flatMap(\.curve.columns).flatMap(\.values).compactMap { $0 }
        guard let across = ChartCanvas.range(places, padding: 0.02),
            let up = ChartCanvas.range(values + (plot.hasDiagonal ? places : [])),
            let first = plot.entries.first?.curve, let unit = first.columns.first?.unit
        else {
            canvas.writer.text(
                "quiet", Phrase(canvas.language.word(.noData)), x: canvas.left, y: Self.top)
            return (canvas.writer, Self.top + 20)
        }
        let x = LinearScale(from: across.low, across.high, to: canvas.left, canvas.right)
        let y = LinearScale(from: up.low, up.high, to: Self.bottom, Self.top)
        canvas.writer.text("unit", Phrase(canvas.language.unitName(unit)), x: 0, y: 14)
        canvas.upright(Ticks(from: up.low, to: up.high, about: 6), unit, y)
        drawAxis(first.axis, across, x)
        if plot.hasDiagonal {
            let (from, to) = (max(across.low, up.low), min(across.high, up.high))
            canvas.writer.line("level", x.place(from), y.place(from), x.place(to), y.place(to))
        }
        var labels = SideLabels()
        for (place, entry) in plot.entries.enumerated() { draw(entry, place, x, y, &labels) }
        labels.draw(on: &canvas, from: Self.top, to: Self.bottom)
        return (canvas.writer, Self.bottom + 28)
    }

    private mutating func drawAxis(
        _ axis: CurveFact.Axis, _ range: (low: Double, high: Double), _ scale: LinearScale
    ) {
        let ticks = Ticks(from: range.low, to: range.high, about: 8)
        canvas.writer.line("axis", canvas.left, Self.bottom, canvas.right, Self.bottom)
        for (value, label) in zip(ticks.values, ticks.labels(axis.unit, in: canvas.language)) {
            let x = scale.place(value)
            canvas.writer.line("grid", x, Self.top, x, Self.bottom + 4)
            canvas.writer.tick(label, x: x, y: Self.bottom + 18, .middle)
        }
        canvas.writer.text(
            "unit", Phrase(CleanText.inline(axis.name)), x: canvas.right + 10, y: Self.bottom + 18)
    }

    private mutating func draw(
        _ entry: CurvePlot.Entry, _ place: Int, _ x: LinearScale, _ y: LinearScale,
        _ labels: inout SideLabels
    ) {
        let curve = entry.curve
        let hue = ChartCanvas.hue(place)
        func points(_ values: [Double?]) -> [(x: Double, y: Double)?] {
            zip(curve.axis.values, values).map { at, value in
                value.map { (x: x.place(at), y: y.place($0)) }
            }
        }
        let (low, high) = (points(curve.values("low")), points(curve.values("high")))
        if !low.isEmpty, low.count == high.count {
            canvas.writer.band("band " + hue, low, high)
        }
        guard
            let column = curve.columns.first(where: { $0.name == "median" }) ?? curve.columns.first
        else { return }
        let line = points(column.values)
        switch entry.mark {
        case .line: canvas.writer.path("line " + hue, line)
        case .dots:
            // A dot is a line of no length with a round cap.
            for point in line { canvas.writer.path("line dot solid " + hue, [point]) }
        }
        guard let last = line.last(where: { $0 != nil }), let last else { return }
        let name = DisplayWidth.truncated(
            NumberFormat.text(entry.label, in: canvas.language), to: 18)
        labels.add(Phrase(name, .fact(entry.label)), at: last.y, hue)
    }
}
