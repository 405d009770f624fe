#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import Digests
internal import Outlook

/// A walk as it is kept between runs, bound to the bars that it has taken: another chart's may be as many and end
/// on the same day.
struct SavedWalk: Codable {
    /// The walk, as far as it had come.
    let walk: WalkForward
    private let bars: String

    /// A walk over the first of some bars.
    init(_ walk: WalkForward, over bars: PriceBars) {
        self.walk = walk
        self.bars = Self.digest(of: bars.prefix(walk.taken))
    }

    /// What was written of one; `nil` where it is none.
    init?(_ bytes: [UInt8]) {
        guard let saved = try? JSONDecoder().decode(SavedWalk.self, from: Data(bytes)) else {
            return nil
        }
        self = saved
    }

    /// Whether the bars it has taken are the first of these.
    func isOver(_ bars: PriceBars) -> Bool {
        walk.taken <= bars.count && self.bars == Self.digest(of: bars.prefix(walk.taken))
    }

    /// What to write: the same bytes of the same walk.
    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return Array(try encoder.encode(self))
    }

    private static func digest(of bars: PriceBars) -> String {
        let prices = [bars.opens, bars.highs, bars.lows, bars.closes].joined().map(\.bitPattern)
        let words = bars.openTimes.map { UInt64(bitPattern: $0) } + prices
        let bytes = words.flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
        }
        return ContentDigest(of: bytes).hexadecimal
    }
}
