package import Market

/// A stretch of time that a statement speaks of, as the text says it.
package struct Window: Hashable, Sendable {
    /// How the stretch is fixed.
    package enum Kind: Hashable, Sendable {
        /// So long a time up to the statement.
        case trailing(TimeSpan)
        /// The day of the statement, or so many days before where negative.
        case day(Int)
        /// From a date to the statement.
        case since(StatedDate)
        /// A day.
        case on(StatedDate)
    }

    /// How the stretch is fixed.
    package let kind: Kind
    /// Where the text says so.
    package let span: Range<Int>

    /// A window.
    package init(kind: Kind, span: Range<Int>) {
        self.kind = kind
        self.span = span
    }
}
