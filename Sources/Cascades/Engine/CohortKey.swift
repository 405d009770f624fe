internal import Market

/// What accounts have in common that may be merged.
struct CohortKey: Hashable, Comparable {
    private let isShort: Bool
    private let liquidationTick: Int
    private let bankruptcyTick: Int
    private let maintenance: Int

    init(_ account: CascadeAccount) {
        isShort = account.side == .short
        liquidationTick = account.liquidationTick ?? -1
        bankruptcyTick = AccountPosition(account).bankruptcyTick(account.side)
        maintenance = account.maintenance
    }

    static func < (left: CohortKey, right: CohortKey) -> Bool {
        (left.isShort ? 1 : 0, left.liquidationTick, left.bankruptcyTick, left.maintenance)
            < (
                right.isShort ? 1 : 0, right.liquidationTick, right.bankruptcyTick,
                right.maintenance
            )
    }
}
