import Evidence
import Market
import Narrative

/// Draws what a value was, and the bands within which it may be expected.
struct FanChart {
    private let plot: FanPlot
    private var canvas: ChartCanvas
    private let time: TimeScale
    private let marks: ChartMarks
    private let top: Double
    private let bottom: Double

    private static let plotHeight = 280.0

    /// The chart of a plot.
    init(_ plot: FanPlot, marking: any OriginMarking, _ language: any PageLanguage) {
        self.plot = plot
        canvas = ChartCanvas(marking: marking, language)
        canvas.right = ChartCanvas.width - 160
        let runs = [plot.fan] + (plot.line.map { [$0] } ?? [])
        let start = runs.compactMap(\.times.first).min() ?? plot.fan.asOf
        let end = runs.compactMap { run in run.times.last.map { $0 + run.interval } }.max()
        time = TimeScale(from: start, max(start, end ?? start), to: canvas.left, canvas.right)
        marks = ChartMarks(plot.marks, on: time, from: canvas.left, to: canvas.right, language)
        top = 26 + marks.height
        bottom = top + Self.plotHeight
    }

    /// The elements and the height they take.
    mutating func draw() -> (writer: SVGWriter, height: Double) {
        let columns = plot.fan.columns + (plot.line?.columns ?? [])
        let values = columns.flatMap(\.values).compactMap { $0 }
        guard let base = ChartCanvas.range(values, padding: 0.4), let unit = columns.first?.unit
        else {
            canvas.writer.text(
                "quiet", Phrase(canvas.language.word(.noData)), x: canvas.left, y: top)
            return (canvas.writer, top + 20)
        }
        let near = plot.levels.compactMap(\.value.number).filter {
            $0 >= base.low && $0 <= base.high
        }
        let range = ChartCanvas.range(values + near) ?? base
        let value = LinearScale(from: range.low, range.high, to: bottom, top)
        canvas.writer.text("unit", Phrase(canvas.language.unitName(unit)), x: 0, y: 14)
        canvas.upright(Ticks(from: range.low, to: range.high, about: 6), unit, value)
        canvas.time(time, from: top, to: bottom)
        drawFan(value)
        var labels = SideLabels()
        drawLines(value, &labels)
        for level in plot.levels where near.contains(level.value.number ?? .nan) {
            drawLevel(level, value, &labels)
        }
        marks.draw(on: &canvas, above: top, to: bottom)
        labels.draw(on: &canvas, from: top, to: bottom)
        return (canvas.writer, bottom + 28)
    }

    private func points(
        _ run: SeriesFact, _ name: String, _ value: LinearScale
    ) -> [(x: Double, y: Double)?] {
        // What is told of a bar holds at its close.
        zip(run.times, run.values(name)).map { at, number in
            number.map { (x: time.place(at + run.interval), y: value.place($0)) }
        }
    }

    private mutating func drawFan(_ value: LinearScale) {
        for (low, high) in [("low", "high"), ("lower", "upper")] {
            let (lower, upper) = (points(plot.fan, low, value), points(plot.fan, high, value))
            if !lower.isEmpty, lower.count == upper.count {
                canvas.writer.band("band hue-c", lower, upper)
            }
        }
    }

    private mutating func drawLines(_ value: LinearScale, _ labels: inout SideLabels) {
        canvas.writer.path("line hue-c solid", points(plot.fan, "median", value))
        let names = ["low", "lower", "median", "upper", "high"]
        for name in names {
            guard let column = plot.fan.columns.first(where: { $0.name == name }),
                let last = column.values.last(where: { $0 != nil }), let last
            else { continue }
            labels.add(
                Phrase(
                    NumberFormat.fine(last, column.unit, in: canvas.language, room: .picture),
                    .series(plot.fan)),
                at: value.place(last), "quiet")
        }
        guard let line = plot.line, let column = line.mainColumn else { return }
        canvas.writer.path("line price", points(line, column.name, value))
        guard let last = column.values.last(where: { $0 != nil }), let last else { return }
        var phrase = Phrase(
            NumberFormat.fine(last, column.unit, in: canvas.language, room: .picture), .series(line)
        )
        phrase.append(" " + canvas.language.word(.last))
        labels.add(phrase, at: value.place(last), "last")
    }

    private mutating func drawLevel(
        _ level: PricePlot.Level, _ value: LinearScale, _ labels: inout SideLabels
    ) {
        guard let number = level.value.number else { return }
        let y = value.place(number)
        canvas.writer.line("level", canvas.left, y, canvas.right, y)
        var phrase = Phrase(
            NumberFormat.fine(number, level.value.unit, in: canvas.language, room: .picture),
            .fact(level.value))
        phrase.append(" ")
        phrase.append(
            DisplayWidth.truncated(NumberFormat.text(level.label, in: canvas.language), to: 14),
            .fact(level.label))
        labels.add(phrase, at: y, "quiet")
    }
}
