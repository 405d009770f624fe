/// Two values of one bar: the one in question and the one it is held against.
package struct ValuePair: Hashable, Sendable {
    /// The value in question, such as an asset's return.
    package let value: Double
    /// What it is held against, such as the market's return.
    package let benchmark: Double

    /// A pair of finite values of the same bar.
    package init(value: Double, benchmark: Double) {
        self.value = value
        self.benchmark = benchmark
    }
}
