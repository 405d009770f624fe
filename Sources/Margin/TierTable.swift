/// A venue's maintenance margin by the value of the position.
///
/// Amounts follow from floors and rates: `c(k) = c(k-1) + F(k) (m(k) - m(k-1))`, so that `m(k) n - c(k)` has
/// no jump. A published amount that says otherwise is refused, as is a table with a hole: a tier is never
/// guessed.
///
/// - Source: Binance, *How to calculate liquidation price of USDⓈ-M futures contracts*, where the amount is
///   called `cum`; Bybit's maintenance margin deduction and Hyperliquid's maintenance deduction are the same.
/// - Checked against: the published amounts of Binance BTCUSDT of March 2021 and of Bybit BTCUSDT,
///   `TierTableTests`.
package struct TierTable: Hashable, Sendable {
    /// The most tiers a table may have.
    package static let greatestCount = 1000

    /// One line of a table as a venue prints it.
    package struct Tier: Hashable, Sendable {
        /// The value above which it holds, in the settlement currency.
        package let floor: Double
        /// The value up to which it holds, that value included; `nil` where it has no end.
        package let ceiling: Double?
        /// The maintenance margin per value, from 0 to 1.
        package let rate: Double
        /// What is taken off: published, or as derived.
        package let cumulativeAmount: Double?
        /// The greatest leverage at which a position of this value can be opened; `nil` where unknown.
        package let greatestLeverage: Double?

        /// A line of a table.
        package init(
            floor: Double, ceiling: Double?, rate: Double, cumulativeAmount: Double? = nil,
            greatestLeverage: Double? = nil
        ) {
            self.floor = floor
            self.ceiling = ceiling
            self.rate = rate
            self.cumulativeAmount = cumulativeAmount
            self.greatestLeverage = greatestLeverage
        }
    }

    /// The tiers from the lowest, each with its derived amount.
    package let tiers: [Tier]

    /// A table; throws where the tiers are not ascending and contiguous, or a published amount is wrong.
    ///
    /// - Complexity: O(tiers), of which there are at most a thousand.
    package init(_ lines: [Tier]) throws(MarginError) {
        guard (1...Self.greatestCount).contains(lines.count) else { throw .tierCount(lines.count) }
        var tiers: [Tier] = []
        for (index, line) in lines.enumerated() {
            try Self.check(line, after: tiers.last, number: index + 1)
            let derived = Self.amount(of: line, after: tiers.last)
            try Self.check(line, derived: derived, number: index + 1)
            tiers.append(
                Tier(
                    floor: line.floor, ceiling: line.ceiling, rate: line.rate,
                    cumulativeAmount: derived, greatestLeverage: line.greatestLeverage))
        }
        self.tiers = tiers
    }

    /// A table by floors and rates, each tier ending where the next begins; throws as the other does.
    package init(
        floors: [Double], rates: [Double], end: Double? = nil, amounts: [Double]? = nil,
        leverages: [Double]? = nil
    ) throws(MarginError) {
        guard floors.count == rates.count else { throw .tierCount(min(floors.count, rates.count)) }
        let ceilings = floors.dropFirst().map(Optional.some) + [end]
        try self.init(
            floors.indices.map { index in
                Tier(
                    floor: floors[index], ceiling: ceilings[index], rate: rates[index],
                    cumulativeAmount: amounts.flatMap { Self.element(of: $0, index) },
                    greatestLeverage: leverages.flatMap { Self.element(of: $0, index) })
            })
    }

    /// The number, counted from one, of the tier that a value falls in; a value on an edge belongs below.
    package func number(of value: Double) -> Int {
        let above = tiers.firstIndex { tier in tier.ceiling.map { value <= $0 } ?? true }
        return (above ?? tiers.count - 1) + 1
    }

    /// The value up to which the table says anything; `nil` where it has no end.
    package var end: Double? { tiers.last?.ceiling }

    private static func element(of list: [Double], _ index: Int) -> Double? {
        list.indices.contains(index) ? list[index] : nil
    }

    private static func amount(of line: Tier, after previous: Tier?) -> Double {
        guard let previous, let amount = previous.cumulativeAmount else { return 0 }
        return amount + line.floor * (line.rate - previous.rate)
    }

    private static func check(
        _ line: Tier, after previous: Tier?, number: Int
    ) throws(MarginError) {
        let floor = try MarginField.tierFloor.amount(line.floor)
        _ = try MarginField.maintenanceRate.share(line.rate)
        if let ceiling = line.ceiling, try MarginField.tierCeiling.finite(ceiling) <= floor {
            throw .tiersNotAscending(tier: number)
        }
        if let leverage = line.greatestLeverage { _ = try MarginField.leverage.positive(leverage) }
        guard let previous else {
            guard floor == 0 else {
                throw .tiersNotContiguous(tier: number, begins: floor, previousEnds: 0)
            }
            return
        }
        guard floor > previous.floor else { throw .tiersNotAscending(tier: number) }
        guard previous.ceiling == floor else {
            throw .tiersNotContiguous(tier: number, begins: floor, previousEnds: previous.ceiling)
        }
        guard line.rate >= previous.rate else { throw .ratesNotAscending(tier: number) }
    }

    // Venues print amounts with all their digits, so only the last bits may differ.
    private static func check(_ line: Tier, derived: Double, number: Int) throws(MarginError) {
        _ = try MarginField.cumulativeAmount.computed(derived)
        guard let published = line.cumulativeAmount else { return }
        let tolerance = max(1e-9, 1e-9 * abs(derived))
        guard abs(try MarginField.cumulativeAmount.finite(published) - derived) <= tolerance else {
            throw .cumulativeAmount(tier: number, published: published, derived: derived)
        }
    }
}
