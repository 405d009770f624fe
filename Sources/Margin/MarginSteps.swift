package import Market

/// How a liquidation price comes about, line by line, for a reader to check with a calculator.
package struct MarginSteps: Hashable, Sendable {
    /// The lines in the order of the computation.
    package let steps: [MarginStep]

    /// Explains a position of an account; throws where the account does not hold it.
    ///
    /// - Parameter closingFeeRate: what is taken of the value closed, for the least close.
    package init(
        _ solver: MarginSolver, _ contract: InstrumentID, _ side: PositionSide,
        closingFeeRate: Double = 0
    ) throws(MarginError) {
        let balance = try solver.balance(of: contract)
        guard let position = balance.moving.first(where: { $0.side == side }) else {
            throw .notHeld(contract)
        }
        let writer = MarginStepWriter(solver: solver, position: position, balance: balance)
        steps =
            writer.standing + (try writer.liquidation(try solver.liquidation(of: contract)))
            + writer.bankruptcy(try solver.bankruptcyPrice(of: contract))
            + writer.closing(
                try solver.restoringClose(of: contract, side, closingFeeRate: closingFeeRate))
    }

    /// The number of the first line of a name; `nil` without one.
    package func value(_ name: String) -> Double? {
        steps.first { $0.name == name }?.value
    }
}
