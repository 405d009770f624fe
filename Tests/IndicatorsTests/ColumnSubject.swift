import Indicators
import Market
import Testing

/// An indicator that takes columns, as the column tests see it: candles in, rows of numbers out, NaN
/// where there is none.
struct ColumnSubject: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The outputs of one update after another.
    let streamed: @Sendable ([Candle]) -> [[Double]]
    /// The outputs where the bars come as columns of these lengths; where one is a single bar, by
    /// itself.
    let cut: @Sendable ([Candle], [Int]) -> [[Double]]

    static let all: [ColumnSubject] =
        [1, 2, 3, 5, 14, 50].flatMap { period in
            [
                ofCloses("ema \(period)", ExponentialMovingAverage(period: period)),
                ofCloses("rsi \(period)", RelativeStrengthIndex(period: period)),
            ]
        }
        // Every column a large one, and none.
        + [0, Int.max].flatMap { large in
            [1, 2, 3, 4, 5, 8, 14, 49, 50].map { ofAverages(period: $0, large: large) }
                + [1, 2, 3, 5, 14, 50].map { ofRanges(period: $0, large: large) }
                + (1...9).map { ofDistances(fast: 3, slow: 7, signal: $0, large: large) }
                + [ofDistances(fast: 12, slow: 26, signal: 9, large: large)]
        }

    private static func ofCloses<Kind: ColumnIndicator>(
        _ name: String, _ indicator: Kind
    ) -> ColumnSubject {
        ColumnSubject(
            testDescription: name,
            streamed: { bars in
                var indicator = indicator
                return bars.map { [indicator.update($0.close) ?? .nan] }
            },
            cut: { bars, lengths in
                var indicator = indicator
                return pieces(of: bars, lengths).flatMap { piece in
                    if piece.count == 1 { return [[indicator.update(piece[0].close) ?? .nan]] }
                    var outputs = [Double](repeating: 7, count: piece.count)
                    let closes = piece.map(\.close)
                    var span = outputs.mutableSpan
                    indicator.update(closes.span, into: &span)
                    return outputs.map { [$0] }
                }
            })
    }

    private static func ofAverages(period: Int, large: Int) -> ColumnSubject {
        ColumnSubject(
            testDescription: "sma \(period)\(large == 0 ? ", large" : "")",
            streamed: { bars in
                var indicator = SimpleMovingAverage(period: period)
                return bars.map { [indicator.update($0.close) ?? .nan] }
            },
            cut: { bars, lengths in
                var indicator = SimpleMovingAverage(period: period)
                return pieces(of: bars, lengths).flatMap { piece in
                    if piece.count == 1 { return [[indicator.update(piece[0].close) ?? .nan]] }
                    var outputs = [Double](repeating: 7, count: piece.count)
                    let closes = piece.map(\.close)
                    var span = outputs.mutableSpan
                    indicator.update(closes.span, into: &span, large: large)
                    return outputs.map { [$0] }
                }
            })
    }

    private static func ofRanges(period: Int, large: Int) -> ColumnSubject {
        ColumnSubject(
            testDescription: "atr \(period)\(large == 0 ? ", large" : "")",
            streamed: { bars in
                var indicator = AverageTrueRange(period: period)
                return bars.map { [indicator.update($0) ?? .nan] }
            },
            cut: { bars, lengths in
                var indicator = AverageTrueRange(period: period)
                return pieces(of: bars, lengths).flatMap { piece in
                    if piece.count == 1 { return [[indicator.update(piece[0]) ?? .nan]] }
                    var outputs = [Double](repeating: 7, count: piece.count)
                    let (highs, lows) = (piece.map(\.high), piece.map(\.low))
                    let closes = piece.map(\.close)
                    var span = outputs.mutableSpan
                    indicator.update(
                        high: highs.span, low: lows.span, close: closes.span, into: &span,
                        large: large)
                    return outputs.map { [$0] }
                }
            })
    }

    private static func ofDistances(
        fast: Int, slow: Int, signal: Int, large: Int
    ) -> ColumnSubject {
        let make: @Sendable () -> MovingAverageConvergenceDivergence = {
            MovingAverageConvergenceDivergence(fast: fast, slow: slow, signal: signal)
        }
        return ColumnSubject(
            testDescription: "macd \(fast) \(slow) \(signal)\(large == 0 ? ", large" : "")",
            streamed: { bars in
                var indicator = make()
                return bars.map { row(indicator.update($0.close)) }
            },
            cut: { bars, lengths in
                var indicator = make()
                return pieces(of: bars, lengths).flatMap { piece in
                    if piece.count == 1 { return [row(indicator.update(piece[0].close))] }
                    return rows(&indicator, piece.map(\.close), large)
                }
            })
    }

    private static func rows(
        _ indicator: inout MovingAverageConvergenceDivergence, _ closes: [Double], _ large: Int
    ) -> [[Double]] {
        var line = [Double](repeating: 7, count: closes.count)
        var signal = line
        var histogram = line
        var first = line.mutableSpan
        var second = signal.mutableSpan
        var third = histogram.mutableSpan
        indicator.update(
            closes.span, line: &first, signal: &second, histogram: &third, large: large)
        return closes.indices.map { [line[$0], signal[$0], histogram[$0]] }
    }

    private static func row(_ reading: MovingAverageConvergenceDivergence.Reading?) -> [Double] {
        [reading?.line ?? .nan, reading?.signal ?? .nan, reading?.histogram ?? .nan]
    }

    /// The bars cut into pieces of these lengths, the last of what is left.
    private static func pieces(of bars: [Candle], _ lengths: [Int]) -> [[Candle]] {
        var rest = bars[...]
        var pieces: [[Candle]] = []
        for length in lengths {
            pieces.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return pieces + [Array(rest)]
    }
}
