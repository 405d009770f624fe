internal import Market

/// What was read of a file of liquidation messages, and what was wrong in it.
package struct LiquidationFeedReading: Hashable, Sendable {
    /// What may be wrong with a message or a part of it.
    package enum Fault: String, Hashable, Sendable, CaseIterable {
        /// The line is not JSON, or holds too much.
        case malformed = "a line that is not JSON"
        /// A liquidation lacks a field, or one cannot be read.
        case unreadable = "a liquidation with a field that is missing or cannot be"
        /// A liquidation that says nowhere when it was.
        case timeless = "a liquidation that says nowhere when it was"
        /// The bytes end within a message.
        case truncated = "the bytes end within a message"
        /// There are more than are read.
        case tooMany = "more messages or bytes than are read"
    }

    /// The liquidations, in the order of the file.
    package internal(set) var orders: [ForcedOrder] = []
    /// Messages that are of something else: answers to subscriptions, other streams, rows taken away.
    package internal(set) var others = 0
    /// How often something was wrong.
    package internal(set) var faults: [Fault: Int] = [:]
    /// The line on which each kind of fault was first met, counted from one.
    package internal(set) var firstLines: [Fault: Int] = [:]

    /// How many liquidations are of contracts whose size is not known.
    package var withoutSize: Int { orders.count { $0.event.contract == nil } }

    mutating func note(_ fault: Fault, line: Int) {
        faults[fault, default: 0] += 1
        if firstLines[fault] == nil { firstLines[fault] = line }
    }
}
