import Evidence
import Market
import Narrative

/// Draws bars of a price or index with lines, levels and marks, and an oscillator below.
struct PriceChart {
    private let plot: PricePlot
    private var canvas: ChartCanvas
    private let marks: ChartMarks
    private let time: TimeScale
    private let top: Double
    private let bottom: Double
    private let value: LinearScale
    private let range: (low: Double, high: Double)?

    private static let plotHeight = 320.0
    private static let panelHeight = 84.0
    private static let margin = 176.0

    /// The chart of a plot.
    init(_ plot: PricePlot, marking: any OriginMarking, _ language: any PageLanguage) {
        self.plot = plot
        canvas = ChartCanvas(marking: marking, language)
        canvas.right = ChartCanvas.width - Self.margin
        let span = Self.span(plot)
        time = TimeScale(from: span.start, span.end, to: canvas.left, canvas.right)
        marks = ChartMarks(plot.marks, on: time, from: canvas.left, to: canvas.right, language)
        top = 26 + marks.height
        bottom = top + Self.plotHeight
        range = Self.range(plot)
        value = LinearScale(from: range?.low ?? 0, range?.high ?? 1, to: bottom, top)
    }

    /// The elements and the height they take.
    mutating func draw() -> (writer: SVGWriter, height: Double) {
        let unit = plot.bars.mainColumn?.unit ?? .usd
        canvas.writer.text("unit", Phrase(canvas.language.unitName(unit)), x: 0, y: top - 12)
        if let range {
            canvas.upright(Ticks(from: range.low, to: range.high, about: 6), unit, value)
        }
        let hasPanel = plot.oscillator != nil
        let end = bottom + (hasPanel ? Self.panelHeight + 30 : 0)
        canvas.time(time, from: top, to: end)
        if hasPanel { canvas.writer.line("axis", canvas.left, bottom, canvas.right, bottom) }
        var labels = SideLabels()
        drawLevels(&labels)
        drawBars(&labels)
        drawOverlays(&labels)
        marks.draw(on: &canvas, above: top, to: end)
        labels.draw(on: &canvas, from: top, to: bottom)
        if let oscillator = plot.oscillator {
            drawOscillator(oscillator, from: bottom + 30, to: end)
        }
        return (canvas.writer, end + 28)
    }

    // MARK: What lies where

    private static func span(_ plot: PricePlot) -> (start: Timestamp, end: Timestamp) {
        let runs = [plot.bars] + plot.overlays
        let start = runs.compactMap(\.times.first).min() ?? plot.bars.asOf
        let end = runs.compactMap { run in run.times.last.map { $0 + run.interval } }.max()
        return (start, max(start, end ?? start))
    }

    /// The bars decide the range. A level far outside it is left to the table: it would flatten them.
    private static func range(_ plot: PricePlot) -> (low: Double, high: Double)? {
        let drawn = (plot.bars.columns + plot.overlays.flatMap(\.columns))
            .filter { $0.name != "volume" && $0.unit == plot.bars.mainColumn?.unit }
            .flatMap(\.values).compactMap { $0 }
        guard let base = ChartCanvas.range(drawn, padding: 0.5) else { return nil }
        let near = plot.levels.compactMap(\.value.number).filter {
            $0 >= base.low && $0 <= base.high
        }
        return ChartCanvas.range(drawn + near)
    }

    private func middle(_ run: SeriesFact, _ place: Int) -> Double {
        let half = TimeSpan(microseconds: run.interval.microseconds / 2)
        return time.place(run.times[place] + half)
    }

    private func isInside(_ number: Double) -> Bool {
        range.map { number >= $0.low && number <= $0.high } ?? false
    }

    // MARK: Drawing

    private mutating func drawBars(_ labels: inout SideLabels) {
        let bars = plot.bars
        let columns = ["open", "high", "low", "close"].map { bars.values($0) }
        if columns.allSatisfy({ $0.count == bars.times.count }), !bars.times.isEmpty {
            for place in bars.times.indices { drawCandle(place, columns.map { $0[place] }) }
        } else {
            drawLine(bars, "price")
        }
        guard let column = bars.mainColumn, let last = column.values.last(where: { $0 != nil }),
            let last
        else { return }
        var phrase = Phrase(
            NumberFormat.fine(last, column.unit, in: canvas.language, room: .picture), .series(bars)
        )
        phrase.append(" " + canvas.language.word(.last))
        labels.add(phrase, at: value.place(last), "last")
    }

