/// A number of values since a change, with its probability.
package struct RunLength: Hashable, Sendable {
    /// The values since the change; zero or more.
    package let length: Int
    /// Its probability, zero to one.
    package let probability: Double
}
