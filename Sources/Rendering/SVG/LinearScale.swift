/// Maps numbers onto places along a line. A range without extent maps to the middle.
struct LinearScale {
    private let from: Double
    private let until: Double
    private let start: Double
    private let end: Double

    /// A scale that puts `from` at `start` and `until` at `end`.
    init(from: Double, _ until: Double, to start: Double, _ end: Double) {
        self.from = from
        self.until = until
        self.start = start
        self.end = end
    }

    /// The place of a value; always finite for finite values.
    func place(_ value: Double) -> Double {
        // Halved, so that the width of a range of two huge numbers stays finite.
        let width = until / 2 - from / 2
        guard width != 0, width.isFinite else { return (start + end) / 2 }
        let part = (value / 2 - from / 2) / width
        guard part.isFinite else { return (start + end) / 2 }
        return start + part * (end - start)
    }
}
