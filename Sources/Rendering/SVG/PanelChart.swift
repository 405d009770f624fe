import Evidence
import Market

/// Draws lines over time in panels under one another that share the axis of time.
struct PanelChart {
    private let panels: [SeriesFact]
    private var canvas: ChartCanvas
    private static let plotHeight = 92.0
    private static let gap = 40.0

    /// The chart of several runs of values.
    init(_ panels: [SeriesFact], marking: any OriginMarking, _ language: any PageLanguage) {
        self.panels = panels
        canvas = ChartCanvas(marking: marking, language)
        canvas.right = ChartCanvas.width - 104
    }

    /// The elements and the height they take.
    mutating func draw() -> (writer: SVGWriter, height: Double) {
        let start = panels.compactMap(\.times.first).min()
        let end = panels.compactMap { run in run.times.last.map { $0 + run.interval } }.max()
        let first = start ?? panels.first?.asOf ?? Timestamp(microseconds: 0)
        let time = TimeScale(from: first, end ?? first, to: canvas.left, canvas.right)
        let bottom = 26 + Double(panels.count) * (Self.plotHeight + Self.gap) - Self.gap
        if start != nil { canvas.time(time, from: 26, to: bottom) }
        for (place, run) in panels.enumerated() {
            let top = 26 + Double(place) * (Self.plotHeight + Self.gap)
            drawPanel(run, time, from: top, to: top + Self.plotHeight, hue: place)
        }
        return (canvas.writer, max(30, bottom + 28))
    }

    private mutating func drawPanel(
        _ run: SeriesFact, _ time: TimeScale, from top: Double, to bottom: Double, hue: Int
    ) {
        drawTitle(run, at: top - 12)
        let values = run.columns.flatMap(\.values).compactMap { $0 }
        guard let range = ChartCanvas.range(values), let unit = run.columns.first?.unit else {
            canvas.writer.text(
                "quiet", Phrase(canvas.language.word(.noData)), x: canvas.left,
                y: (top + bottom) / 2)
            return
        }
        let value = LinearScale(from: range.low, range.high, to: bottom, top)
        canvas.upright(Ticks(from: range.low, to: range.high, about: 3), unit, value)
        var labels = SideLabels()
        let half = TimeSpan(microseconds: run.interval.microseconds / 2)
        for (place, column) in run.columns.enumerated() {
            let kind = ChartCanvas.hue(hue + place)
            canvas.writer.path(
                "line " + kind + (run.columns.count == 1 ? " solid" : ""),
                run.times.indices.map { row in
                    column.values[row].map {
                        (x: time.place(run.times[row] + half), y: value.place($0))
                    }
                })
            guard let last = column.values.last(where: { $0 != nil }), let last else { continue }
            labels.add(
                Phrase(
                    NumberFormat.fine(last, unit, in: canvas.language, room: .picture), .series(run)
                ),
                at: value.place(last), kind)
        }
        labels.draw(on: &canvas, from: top, to: bottom)
    }

    private mutating func drawTitle(_ run: SeriesFact, at y: Double) {
        let name =
            run.measureName(in: canvas.language).prefix(1).uppercased()
            + run.measureName(in: canvas.language).dropFirst()
        var phrase = Phrase(name, .series(run))
        phrase.append(", ")
        phrase.append(run.subjectName, .series(run))
        canvas.writer.text("unit", phrase, x: 0, y: y)
    }
}
