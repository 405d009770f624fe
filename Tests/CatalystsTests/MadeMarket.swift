import Market
import TestSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@testable import Catalysts

/// A market made by a seed: one common factor that comes in calm and violent spells, a theme that
/// half of the assets share, and fat tails.
struct MadeMarket {
    private var random: SeededGenerator
    /// The returns of each asset, oldest first.
    private(set) var returns: [[Double]]
    /// The names, `A00` and on; the first `exposed` of them share a theme.
    let names: [AssetID]
    /// The members of the theme.
    let exposed: Set<AssetID>

    init(seed: UInt64, assets: Int, exposed count: Int, bars: Int) {
        random = SeededGenerator(seed: seed)
        names = (0..<assets).map { AssetID($0 < 10 ? "A0\($0)" : "A\($0)") }
        exposed = Set(names.prefix(count))
        returns = [[Double]](repeating: [], count: assets)
        let betas = (0..<assets).map { _ in 0.5 + unit() }
        var logVolatility = 0.0
        for _ in 0..<bars {
            logVolatility = 0.95 * logVolatility + 0.15 * normal()
            let size = 0.01 * exp(logVolatility)
            let (market, theme) = (1.2 * size * normal(), 0.5 * size * normal())
            for asset in 0..<assets {
                let own = size * normal() / max(0.3, unit()).squareRoot()
                returns[asset].append(betas[asset] * market + (asset < count ? theme : 0) + own)
            }
        }
    }

    private mutating func unit() -> Double { Double(random.next() >> 11) * 0x1p-53 }

    private mutating func normal() -> Double {
        (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit())
    }

    /// Adds to every asset's returns over some bars, and more to those exposed.
    mutating func shock(_ bars: Range<Int>, all: Double, exposed extra: Double) {
        for asset in names.indices {
            let total = all + (exposed.contains(names[asset]) ? extra : 0)
            for bar in bars { returns[asset][bar] += total / Double(bars.count) }
        }
    }

    /// The panel; caps fall by name, so that the theme holds the large ones.
    var panel: ReturnPanel? {
        let bars = returns.first?.count ?? 0
        return ReturnPanel(
            returns: names.indices.map {
                ReturnPanel.Column(
                    asset: names[$0], cap: 1000 / Double($0 + 5), values: returns[$0])
            }, ends: StudyFixture.hours(bars))
    }
}
