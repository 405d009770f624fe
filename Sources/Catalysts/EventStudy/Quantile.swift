/// Values between which shares of a sample lie.
enum Quantile {
    /// The value below which a share of ordered numbers lies, between neighbours in a straight line;
    /// `nil` of none.
    ///
    /// - Source: Hyndman and Fan, *Sample Quantiles in Statistical Packages*, 1996, definition 7.
    static func of(_ ordered: [Double], at share: Double) -> Double? {
        guard let last = ordered.indices.last else { return nil }
        let place = Double(last) * min(1, max(0, share))
        let below = Int(place)
        guard below < last else { return ordered[last] }
        let rest = place - Double(below)
        return ordered[below] + rest * (ordered[below + 1] - ordered[below])
    }
}
