import Evidence
import Market

/// The parts that charts share: where the plot lies, its axes, and how wide words are.
struct ChartCanvas {
    /// The width of every chart, in units of the picture; one unit is a pixel at full size.
    static let width = 760.0
    /// The columns of text are this wide, on the safe side, at the size of labels.
    static let letter = 6.4
    /// The places of the plot's left and right edge.
    var left = 62.0
    var right = ChartCanvas.width - 16
    /// What has been drawn.
    var writer: SVGWriter
    /// The language of the chart.
    let language: any PageLanguage

    /// An empty canvas.
    init(marking: any OriginMarking, _ language: any PageLanguage) {
        self.language = language
        writer = SVGWriter(marking: marking)
    }

    /// The width of words in units of the picture.
    static func width(_ text: String) -> Double { Double(DisplayWidth.of(text)) * letter }

    /// The low and high of what is to be drawn, a little widened; `nil` where there is nothing.
    static func range(_ values: [Double], padding: Double = 0.05) -> (low: Double, high: Double)? {
        guard let low = values.min(), let high = values.max() else { return nil }
        if low == high {
            // A constant runs through the middle of a panel of its own size.
            let room = low == 0 ? 1 : abs(low) / 10
            return (low - room, high + room)
        }
        let room = (high / 2 - low / 2) * 2 * padding
        guard room.isFinite else { return (low, high) }
        return (
            max(low - room, -.greatestFiniteMagnitude), min(high + room, .greatestFiniteMagnitude)
        )
    }

    /// The grid and the labels of the upright axis.
    mutating func upright(_ ticks: Ticks, _ unit: Unit, _ scale: LinearScale) {
        for (value, label) in zip(ticks.values, ticks.labels(unit, in: language)) {
            let y = scale.place(value)
            writer.line(value == 0 ? "axis" : "grid", left, y, right, y)
            writer.tick(label, x: left - 8, y: y + 4, .end)
        }
    }

    /// The grid and the labels of the axis of time; the axis says that it is UTC.
    mutating func time(_ scale: TimeScale, from top: Double, to bottom: Double) {
        writer.line("axis", left, bottom, right, bottom)
        let most = max(2, Int((right - left) / 74))
        var free = left - 30
        for tick in scale.ticks(atMost: most, in: language) {
            let x = scale.place(tick.time)
            writer.line("grid", x, top, x, bottom + 4)
            let half = Self.width(tick.label) / 2
            guard x - half > free, x + half < Self.width else { continue }
            writer.tick(tick.label, x: x, y: bottom + 18, .middle)
            free = x + half + 4
        }
        writer.text("unit", Phrase("UTC"), x: 0, y: bottom + 18)
    }

    /// Tells runs of values apart: the style sheet gives each a colour and a dash of its own.
    static func hue(_ place: Int) -> String { "hue-" + ["a", "b", "c", "d", "e"][place % 5] }
}
