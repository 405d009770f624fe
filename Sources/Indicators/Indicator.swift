/// A running figure that takes one value a bar and looks at no bar to come.
///
/// Batch is the streaming form folded: there is one formula, and `outputs(for:)` is that formula run
/// from the first value to the last.
package protocol Indicator: Sendable {
    /// Takes the next value; answers `nil` while there have been too few.
    mutating func update(_ value: Double) -> Double?
}

extension Indicator {
    /// The output at each value, oldest first; as long as `values`.
    package consuming func outputs(for values: [Double]) -> [Double?] {
        var indicator = self
        return values.map { indicator.update($0) }
    }
}
