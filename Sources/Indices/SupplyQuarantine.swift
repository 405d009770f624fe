package import Market

/// Watches the supplies of assets, snapshot by snapshot, and keeps back those that jumped.
///
/// A row that changed by more than two percent a day is a restatement. It stays in quarantine, and the row
/// before it stands, until the next row of the asset agrees with it; where that one agrees with the row
/// before instead, the jump was a slip.
///
/// - Input: rows of any assets; each asset's rows are taken in order of time. A row whose coins are negative
///   or not finite is passed over, and of rows of one moment the best ranked stands.
/// - No look-ahead: what is settled after some rows does not depend on rows after them.
/// - Complexity: O(n log n) in the rows.
/// - Checked against: pandas for the jumps, `Fixtures/Indices/supplies.csv`.
package struct SupplyQuarantine: Sendable {
    /// What is known of one asset.
    private struct Watch {
        var settled: Supply
        /// The row in quarantine, and the place of its jump among all.
        var pending: (row: Supply, jump: Int)?
    }

    private var watches: [AssetID: Watch] = [:]
    private let mostPerDay: Double

    /// The restatements so far, in the order in which they were seen.
    package private(set) var restatements: [SupplyJump] = []

    /// Watches nothing yet.
    package init(mostPerDay: Double = SupplyJump.mostPerDay) {
        precondition(mostPerDay > 0, "a supply that may not change at all is always restated")
        self.mostPerDay = mostPerDay
    }

    /// Watches rows, in order of time whatever order they come in.
    package init(_ supplies: [Supply], mostPerDay: Double = SupplyJump.mostPerDay) {
        self.init(mostPerDay: mostPerDay)
        let ordered = supplies.filter(\.coins.isFiniteAmount).sorted {
            ($0.observed, $0.asset, $0.rank, $0.coins) < ($1.observed, $1.asset, $1.rank, $1.coins)
        }
        for row in ordered { update(row) }
    }

    /// The supplies to count with: the latest row of each asset that is not in quarantine, by asset.
    package var settled: [Supply] {
        watches.values.map(\.settled).sorted { $0.asset < $1.asset }
    }

    /// The jumps that are in quarantine now, by asset.
    package var quarantined: [SupplyJump] {
        watches.values.compactMap { $0.pending.map { restatements[$0.jump] } }
            .sorted { $0.asset < $1.asset }
    }

    /// Takes the next row; one that is not later than the asset's last is passed over.
    package mutating func update(_ row: Supply) {
        guard row.coins.isFiniteAmount else { return }
        guard var watch = watches[row.asset] else {
            watches[row.asset] = Watch(settled: row)
            return
        }
        guard row.observed > (watch.pending?.row ?? watch.settled).observed else { return }
        if let pending = watch.pending, agrees(row, with: pending.row) {
            restatements[pending.jump].isConfirmed = true
            watch = Watch(settled: row)
        } else if agrees(row, with: watch.settled) {
            watch = Watch(settled: row)
        } else {
            let believed = watch.pending?.row ?? watch.settled
            watch.pending = (row, restatements.count)
            restatements.append(
                SupplyJump(
                    asset: row.asset, before: believed, after: row,
                    perDay: SupplyJump.perDay(from: believed, to: row), isConfirmed: false))
        }
        watches[row.asset] = watch
    }

    private func agrees(_ row: Supply, with earlier: Supply) -> Bool {
        abs(SupplyJump.perDay(from: earlier, to: row)) <= mostPerDay
    }
}
