internal import Indices
internal import Market
internal import Series

/// What was known of supplies at any instant: the members of the latest snapshot, with the coins that are
/// settled. A supply that jumped is counted as it was before until the next snapshot agrees.
struct SupplyBook {
    private let rows: [Supply]
    /// The snapshots, oldest first.
    let moments: [Timestamp]

    /// Takes the rows of every snapshot.
    init(_ rows: [Supply]) {
        self.rows = rows
        moments = Set(rows.map(\.observed)).sorted()
    }

    /// The latest snapshot at an instant.
    func latest(at instant: Timestamp) -> Timestamp? {
        moments.last { $0 <= instant }
    }

    /// The rows of the latest snapshot at an instant, with settled coins.
    func supplies(at instant: Timestamp) -> [Supply] {
        guard let latest = latest(at: instant) else { return [] }
        let settled = Dictionary(
            uniqueKeysWithValues: quarantine(at: instant).settled.map { ($0.asset, $0.coins) })
        return rows.filter { $0.observed == latest }.map { row in
            Supply(
                asset: row.asset, observed: row.observed, rank: row.rank,
                coins: settled[row.asset] ?? row.coins, price: row.price, cap: row.cap)
        }
    }

    /// What jumped up to an instant.
    func quarantine(at instant: Timestamp) -> SupplyQuarantine {
        SupplyQuarantine(rows.filter { $0.observed <= instant })
    }
}
