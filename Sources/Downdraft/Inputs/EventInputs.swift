internal import Market
internal import Store

/// The forced closes of a window one by one, as far as somebody recorded them.
struct EventInputs {
    let window: TimeRange
    let liquidations: Sourced<LiquidationEvent>
    let deleveragings: Sourced<DeleveragingEvent>
    let takeovers: Sourced<TakeoverEvent>

    /// Reads what was known at the question's as-of.
    init(_ question: Question, from snapshot: StoreSnapshot) throws {
        window = question.range
        liquidations = try snapshot.liquidationEvents(window)
        deleveragings = try snapshot.deleveragingEvents(window)
        takeovers = try snapshot.takeoverEvents(window)
    }

    /// Whether nobody recorded any.
    var isEmpty: Bool {
        liquidations.rows.isEmpty && deleveragings.rows.isEmpty && takeovers.rows.isEmpty
    }
}
