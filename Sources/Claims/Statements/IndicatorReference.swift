/// An indicator as a text names it.
package struct IndicatorReference: Hashable, Sendable {
    /// Which.
    package let name: IndicatorName
    /// Its period in bars; `nil` where the text gives none.
    package let period: Int?
    /// Where it stands in the text.
    package let span: Range<Int>

    /// An indicator.
    package init(name: IndicatorName, period: Int?, span: Range<Int>) {
        self.name = name
        self.period = period
        self.span = span
    }

    /// Whether two name the same indicator with the same period.
    package func isSame(as other: IndicatorReference) -> Bool {
        name == other.name && period == other.period
    }
}
