internal import Series

/// When within a second orders come: some venues close positions in passes, once a second, so that hardly any come
/// late in it.
///
/// An instant is told by the share of a second's orders that come before it, so that by its own clock orders come
/// evenly. Whole seconds stay whole.
///
/// - Shape: the second in ten equal parts.
/// - Degenerate case: a tape that does not show beyond doubt that the second is used unevenly has the even one.
/// - Checked against: tapes whose orders come in passes, `SampledTotalTests`.
struct SecondProfile: Hashable {
    /// A second that is used evenly.
    static let even = SecondProfile(weights: [Double](repeating: 1, count: parts))
    /// How many parts a second has.
    static let parts = 10

    /// How dense orders are in each part, one on average.
    let weights: [Double]

    /// An instant by the clock of orders; both in seconds, of which whole ones stay.
    func warped(_ time: Double) -> Double {
        guard self != .even else { return time }
        let whole = time.rounded(.down)
        let place = (time - whole) * Double(Self.parts)
        let part = min(Int(place), Self.parts - 1)
        let passed = weights[..<part].reduce(0, +) + weights[part] * (place - Double(part))
        return whole + min(passed / Double(Self.parts), 1)
    }

    private init(weights: [Double]) { self.weights = weights }

    /// Measures how dense orders are in each part: those that came over those expected if they came evenly.
    ///
    /// - Parameters:
    ///   - times: When orders were published, in seconds.
    ///   - views: Stretches in which an order would have been seen, each within one second, and the rate there.
    init(times: [Double], views: [(start: Double, end: Double, rate: Double)]) {
        var expected = [Double](repeating: 0, count: Self.parts)
        for view in views { Self.add(view, to: &expected) }
        var counts = [Double](repeating: 0, count: Self.parts)
        for time in times {
            let part = Int((time - time.rounded(.down)) * Double(Self.parts))
            counts[min(part, Self.parts - 1)] += 1
        }
        let scale = counts.reduce(0, +) / max(expected.reduce(0, +), 1e-9)
        expected = expected.map { $0 * scale }
        let distance = zip(counts, expected).map { ($0 - $1) * ($0 - $1) / max($1, 1) }
        guard distance.compensatedSum > Self.doubt else {
            self = .even
            return
        }
        let ratios = zip(counts, expected).map { ($0 + Self.inertia) / ($1 + Self.inertia) }
        let mean = ratios.reduce(0, +) / Double(Self.parts)
        weights = ratios.map { $0 / mean }
    }

    /// As many orders in each part speak for an even second before any was seen.
    private static let inertia = 0.5
    /// The sum of squares beyond which a second is no longer taken to be even; of chi-square with nine degrees one
    /// in a hundred thousand is above 39.
    private static let doubt = 40.0

    private static func add(
        _ view: (start: Double, end: Double, rate: Double), to expected: inout [Double]
    ) {
        let whole = view.start.rounded(.down)
        let (from, to) = (view.start - whole, min(view.end - whole, 1))
        for part in 0..<parts {
            let start = max(from, Double(part) / Double(parts))
            let end = min(to, Double(part + 1) / Double(parts))
            if end > start { expected[part] += view.rate * (end - start) }
        }
    }
}
