import Market
import TestSupport

/// Candles for tests, an hour each from the first hour of 1970 on.
enum SampleCandles {
    static func candle(
        _ index: Int, open: Double, high: Double, low: Double, close: Double, volume: Double?
    ) -> Candle {
        Candle(
            openTime: Timestamp(seconds: Int64(index) * 3600), interval: .hour, open: open,
            high: high, low: low, close: close, volume: volume)
    }

    /// A seeded walk that also stands still, trades nothing, and jumps now and then.
    static func walk(seed: UInt64, bars: Int = 120) -> [Candle] {
        var random = SeededGenerator(seed: seed)
        var price = 100.0
        return (0..<bars).map { index in
            let stands = Int.random(in: 0..<5, using: &random) == 0
            let jumps = Int.random(in: 0..<20, using: &random) == 0
            let open = jumps ? price * Double.random(in: 0.8...1.25, using: &random) : price
            let close = stands ? open : open * Double.random(in: 0.95...1.05, using: &random)
            let reach = stands ? 0 : Double.random(in: 0...0.02, using: &random)
            let idles = Int.random(in: 0..<10, using: &random) == 0
            price = close
            return candle(
                index, open: open, high: max(open, close) * (1 + reach),
                low: min(open, close) * (1 - reach), close: close,
                volume: idles ? 0 : Double.random(in: 1...1000, using: &random))
        }
    }

    /// Bars that all stand at 42 with a volume of 7.
    static func flat(bars: Int) -> [Candle] {
        (0..<bars).map { candle($0, open: 42, high: 42, low: 42, close: 42, volume: 7) }
    }

    /// Bars that rise by one each, with the last falling by five instead where `turns`.
    static func rise(bars: Int, turns: Bool) -> [Candle] {
        (0..<bars).map { index in
            let close = 100 + Double(index)
            guard turns, index == bars - 1 else {
                return candle(
                    index, open: close - 0.5, high: close + 0.25, low: close - 0.75,
                    close: close, volume: 1000)
            }
            return candle(
                index, open: close - 1, high: close - 0.875, low: close - 6.25,
                close: close - 6, volume: 1000)
        }
    }

    /// The candles of `Fixtures/Indicators/candles.csv` by the name of their series.
    static func reference() throws -> [String: [Candle]] {
        let rows = try ReferenceTable(fixture: "Indicators/candles.csv").rows
        return Dictionary(grouping: rows) { $0["series"] ?? "" }.mapValues { rows in
            rows.enumerated().map { index, row in
                func number(_ column: String) -> Double {
                    row[column].flatMap { Double($0) } ?? .nan
                }
                return candle(
                    index, open: number("open"), high: number("high"), low: number("low"),
                    close: number("close"), volume: number("volume"))
            }
        }
    }
}

extension [Candle] {
    /// The same bars with other prices and volumes.
    func mapped(
        price: (Double) -> Double = { $0 }, volume: (Double) -> Double = { $0 }
    ) -> [Candle] {
        enumerated().map { index, bar in
            SampleCandles.candle(
                index, open: price(bar.open), high: price(bar.high), low: price(bar.low),
                close: price(bar.close), volume: bar.volume.map(volume))
        }
    }
}
