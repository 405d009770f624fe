/// A prior's quantiles at evenly spaced probabilities, with straight lines between: fast enough for
/// tens of thousands of draws. Beyond the outermost probability, 2^-12 from the ends, the quantile
/// stays what it is there.
struct QuantileTable {
    private static let intervals = 1024
    private static let edge = 0x1p-12
    private let values: [Double]

    init(_ law: PriorLaw) {
        if case .fixed(let value) = law {
            values = [value, value]
            return
        }
        values = (0...Self.intervals).map { place in
            let probability = Double(place) / Double(Self.intervals)
            return law.quantile(min(max(probability, Self.edge), 1 - Self.edge))
        }
    }

    func value(at probability: Double) -> Double {
        let place = probability * Double(values.count - 1)
        let below = min(Int(place), values.count - 2)
        let share = place - Double(below)
        return values[below] + share * (values[below + 1] - values[below])
    }
}
