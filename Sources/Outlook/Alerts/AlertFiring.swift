/// An alert that went off, with what it claims.
package struct AlertFiring: Hashable, Sendable {
    /// The close of the bar it went off on, in microseconds since 1970 UTC: all that it knows was known by then.
    package let firedAt: Int64
    /// The value that set it off.
    package let value: Double
    /// The close of that bar.
    package let price: Double
    /// What followed earlier alerts of the same rule, as far as it was decided by then.
    package let firings: ClassExperience
    /// What followed any bar, as far as it was decided by then.
    package let climatology: ClassExperience
    /// The claim as it can be written down; `nil` where too little had been seen to say anything.
    package let forecast: IssuedForecast?
    /// What came of it by the end of the history; `nil` while it is open.
    package let outcome: Bool?

    /// Whether its probability comes from earlier alerts; otherwise it is how often any bar was followed by as much.
    package var isOfFirings: Bool { forecast?.probability(.firings) != nil }

    /// How likely it said it was.
    package var probability: Double? {
        forecast?.probability(.firings) ?? forecast?.probability(.climatology)
    }
}
