/// Finds lanes above a chart for the labels of vertical lines, so that no label covers another and
/// no line runs through one.
struct MarkLanes {
    /// A label in its lane.
    struct Placed: Equatable {
        /// Which of the labels given.
        let index: Int
        /// The lane, 0 lying nearest the chart.
        let lane: Int
        /// Whether the label stands to the left of its line.
        let isLeftward: Bool
    }

    /// The labels, in the order given.
    let placed: [Placed]
    /// How many lanes are used.
    let count: Int

    private struct Entry {
        let lane: Int
        let line: Double
        let from: Double
        let to: Double
    }

    /// Lanes for labels of given widths at given places, between `left` and `right`.
    init(places: [Double], widths: [Double], from left: Double, to right: Double) {
        let middle = (left + right) / 2
        let onRight = places.indices.filter { places[$0] >= middle }
            .sorted { (places[$0], $0) < (places[$1], $1) }
        let onLeft = places.indices.filter { places[$0] < middle }
            .sorted { (places[$1], $1) < (places[$0], $0) }
        // From the middle outwards a later line passes beside every earlier label.
        var entries: [Entry] = []
        var found: [Placed] = []
        for index in onRight + onLeft {
            let isLeftward = places[index] >= middle
            let from = isLeftward ? places[index] - widths[index] : places[index]
            let lane = Self.lane(from, from + widths[index], places[index], entries)
            entries.append(
                Entry(lane: lane, line: places[index], from: from, to: from + widths[index]))
            found.append(Placed(index: index, lane: lane, isLeftward: isLeftward))
        }
        placed = found.sorted { $0.index < $1.index }
        count = (found.map(\.lane).max() ?? -1) + 1
    }

    private static func lane(
        _ from: Double, _ to: Double, _ line: Double, _ entries: [Entry]
    ) -> Int {
        let isFree = { (lane: Int) in
            entries.allSatisfy { other in
                if other.lane == lane { return to < other.from || from > other.to }
                if other.lane < lane { return line <= other.from || line >= other.to }
                return other.line <= from || other.line >= to
            }
        }
        let top = (entries.map(\.lane).max() ?? -1) + 1
        return (0..<top).first(where: isFree) ?? top
    }
}
