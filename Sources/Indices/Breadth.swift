package import Market
internal import Series

/// How many members took part in a move.
///
/// - Input: one reading an asset; a reading that is missing or not finite is counted by no measure, and each
///   measure says of how many it is.
/// - Output: counts and ratios.
/// - Degenerate case: `nil` for a measure that nothing was read for.
/// - Checked against: pandas, `Fixtures/Indices/breadth.csv`, within 1e-12.
package struct Breadth: Hashable, Sendable {
    /// What is known of one member.
    package struct Reading: Hashable, Sendable {
        /// The member.
        package let asset: AssetID
        /// Its change over the window, as a ratio.
        package let change: Double?
        /// Its price now, in US dollars.
        package let price: Double?
        /// Its average of 50 days, in US dollars.
        package let average50: Double?
        /// Its average of 200 days, in US dollars.
        package let average200: Double?
        /// Its lowest price of the days looked back on, today left out, in US dollars.
        package let lowest: Double?
        /// Its highest price of the days looked back on, today left out, in US dollars.
        package let highest: Double?

        /// A reading; what is not given is not known.
        package init(
            asset: AssetID, change: Double? = nil, price: Double? = nil,
            average50: Double? = nil, average200: Double? = nil, lowest: Double? = nil,
            highest: Double? = nil
        ) {
            self.asset = asset
            self.change = change
            self.price = price
            self.average50 = average50
            self.average200 = average200
            self.lowest = lowest
            self.highest = highest
        }
    }

    /// How many of those that could be told something holds for.
    package struct Tally: Hashable, Sendable {
        /// For how many it holds.
        package let count: Int
        /// Of how many.
        package let known: Int

        /// The share, from 0 to 1; `nil` of none.
        package var share: Double? { known > 0 ? Double(count) / Double(known) : nil }
    }

    /// Members that rose.
    package let advancing: Int
    /// Members that fell.
    package let declining: Int
    /// Members that did neither.
    package let unchanged: Int
    /// The change of the member in the middle, as a ratio.
    package let medianChange: Double?
    /// The mean of all members' changes, each counted alike, as a ratio.
    package let meanChange: Double?
    /// Members above their average of 50 days.
    package let above50: Tally
    /// Members above their average of 200 days.
    package let above200: Tally
    /// Members below every price of the days looked back on.
    package let newLows: Tally
    /// Members above every price of the days looked back on.
    package let newHighs: Tally

    /// Counts; the order of the readings is nothing.
    package init(_ readings: [Reading]) {
        let changes = readings.compactMap(\.change).filter(\.isFinite).sorted()
        advancing = changes.count { $0 > 0 }
        declining = changes.count { $0 < 0 }
        unchanged = changes.count { $0 == 0 }
        medianChange = changes.median
        meanChange = changes.isEmpty ? nil : changes.compensatedSum / Double(changes.count)
        above50 = Self.tally(readings, \.average50, >)
        above200 = Self.tally(readings, \.average200, >)
        newLows = Self.tally(readings, \.lowest, <)
        newHighs = Self.tally(readings, \.highest, >)
    }

    /// Members that rose for each one that fell; `nil` where none fell.
    package var advanceDeclineRatio: Double? {
        declining > 0 ? Double(advancing) / Double(declining) : nil
    }

    private static func tally(
        _ readings: [Reading], _ mark: (Reading) -> Double?, _ holds: (Double, Double) -> Bool
    ) -> Tally {
        let known = readings.compactMap { reading -> Bool? in
            guard let price = reading.price, let mark = mark(reading), price.isFinite,
                mark.isFinite
            else { return nil }
            return holds(price, mark)
        }
        return Tally(count: known.count { $0 }, known: known.count)
    }
}
