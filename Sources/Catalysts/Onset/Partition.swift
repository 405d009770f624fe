/// A series cut into segments.
package struct Partition: Hashable, Sendable {
    /// How many values precede each change, ascending; empty where nothing changed.
    package let changes: [Int]
    /// What the segments cost together, without penalties.
    package let cost: Double
}
