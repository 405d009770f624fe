extension MarginField {
    /// The figure, if it is a finite number.
    func finite(_ value: Double) throws(MarginError) -> Double {
        guard value.isFinite else { throw .notFinite(self) }
        return value
    }

    /// The figure, if it is finite and above zero.
    func positive(_ value: Double) throws(MarginError) -> Double {
        guard try finite(value) > 0 else { throw .notPositive(self, value) }
        return value
    }

    /// The figure, if it is finite and not below zero.
    func amount(_ value: Double) throws(MarginError) -> Double {
        guard try finite(value) >= 0 else { throw .negative(self, value) }
        return value
    }

    /// The figure, if it lies between zero and one, both included.
    func share(_ value: Double) throws(MarginError) -> Double {
        guard (0...1).contains(try finite(value)) else { throw .notAShare(self, value) }
        return value
    }

    /// What was computed, if it is still a number.
    func computed(_ value: Double) throws(MarginError) -> Double {
        guard value.isFinite else { throw .unrepresentable(self) }
        return value
    }
}
