extension Double {
    /// Whether the number can be a price, a supply or a capitalisation: above zero and finite.
    var isSound: Bool { isFinite && self > 0 }

    /// Whether the number is zero or more, and finite.
    var isFiniteAmount: Bool { isFinite && self >= 0 }
}
