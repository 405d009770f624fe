import Evidence
import Market
import Narrative

/// Draws what happened when: a row each, a dot for a moment, and a bar over the stretch it lies in.
struct TimelineChart {
    private let plot: TimelinePlot
    private var canvas: ChartCanvas
    private static let rowHeight = 22.0
    private static let titleHeight = 26.0

    /// The chart of a plot.
    init(_ plot: TimelinePlot, marking: any OriginMarking, _ language: any PageLanguage) {
        self.plot = plot
        canvas = ChartCanvas(marking: marking, language)
        canvas.left = 12
        canvas.right = ChartCanvas.width - 16
    }

    /// The elements and the height they take.
    mutating func draw() -> (writer: SVGWriter, height: Double) {
        let entries = plot.tracks.flatMap(\.entries)
        let moments = entries.flatMap { [$0.time, $0.earliest, $0.latest].compactMap { $0 } }
            .compactMap(\.value.instant)
        let height = plot.tracks.reduce(8) { sum, track in
            sum + Self.titleHeight + Double(track.entries.count) * Self.rowHeight
        }
        guard let first = moments.min(), let last = moments.max() else {
            canvas.writer.text(
                "quiet", Phrase(canvas.language.word(.noData)), x: canvas.left, y: 20)
            return (canvas.writer, 30)
        }
        // Room for a dot at either end.
        let room = TimeSpan(microseconds: max(1, (last - first).microseconds / 40))
        let time = TimeScale(from: first - room, last + room, to: canvas.left, canvas.right)
        canvas.time(time, from: 6, to: height)
        var y = 8.0
        for (place, track) in plot.tracks.enumerated() {
            canvas.writer.text("unit", Phrase(track.title, in: canvas.language), x: 0, y: y + 15)
            y += Self.titleHeight
            for entry in track.entries {
                draw(entry, time, at: y + 8, hue: ChartCanvas.hue(place))
                y += Self.rowHeight
            }
        }
        return (canvas.writer, height + 28)
    }

    private mutating func draw(
        _ entry: TimelinePlot.Entry, _ time: TimeScale, at y: Double, hue: String
    ) {
        guard let instant = entry.time.value.instant else { return }
        let x = time.place(instant)
        var (left, right) = (x, x)
        if let earliest = entry.earliest?.value.instant, let latest = entry.latest?.value.instant {
            (left, right) = (time.place(earliest), time.place(latest))
            canvas.writer.line("stretch solid " + hue, left, y, right, y)
        }
        canvas.writer.path("line dot solid " + hue, [(x, y)])
        var phrase = Phrase(
            NumberFormat.text(entry.time, .moment, in: canvas.language), .fact(entry.time))
        phrase.append("  ")
        phrase.append(
            DisplayWidth.truncated(NumberFormat.text(entry.label, in: canvas.language), to: 70),
            .fact(entry.label))
        // Words go where there is room for them.
        let width = ChartCanvas.width(phrase.text) + 10
        let isLeftward = right + width > canvas.right && left - width > canvas.left
        canvas.writer.text(
            "note", phrase, x: isLeftward ? left - 9 : right + 9, y: y + 4,
            isLeftward ? .end : .start)
    }
}
