public import Evidence

/// A value over time within what is to be expected of it: what was, and how far it may go from there.
public struct FanPlot: Hashable, Sendable {
    /// What was; one column. `nil` where only the fan is drawn.
    public let line: SeriesFact?
    /// What may be. Columns `low` and `high` are the outer band, `lower` and `upper` the inner, `median` the
    /// middle; any may be missing.
    public let fan: SeriesFact
    /// Horizontal lines on the same scale.
    public let levels: [PricePlot.Level]
    /// Vertical lines.
    public let marks: [PricePlot.Mark]

    /// A plot.
    public init(
        line: SeriesFact?, fan: SeriesFact, levels: [PricePlot.Level] = [],
        marks: [PricePlot.Mark] = []
    ) {
        self.line = line
        self.fan = fan
        self.levels = levels
        self.marks = marks
    }
}
