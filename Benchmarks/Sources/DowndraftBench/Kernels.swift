import FoundationEssentials
import Indicators
import Market

/// The indicators over columns of doubles, each into storage that is there already.
struct Kernels {
    private let closes: [Double]
    private let highs: [Double]
    private let lows: [Double]

    /// A file of doubles in the machine's own order; a high and a low lie a thousandth to either side.
    init(file: String) throws {
        self.init(
            closes: try Data(contentsOf: URL(filePath: file)).withUnsafeBytes {
                Array($0.bindMemory(to: Double.self))
            })
    }

    private init(closes: [Double]) {
        self.closes = closes
        highs = closes.map { $0 * 1.001 }
        lows = closes.map { $0 * 0.999 }
    }

    /// What is timed, by the thread's clock: whole columns, and many times over a part that the
    /// second cache holds. The moves read and write as many columns as an indicator, and compute
    /// next to nothing.
    var parts: [Part] {
        let outputs = Columns(count: closes.count)
        let cached = Kernels(closes: Array(closes.prefix(1 << 15)))
        return parts(into: outputs, suffix: "", rounds: 1) + moves(into: outputs)
            + cached.parts(
                into: Columns(count: cached.closes.count), suffix: "-cached", rounds: 100)
    }

    private func moves(into outputs: Columns) -> [Part] {
        let (closes, highs, lows) = (closes, highs, lows)
        func part(_ name: String, work: @escaping (Columns) -> Void) -> Part {
            Part(name: name, elements: closes.count) {
                work(outputs)
                return outputs.sample
            }
        }
        return [
            part("move-1-1") { $0.spread(closes) }, part("move-1-3") { $0.spreadOut(closes) },
            part("move-3-1") { $0.gather(highs, lows, closes) },
        ]
    }

    private func parts(into outputs: Columns, suffix: String, rounds: Int) -> [Part] {
        let (closes, highs, lows) = (closes, highs, lows)
        func part(_ name: String, work: @escaping (Columns) -> Void) -> Part {
            Part(name: name + suffix, elements: closes.count * rounds) {
                for _ in 0..<rounds { work(outputs) }
                return outputs.sample
            }
        }
        func column(_ name: String, _ indicator: some ColumnIndicator) -> Part {
            part(name) { $0.fill(indicator, closes) }
        }
        return [
            column("sma", SimpleMovingAverage(period: 50)),
            column("ema", ExponentialMovingAverage(period: 50)),
            column("rsi", RelativeStrengthIndex(period: 14)),
            part("macd") { $0.fill(MovingAverageConvergenceDivergence(), closes) },
            part("atr") { $0.fill(AverageTrueRange(period: 14), highs, lows, closes) },
        ]
    }

    /// The sum of what five indicators answer, value by value, to a price that goes to and fro.
    static func streamed(count: Int) -> Double {
        var simple = SimpleMovingAverage(period: 50)
        var exponential = ExponentialMovingAverage(period: 50)
        var strength = RelativeStrengthIndex(period: 14)
        var distance = MovingAverageConvergenceDivergence()
        var range = AverageTrueRange(period: 14)
        let start = Timestamp(seconds: 0)
        var sum = 0.0
        for index in 0..<count {
            let close = 100 + Double(index * 7 % 31)
            let candle = Candle(
                openTime: start, interval: .hour, open: close, high: close + 1, low: close - 1,
                close: close, volume: nil)
            sum += (simple.update(close) ?? 0) + (exponential.update(close) ?? 0)
            sum += (strength.update(close) ?? 0) + (distance.update(close)?.line ?? 0)
            sum += range.update(candle) ?? 0
        }
        return sum
    }

