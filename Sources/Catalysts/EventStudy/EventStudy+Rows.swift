extension EventStudy {
    /// An asset with what it did on each of some dates, or why it has no place there.
    struct Row: Sendable {
        /// Where it stands in the panel.
        let asset: Int
        /// Whether it is of the group.
        let isMember: Bool
        let column: AssetColumn
        let standings: [Result<AssetStanding, AssetColumn.Exclusion>]

        /// What it did on a date by its number; `nil` where it has no place.
        func standing(at date: Int) -> AssetStanding? { try? standings[date].get() }
    }

    /// The bars that windows before some ends reach; all ends must be inside.
    func reach(of ends: [Int]) -> Range<Int> {
        guard let first = ends.min(), let last = ends.max() else { return 0..<0 }
        return (first - window.bars)..<last
    }

    /// Hands over the rows of some assets on dates that are all inside, one after the other.
    ///
    /// Making a row takes most of the time of a study, and a row is large: whatever is wanted of it is
    /// taken at once, and nothing of it kept for the next.
    func eachRow(of assets: [Int], before ends: [Int], _ take: (Row) -> Void) {
        let range = reach(of: ends)
        let shared = members.first.map { marketReturns(for: $0) } ?? []
        let group = Set(members)
        let windows = ends.map { (window.estimation(before: $0), window.event(before: $0)) }
        for asset in assets {
            let isMember = group.contains(asset)
            let column = column(
                of: asset, over: range, isMember ? shared : marketReturns(for: asset))
            take(
                Row(
                    asset: asset, isMember: isMember, column: column,
                    standings: windows.map { column.standing(estimation: $0, event: $1) }))
        }
    }
}
