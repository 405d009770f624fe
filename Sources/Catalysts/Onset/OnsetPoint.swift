package import Market

/// The value of one bar.
package struct OnsetPoint: Hashable, Sendable {
    /// When the bar opened.
    package let openTime: Timestamp
    /// Its value, finite, in the unit of the series.
    package let value: Double

    /// A bar's value.
    package init(openTime: Timestamp, value: Double) {
        self.openTime = openTime
        self.value = value
    }
}
