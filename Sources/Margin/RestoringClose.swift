/// How much of a position has to be closed for the requirement to be met again.
package enum RestoringClose: Hashable, Sendable {
    /// Nothing: it is met.
    case notNeeded
    /// So many contracts, which leave `remaining`.
    case part(contracts: Double, remaining: Double)
    /// No part is enough: all of it, after which so much equity is left, below zero where it is short.
    case whole(equityLeft: Double)
}
