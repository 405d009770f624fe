#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What rules watch of prices alone, a number a bar; `nil` where it cannot be told.
///
/// - Shape: a number uses its bar and those before it. A stretch is measured from the bar that closed just then: where
///   that one is missing there is no number.
/// - Checked against: the same in Python, within 1e-12, `Fixtures/Outlook/alerts.csv`.
package enum AlertReadings {
    /// The change of the close over so many bars, a part of one.
    package static func moves(over bars: PriceBars, length: Int) -> [Double?] {
        places(bars, before: length).enumerated().map { place, before in
            before.flatMap { finite(bars.closes[place] / bars.closes[$0] - 1) }
        }
    }

    /// The logarithm of that over the swing that was usual before it, a deviation of so many bars.
    package static func swings(over bars: PriceBars, length: Int) -> [Double?] {
        let usual = AlertOutcomes.swings(of: bars)
        return places(bars, before: length).enumerated().map { place, before in
            guard let before, let swing = usual[before] else { return nil }
            let move = log(bars.closes[place] / bars.closes[before])
            return finite(move / (swing * Double(length).squareRoot()))
        }
    }

    /// The close over a reference at each bar, less one.
    package static func distances(_ bars: PriceBars, to references: [Double?]) -> [Double?] {
        zip(bars.closes, references).map { close, reference in
            reference.flatMap { $0 > 0 ? finite(close / $0 - 1) : nil }
        }
    }

    /// For each bar the one that closed so many bars before it.
    private static func places(_ bars: PriceBars, before length: Int) -> [Int?] {
        var place = 0
        return bars.openTimes.map { opening in
            let sought = opening - Int64(length) * bars.interval
            while bars.openTimes[place] < sought { place += 1 }
            return bars.openTimes[place] == sought ? place : nil
        }
    }

    private static func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
