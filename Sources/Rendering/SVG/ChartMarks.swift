import Evidence
import Market
import Narrative

/// The vertical lines of a chart over time: each from its label in a lane above the plot down to its foot.
struct ChartMarks {
    private let marks: [PricePlot.Mark]
    private let time: TimeScale
    private let lanes: MarkLanes
    private let language: any PageLanguage

    private static let laneHeight = 18.0

    /// Marks on an axis of time that runs from `left` to `right`. A mark that is no instant takes the place
    /// of the axis's first, and is not drawn.
    init(
        _ marks: [PricePlot.Mark], on time: TimeScale, from left: Double, to right: Double,
        _ language: any PageLanguage
    ) {
        self.language = language
        self.marks = marks
        self.time = time
        lanes = MarkLanes(
            places: marks.map { time.place(Self.instant($0) ?? time.start) },
            widths: marks.map { ChartCanvas.width(Self.label($0, language).text) + 12 },
            from: left, to: right)
    }

    /// The height that the labels take.
    var height: Double { Double(lanes.count) * Self.laneHeight }

    /// Draws the marks that lie on the axis, above a plot from `top` down to `end`.
    func draw(on canvas: inout ChartCanvas, above top: Double, to end: Double) {
        for placed in lanes.placed {
            let mark = marks[placed.index]
            guard let instant = Self.instant(mark), instant >= time.start, instant <= time.end
            else { continue }
            let x = time.place(instant)
            let y = top - 12 - Double(placed.lane) * Self.laneHeight
            canvas.writer.line("mark", x, y - 10, x, end)
            canvas.writer.text(
                "note", Self.label(mark, language), x: placed.isLeftward ? x - 6 : x + 6, y: y,
                placed.isLeftward ? .end : .start)
        }
    }

    private static func instant(_ mark: PricePlot.Mark) -> Timestamp? {
        switch mark.time.value {
        case .instant(let instant): instant
        case .day(let day): day.start
        case .number, .text, .none: nil
        }
    }

    private static func label(
        _ mark: PricePlot.Mark, _ language: any PageLanguage
    ) -> Phrase {
        var phrase = Phrase(NumberFormat.text(mark.time, .moment, in: language), .fact(mark.time))
        phrase.append("  ")
        phrase.append(
            DisplayWidth.truncated(NumberFormat.text(mark.label, in: language), to: 40),
            .fact(mark.label))
        return phrase
    }
}
