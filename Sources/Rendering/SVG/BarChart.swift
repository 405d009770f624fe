import Evidence
import Narrative

/// Draws one horizontal bar a fact, to the left below zero and to the right above.
struct BarChart {
    private let facts: [Fact]
    private var canvas: ChartCanvas
    private static let row = 27.0
    /// Narrower than the others, so that its labels can be read on a phone.
    static let width = 640.0

    /// The chart of a plot.
    init(_ plot: BarPlot, marking: any OriginMarking, _ language: any PageLanguage) {
        facts = plot.facts
        canvas = ChartCanvas(marking: marking, language)
    }

    /// The elements and the height they take.
    mutating func draw() -> (writer: SVGWriter, height: Double) {
        let names = facts.map { DisplayWidth.truncated(CleanText.inline($0.subject.name), to: 22) }
        let values = facts.map { NumberFormat.text($0, .signed, in: canvas.language) }
        let nameWidth = (names.map(ChartCanvas.width).max() ?? 0) + 14
        let valueWidth = (values.map { ChartCanvas.width($0) }.max() ?? 0) * 1.06 + 12
        let reach = facts.flatMap { [$0.number, $0.low, $0.high] }.compactMap { $0 }
        let low = min(0, reach.min() ?? 0)
        let high = max(0, reach.max() ?? 0)
        canvas.left = nameWidth + (low < 0 ? valueWidth : 8)
        canvas.right = Self.width - (high > 0 || low == 0 ? valueWidth : 8)
        let scale = LinearScale(from: low, high, to: canvas.left, max(canvas.left, canvas.right))
        let zero = low == high ? canvas.left : scale.place(0)
        for place in facts.indices {
            let y = 8 + Double(place) * Self.row
            canvas.writer.text(
                "name", Phrase(names[place], .fact(facts[place])), x: 0, y: y + 15)
            bar(facts[place], values[place], at: y, zero, low == high ? nil : scale)
        }
        let height = Double(facts.count) * Self.row + 14
        canvas.writer.line("axis", zero, 2, zero, height - 2)
        return (canvas.writer, height)
    }

    private mutating func bar(
        _ fact: Fact, _ value: String, at y: Double, _ zero: Double, _ scale: LinearScale?
    ) {
        let number = fact.number ?? 0
        let end = scale?.place(number) ?? zero
        let isDown = number < 0
        canvas.writer.box(
            isDown ? "bar fall" : "bar rise", x: min(zero, end), y: y + 2, width: abs(end - zero),
            height: Self.row - 10)
        var far = end
        if let scale, let low = fact.low, let high = fact.high {
            let places = [scale.place(low), scale.place(high)]
            canvas.writer.line("whisker", places[0], y + 10.5, places[1], y + 10.5)
            far = isDown ? min(end, places[0], places[1]) : max(end, places[0], places[1])
        }
        canvas.writer.text(
            "value", Phrase(value, .fact(fact)), x: isDown ? far - 7 : far + 7, y: y + 15,
            isDown ? .end : .start)
    }
}