    private mutating func drawCandle(_ place: Int, _ prices: [Double?]) {
        guard let open = prices[0], let high = prices[1], let low = prices[2], let close = prices[3]
        else { return }
        let x = middle(plot.bars, place)
        let count = Double(max(1, plot.bars.times.count))
        let width = max(1, min(14, (canvas.right - canvas.left) / count * 0.62))
        let kind = close >= open ? "rise" : "fall"
        let upper = value.place(max(open, close))
        let lower = value.place(min(open, close))
        canvas.writer.line("wick " + kind, x, value.place(high), x, upper)
        canvas.writer.line("wick " + kind, x, lower, x, value.place(low))
        canvas.writer.box(
            "candle " + kind, x: x - width / 2, y: upper, width: width,
            height: max(0.8, lower - upper))
    }

    private mutating func drawLine(_ run: SeriesFact, _ kind: String) {
        guard let column = run.mainColumn else { return }
        let points = run.times.indices.map { place in
            column.values[place].map { (x: middle(run, place), y: value.place($0)) }
        }
        canvas.writer.path("line " + kind, points)
    }

    private mutating func drawOverlays(_ labels: inout SideLabels) {
        for (place, overlay) in plot.overlays.enumerated() {
            let hue = ChartCanvas.hue(place)
            drawLine(overlay, hue)
            // Where a level of the same name stands, its label speaks for the line as well.
            let isNamed = plot.levels.contains {
                NumberFormat.text($0.label, in: canvas.language)
                    == overlay.measureName(in: canvas.language)
                    && isInside($0.value.number ?? .nan)
            }
            guard !isNamed, let last = overlay.mainColumn?.values.last(where: { $0 != nil }),
                let last
            else { continue }
            let name = DisplayWidth.truncated(overlay.measureName(in: canvas.language), to: 22)
            labels.add(Phrase(name, .series(overlay)), at: value.place(last), hue)
        }
    }

    private mutating func drawLevels(_ labels: inout SideLabels) {
        for level in plot.levels {
            guard let number = level.value.number, isInside(number) else { continue }
            let y = value.place(number)
            let name = NumberFormat.text(level.label, in: canvas.language)
            let twin = plot.overlays.firstIndex { $0.measureName(in: canvas.language) == name }
            canvas.writer.line("level", canvas.left, y, canvas.right, y)
            var phrase = Phrase(
                NumberFormat.fine(number, level.value.unit, in: canvas.language, room: .picture),
                .fact(level.value)
            )
            phrase.append(" ")
            phrase.append(DisplayWidth.truncated(name, to: 16), .fact(level.label))
            labels.add(phrase, at: y, twin.map(ChartCanvas.hue) ?? "quiet")
        }
    }

    private mutating func drawOscillator(_ run: SeriesFact, from top: Double, to bottom: Double) {
        let scale = LinearScale(from: 0, 100, to: bottom, top)
        for tick in [30.0, 50, 70] {
            let y = scale.place(tick)
            canvas.writer.line("grid", canvas.left, y, canvas.right, y)
            canvas.writer.tick(String(Int(tick)), x: canvas.left - 8, y: y + 4, .end)
        }
        canvas.writer.text(
            "unit", Phrase(run.measureName(in: canvas.language), .series(run)), x: 0, y: top - 8)
        guard let column = run.mainColumn else { return }
        let points = run.times.indices.map { place in
            column.values[place].map {
                (x: middle(run, place), y: scale.place(max(0, min(100, $0))))
            }
        }
        canvas.writer.path("line hue-c", points)
        guard let last = column.values.last(where: { $0 != nil }), let last else { return }
        var phrase = Phrase(
            NumberFormat.fine(last, column.unit, in: canvas.language, room: .picture), .series(run))
        phrase.append(" " + canvas.language.word(.last))
        canvas.writer.text(
            "side hue-c", phrase, x: canvas.right + 16, y: scale.place(max(0, min(100, last))) + 4)
    }
}
