/// A running figure that takes one input a bar and looks at no bar to come.
///
/// Batch is the streaming form folded: there is one formula, and `outputs(for:)` is that formula
/// run from the first input to the last.
///
/// - Input: finite values, or candles that are consistent. What it reads of a bar, the type says.
/// - Output: finite, whatever the size of the input: where a figure would exceed what a number
///   holds the answer is `nil`. An indicator of a window recovers when the window has passed; one
///   with an endless memory does not.
package protocol Indicator<Input, Output>: Sendable {
    /// What one bar brings: its close, the whole candle, or a pair of values.
    associatedtype Input
    /// What is known after a bar: a number, or a few that belong together.
    associatedtype Output: Sendable

    /// Takes the next input; answers `nil` while there have been too few.
    mutating func update(_ input: Input) -> Output?

    /// The output at each input, oldest first; as long as `inputs`.
    consuming func outputs(for inputs: [Input]) -> [Output?]
}

extension Indicator {
    /// The output at each input, oldest first; as long as `inputs`.
    package consuming func outputs(for inputs: [Input]) -> [Output?] {
        folded(over: inputs)
    }

    /// The fold itself. A type that must be fast in batch calls it from a method of its own, where
    /// the compiler knows the type; from another room it would go through the protocol, ten times
    /// slower.
    consuming func folded(over inputs: [Input]) -> [Output?] {
        var indicator = self
        var outputs: [Output?] = []
        outputs.reserveCapacity(inputs.count)
        for input in inputs { outputs.append(indicator.update(input)) }
        return outputs
    }
}

extension Double {
    /// The number itself; `nil` where it is infinite or NaN.
    var finite: Double? { isFinite ? self : nil }
}
