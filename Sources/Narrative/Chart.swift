public import Evidence

/// A picture of facts: what is drawn, not how.
public struct Chart: Hashable, Sendable {
    /// A stable name, in words joined by dashes.
    public let id: String
    /// The heading.
    public let title: Sentence
    /// What the picture shows, for those who do not see it.
    public let summary: Sentence
    /// What is drawn.
    public let plot: Plot

    /// A chart.
    public init(_ id: String, _ title: Sentence, summary: Sentence, plot: Plot) {
        self.id = id
        self.title = title
        self.summary = summary
        self.plot = plot
    }

    /// What is drawn.
    public enum Plot: Hashable, Sendable {
        /// Bars of a price or index over time, with lines, levels and marks upon it.
        case price(PricePlot)
        /// One horizontal bar a fact, to the left below zero and to the right above.
        case bars(BarPlot)
        /// Upright bars over time, one colour a column of the series.
        case columns(SeriesFact)
        /// Lines over time, one panel a series, under one another on one time axis.
        case panels([SeriesFact])
        /// Curves over an axis that is not time.
        case curves(CurvePlot)
        /// A value over time within what is to be expected of it.
        case fan(FanPlot)
        /// What happened when.
        case timeline(TimelinePlot)
    }
}

/// Bars of a price or index over time, with what belongs on them.
public struct PricePlot: Hashable, Sendable {
    /// An instant to be marked, and what happened then.
    public struct Mark: Hashable, Sendable {
        /// When; a fact whose value is an instant.
        public let time: Fact
        /// What; a fact whose value is text.
        public let label: Fact

        /// A mark.
        public init(time: Fact, label: Fact) {
            self.time = time
            self.label = label
        }
    }

    /// A horizontal line, and what it stands for.
    public struct Level: Hashable, Sendable {
        /// Where; a fact in the unit of the bars.
        public let value: Fact
        /// What; a fact whose value is text.
        public let label: Fact

        /// A level.
        public init(value: Fact, label: Fact) {
            self.value = value
            self.label = label
        }
    }

    /// Columns `open`, `high`, `low`, `close` are drawn as candles; `close` alone as a line.
    public let bars: SeriesFact
    /// Lines on the same scale; each has one column.
    public let overlays: [SeriesFact]
    /// Horizontal lines on the same scale.
    public let levels: [Level]
    /// Vertical lines.
    public let marks: [Mark]
    /// A second panel below, from 0 to 100, with one column; `nil` for none.
    public let oscillator: SeriesFact?

    /// A plot.
    public init(
        bars: SeriesFact, overlays: [SeriesFact] = [], levels: [Level] = [], marks: [Mark] = [],
        oscillator: SeriesFact? = nil
    ) {
        self.bars = bars
        self.overlays = overlays
        self.levels = levels
        self.marks = marks
        self.oscillator = oscillator
    }
}

/// One horizontal bar a fact.
public struct BarPlot: Hashable, Sendable {
    /// The facts, in the order of the bars; all of one unit. Each is labelled with its subject.
    public let facts: [Fact]

    /// A plot.
    public init(_ facts: [Fact]) {
        self.facts = facts
    }
}
