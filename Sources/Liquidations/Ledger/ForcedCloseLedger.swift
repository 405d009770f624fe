package import Market
internal import Series

/// Dollars of forced closes of one kind, added up as they come: by side, asset, venue and hour.
///
/// The kind is part of the type, so deleveragings cannot be added to liquidations. Closes without dollars
/// are counted by reason and enter no sum.
///
/// - Shape: one total for each asset, venue, side and hour that had a close; memory grows with those and
///   not with closes. A venue that invents instruments is held by `limit`, beyond which closes are counted
///   as `overflowed`.
/// - Order: sums are compensated; any order of the same closes agrees to the last digits but one.
/// - Complexity: constant for each close, but for the dictionary.
package struct ForcedCloseLedger<Kind>: Sendable {
    /// Which closes are added up together.
    package struct Cell: Hashable, Comparable, Sendable {
        /// The first instant of the hour.
        package let hour: Timestamp
        /// Where.
        package let venue: VenueID
        /// Of what.
        package let asset: AssetID
        /// Whose; `nil` where the venue does not say.
        package let side: PositionSide?

        /// Orders by time, then by names.
        package static func < (left: Cell, right: Cell) -> Bool {
            (left.hour, left.venue, left.asset, left.side?.rawValue ?? "")
                < (right.hour, right.venue, right.asset, right.side?.rawValue ?? "")
        }
    }

    /// How many and how much.
    package struct Total: Sendable {
        /// How many closes.
        package private(set) var count = 0
        private var sum = CompensatedSum()

        /// US dollars.
        package var dollars: Double { sum.value }

        fileprivate mutating func add(_ dollars: Double) {
            count += 1
            sum.add(dollars)
        }

        fileprivate mutating func add(_ other: Total) {
            count += other.count
            sum.add(other.dollars)
        }
    }

    /// A close with its dollars.
    package struct Valued: Sendable {
        /// The close.
        package let close: ForcedClose<Kind>
        /// What it was worth.
        package let dollars: LiquidationDollars
    }

    /// The largest close; of equals the first in time, then by venue and instrument.
    package private(set) var largest: Valued?
    /// Closes without dollars, by reason.
    package private(set) var quarantined: [LiquidationDollars.Quarantined: Int] = [:]
    /// Closes with dollars that found no room because `limit` cells were taken.
    package private(set) var overflowed = 0
    /// Closes by what their dollars rest on.
    package private(set) var bases: [LiquidationDollars.Basis: Int] = [:]

    private var cells: [Cell: Total] = [:]
    private let limit: Int
    private let plausible: @Sendable (InstrumentID) -> Double?

    /// An empty ledger.
    ///
    /// - Parameters:
    ///   - limit: How many cells are kept at most.
    ///   - plausible: The most dollars that one close of an instrument can be, such as two in a hundred of
    ///     its open interest; `nil` where that is not known, and then every size passes.
    package init(
        limit: Int = 1_000_000,
        plausible: @escaping @Sendable (InstrumentID) -> Double? = { _ in nil }
    ) {
        self.limit = limit
        self.plausible = plausible
    }

    /// Adds one close.
    package mutating func add(_ close: ForcedClose<Kind>) {
        do throws(LiquidationDollars.Quarantined) {
            let dollars = try LiquidationDollars(of: close)
            if let most = plausible(close.instrument), dollars.amount > most {
                throw .implausible
            }
            record(Valued(close: close, dollars: dollars))
        } catch {
            quarantined[error, default: 0] += 1
        }
    }

    private mutating func record(_ valued: Valued) {
        let close = valued.close
        let sinceHour = close.time.sinceMidnight.microseconds % TimeSpan.hour.microseconds
        let hour = close.time - TimeSpan(microseconds: sinceHour)
        let cell = Cell(hour: hour, venue: close.venue, asset: close.asset, side: close.closed)
        guard cells[cell] != nil || cells.count < limit else {
            overflowed += 1
            return
        }
        cells[cell, default: Total()].add(valued.dollars.amount)
        bases[valued.dollars.basis, default: 0] += 1
        if largest.map({ Self.outranks(valued, $0) }) ?? true { largest = valued }
    }

    private static func outranks(_ new: Valued, _ old: Valued) -> Bool {
        guard new.dollars.amount == old.dollars.amount else {
            return new.dollars.amount > old.dollars.amount
        }
        return (new.close.time, new.close.venue, new.close.instrument)
            < (old.close.time, old.close.venue, old.close.instrument)
    }

    /// How many closes have no dollars.
    package var quarantinedCount: Int { quarantined.values.reduce(0, +) }

    /// Every total with its cell, in the order of cells.
    package var table: [(cell: Cell, total: Total)] {
        cells.sorted { $0.key < $1.key }.map { (cell: $0.key, total: $0.value) }
    }

    /// The total of the cells that a condition holds for; zero where there is none.
    package func total(where isWanted: (Cell) -> Bool = { _ in true }) -> Total {
        table.filter { isWanted($0.cell) }.reduce(into: Total()) { $0.add($1.total) }
    }

    /// Totals by whatever a cell is asked for, such as `\.venue`, in that order.
    package func totals<Key: Hashable & Comparable>(
        by key: (Cell) -> Key
    ) -> [(key: Key, total: Total)] {
        Dictionary(grouping: table) { key($0.cell) }
            .map { name, rows in
                (key: name, total: rows.reduce(into: Total()) { $0.add($1.total) })
            }
            .sorted { $0.key < $1.key }
    }

    /// The share of longs in the dollars whose side is known; `nil` where there are none.
    package var longShare: Double? {
        let long = total { $0.side == .long }.dollars
        let short = total { $0.side == .short }.dollars
        return long + short > 0 ? long / (long + short) : nil
    }

    /// The dollars as a ratio of open interest in dollars, one side counted; `nil` of none.
    package func share(ofOpenInterest dollars: Double) -> Double? {
        dollars > 0 && dollars.isFinite ? total().dollars / dollars : nil
    }
}

/// Dollars of liquidations.
package typealias LiquidationLedger = ForcedCloseLedger<Liquidation>
