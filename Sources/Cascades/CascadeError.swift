/// Why there is no cascade of some input.
package enum CascadeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A quantity is NaN or infinite.
    case notFinite(String)
    /// A quantity that has to be above zero is not: a depth, a volume, a price, a tick.
    case notPositive(String)
    /// A quantity is outside the range it can have.
    case outOfRange(String)
    /// There is no position that could be liquidated.
    case emptyProfile
    /// The account at this place is worth nothing or less before anything has happened.
    case negativeEquity(account: Int)
    /// There is more of something than may be worked on.
    case tooMany(String, allowed: Int)
    /// Two inputs that belong together differ in length.
    case lengthsDiffer(String)

    /// The reason, on one line.
    package var description: String {
        switch self {
        case .notFinite(let name): "\(name) is not a number"
        case .notPositive(let name): "\(name) must be above zero"
        case .outOfRange(let name): "\(name) is outside the range it can have"
        case .emptyProfile: "there is no position that could be liquidated"
        case .negativeEquity(let account): "account \(account) is worth nothing or less beforehand"
        case .tooMany(let name, let allowed): "more than \(allowed) \(name)"
        case .lengthsDiffer(let name): "columns of \(name) differ in length"
        }
    }

    /// Refuses a quantity that is not a finite number.
    static func finite(_ value: Double, _ name: String) throws(CascadeError) {
        guard value.isFinite else { throw .notFinite(name) }
    }

    /// Refuses a quantity that is not a finite number above zero.
    static func positive(_ value: Double, _ name: String) throws(CascadeError) {
        try finite(value, name)
        guard value > 0 else { throw .notPositive(name) }
    }

    /// Refuses a quantity that is not a finite number within a range.
    static func within(
        _ range: ClosedRange<Double>, _ value: Double, _ name: String
    ) throws(CascadeError) {
        try finite(value, name)
        guard range.contains(value) else { throw .outOfRange(name) }
    }
}
