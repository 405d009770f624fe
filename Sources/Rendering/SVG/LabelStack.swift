/// Spreads labels along a line so that none covers another, each as near its place as it can be.
enum LabelStack {
    /// The places for labels wanted at `wanted`, `spacing` apart, from `low` to `high`, in the order
    /// given.
    static func spread(
        _ wanted: [Double], spacing: Double, from low: Double, to high: Double
    ) -> [Double] {
        guard !wanted.isEmpty else { return [] }
        let room = wanted.count > 1 ? (high - low) / Double(wanted.count - 1) : spacing
        let spacing = max(0, min(spacing, room))
        // The place breaks ties, so that equal wishes keep their order.
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var placed = wanted
        var floor = low
        for place in order {
            placed[place] = max(wanted[place], floor)
            floor = placed[place] + spacing
        }
        var ceiling = high
        for place in order.reversed() {
            placed[place] = min(placed[place], ceiling)
            ceiling = placed[place] - spacing
        }
        return placed
    }
}
