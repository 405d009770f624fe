public import Evidence

/// Curves over one axis that is not time, such as what a shock comes to under several laws.
public struct CurvePlot: Hashable, Sendable {
    /// How a curve is drawn.
    public enum Mark: String, Hashable, Sendable {
        /// A line through its places.
        case line
        /// A dot at each place.
        case dots
    }

    /// A curve and its name.
    public struct Entry: Hashable, Sendable {
        /// The curve. Columns `low` and `high` are its band; `median`, or else the first column, its line.
        public let curve: CurveFact
        /// What it is called; a fact whose value is text.
        public let label: Fact
        /// How it is drawn.
        public let mark: Mark

        /// A curve with its name.
        public init(_ curve: CurveFact, label: Fact, mark: Mark = .line) {
            self.curve = curve
            self.label = label
            self.mark = mark
        }
    }

    /// The curves, all over an axis of one unit.
    public let entries: [Entry]
    /// Whether the line is drawn on which a value is its place, such as that of perfect forecasts.
    public let hasDiagonal: Bool

    /// A plot.
    public init(_ entries: [Entry], hasDiagonal: Bool = false) {
        self.entries = entries
        self.hasDiagonal = hasDiagonal
    }
}
