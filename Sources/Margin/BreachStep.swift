/// One step of what a venue does with a position whose equity no longer exceeds its requirement.
package enum BreachStep: Hashable, Sendable {
    /// Open orders are cancelled.
    case cancelOrders
    /// A share of the position is sent to the market, where it is worth more than `above`, if given.
    case marketOrder(share: Double, above: Double?)
    /// As much is closed as restores the requirement.
    case closeToRestore
    /// As much is closed as brings the position so many tiers down.
    case stepDownTiers(Int)
    /// Nothing for so many seconds.
    case wait(seconds: Double)
    /// The position goes to the venue's engine at the bankruptcy price.
    case takeoverAtBankruptcy
    /// Position and margin go to a vault once equity is below so much of the requirement.
    case backstop(belowShare: Double)
    /// The insurance fund pays what is missing.
    case insuranceFund
    /// Profitable positions of the other side are closed.
    case deleverage
    /// All who gained share the loss.
    case socialise

    /// The step as words.
    package var words: String {
        switch self {
        case .cancelOrders: "open orders are cancelled"
        case .marketOrder(let share, let above?):
            "above a value of \(above), a share of \(share) of the position is sent to the market"
        case .marketOrder(1, nil): "the whole position is sent to the market"
        case .marketOrder(let share, nil):
            "a share of \(share) of the position is sent to the market"
        case .closeToRestore: "as much is closed as restores the requirement"
        case .stepDownTiers(let count):
            "as much is closed as lowers the position by tiers: \(count)"
        case .wait(let seconds): "nothing happens for seconds: \(seconds)"
        case .takeoverAtBankruptcy: "the venue takes the position over at its bankruptcy price"
        case .backstop(let share):
            "once equity is below \(share) of the requirement, a vault takes position and margin"
        case .insuranceFund: "the insurance fund pays what is missing"
        case .deleverage: "profitable positions of the other side are closed"
        case .socialise: "those who gained share what is missing"
        }
    }
}
