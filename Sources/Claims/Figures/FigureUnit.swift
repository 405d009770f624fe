/// What a figure counts.
package enum FigureUnit: String, Hashable, Sendable, CaseIterable {
    /// Nothing named: an indicator's reading, a count.
    case plain
    /// Hundredths.
    case percent
    /// Hundredths as a difference of shares.
    case percentagePoints
    /// Hundredths of a percent.
    case basisPoints
    /// United States dollars, and tokens worth one.
    case dollar
    /// Euros.
    case euro
    /// Pounds sterling.
    case pound
    /// Yuan renminbi.
    case yuan
    /// Coins of the asset that is named with the figure.
    case coin
    /// A factor: `2x`, `3 times`.
    case times

    /// Whether it is money.
    package var isMoney: Bool {
        switch self {
        case .dollar, .euro, .pound, .yuan: true
        case .plain, .percent, .percentagePoints, .basisPoints, .coin, .times: false
        }
    }
}