    /// The columns of many assets, one after another and on all cores, by the clock on the wall.
    func coreLines(assets: Int, repeats: Int) async -> [String] {
        let length = closes.count / assets
        let series = (0..<assets).map { Array(closes[$0 * length..<($0 + 1) * length]) }
        let work: @Sendable ([Double]) -> Double = {
            SimpleMovingAverage(period: 50).column(for: $0).last ?? .nan
        }
        var alone: [Double] = []
        var together: [Double] = []
        var agree = true
        for _ in 0..<max(1, repeats) {
            let start = Stopwatch.wall()
            let one = series.map(work)
            let middle = Stopwatch.wall()
            let all = await series.concurrentMap(work)
            together.append(Stopwatch.wall() - middle)
            alone.append(middle - start)
            agree = agree && one == all
        }
        return [("one-core", alone), ("all-cores", together)].map { name, times in
            Stopwatch.line(
                name, elements: assets * length, times: times, result: agree ? 1 : .nan)
        }
    }
}

/// Three columns to write into, as many as an indicator has figures.
private final class Columns {
    private var first: [Double]
    private var second: [Double]
    private var third: [Double]

    init(count: Int) {
        // Written to once, so that no page is touched for the first time while the clock runs.
        func column() -> [Double] { (0..<count).map { Double($0) } }
        (first, second, third) = (column(), column(), column())
    }

    /// The mean of every hundred-thousandth output, to be compared with the peer's.
    var sample: Double {
        let count = first.count
        let places = Array(stride(from: count - 1, to: min(1000, count - 2), by: -100_003))
        return places.reduce(0) { $0 + first[$1] } / Double(places.count)
    }

    /// Reads a column and writes one.
    func spread(_ values: [Double]) {
        Self.spread(values.span, &first)
    }

    /// Reads a column and writes three.
    func spreadOut(_ values: [Double]) {
        Self.spread(values.span, &first, &second, &third)
    }

    /// Reads three columns and writes one.
    func gather(_ one: [Double], _ two: [Double], _ three: [Double]) {
        Self.gather(one.span, two.span, three.span, &first)
    }

    private static func spread(_ values: Span<Double>, _ first: inout [Double]) {
        var one = first.mutableSpan
        for index in values.indices { one[unchecked: index] = -values[unchecked: index] }
    }

    private static func spread(
        _ values: Span<Double>, _ first: inout [Double], _ second: inout [Double],
        _ third: inout [Double]
    ) {
        var one = first.mutableSpan
        var two = second.mutableSpan
        var three = third.mutableSpan
        for index in values.indices {
            let value = -values[unchecked: index]
            one[unchecked: index] = value
            two[unchecked: index] = value
            three[unchecked: index] = value
        }
    }

    private static func gather(
        _ one: Span<Double>, _ two: Span<Double>, _ three: Span<Double>, _ first: inout [Double]
    ) {
        var outputs = first.mutableSpan
        for index in one.indices {
            outputs[unchecked: index] =
                one[unchecked: index] + two[unchecked: index] - three[unchecked: index]
        }
    }

    func fill(_ indicator: some ColumnIndicator, _ values: [Double]) {
        Self.fill(&first, indicator, values)
    }

    private static func fill(
        _ column: inout [Double], _ indicator: some ColumnIndicator, _ values: [Double]
    ) {
        var indicator = indicator
        var outputs = column.mutableSpan
        indicator.update(values.span, into: &outputs)
    }

    func fill(_ indicator: MovingAverageConvergenceDivergence, _ closes: [Double]) {
        Self.fill(&first, &second, &third, indicator, closes)
    }

    private static func fill(
        _ first: inout [Double], _ second: inout [Double], _ third: inout [Double],
        _ indicator: MovingAverageConvergenceDivergence, _ closes: [Double]
    ) {
        var indicator = indicator
        var line = first.mutableSpan
        var signal = second.mutableSpan
        var histogram = third.mutableSpan
        indicator.update(closes.span, line: &line, signal: &signal, histogram: &histogram)
    }

    func fill(
        _ indicator: AverageTrueRange, _ highs: [Double], _ lows: [Double], _ closes: [Double]
    ) {
        Self.fill(&first, indicator, highs, lows, closes)
    }

    private static func fill(
        _ column: inout [Double], _ indicator: AverageTrueRange, _ highs: [Double],
        _ lows: [Double], _ closes: [Double]
    ) {
        var indicator = indicator
        var outputs = column.mutableSpan
        indicator.update(
            high: highs.span, low: lows.span, close: closes.span, into: &outputs)
    }
}
