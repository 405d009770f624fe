import Cascades
import TestSupport
import Testing

/// Expected values: the formulas of the sources named with each law, worked out by hand or in Python.
@Suite struct ImpactLawTests {
    /// Cont and Schaanning 2017 with floor 50, price 100 and scale 200.
    @Test func saturatingLawFollowsItsSource() throws {
        let law = ImpactLaw.saturating(try SaturatingImpact(floor: 0.5, scale: 200))
        let prices = [
            (10.0, 97.5614712250357), (50, 88.94003915357025), (200, 68.39397205857212),
        ]
        for (sold, price) in prices {
            #expect(agree(100 * (1 - law.move(ofSelling: sold)), price, relative: 1e-14))
        }
        #expect(agree(law.move(ofSelling: 1e9), 0.5))
    }

    /// The slope of the first dollar is one over the depth `c V / sigma sqrt(days)`.
    @Test func saturatingDepthIsTheFirstSlope() throws {
        let law = ImpactLaw.saturating(
            try SaturatingImpact(volume: 6e10, volatility: 0.025, days: 4, factor: 0.25))
        let depth = 0.25 * 6e10 / 0.025 * 2
        #expect(agree(law.move(ofSelling: 1), 1 / depth, relative: 1e-9))
    }

    /// Caccioli, Bouchaud and Farmer 2012 with Y 1, sigma 3 %, Q/V 0.2.
    @Test func criticalLeverage() throws {
        let law = try PowerImpact(prefactor: 1, volatility: 0.03, volume: 1)
        #expect(abs(ImpactLaw.power(law).move(ofSelling: 0.2) - 0.0134164) < 5e-8)
        #expect(abs((law.criticalLeverage(ofHolding: 0.2) ?? 0) - 111.80) < 0.005)
        let other = try PowerImpact(volatility: 0.03, volume: 1, exponent: 0.6)
        #expect(other.criticalLeverage(ofHolding: 0.2) == nil)
    }

    /// Almgren and others 2005: temporary impact 0.142 sigma (X / V)^0.6; sigma 3 %, a tenth of a day.
    @Test func powerOfThreeFifths() throws {
        let law = ImpactLaw.power(
            try PowerImpact(prefactor: 0.142, volatility: 0.03, volume: 1e9, exponent: 0.6))
        #expect(agree(law.move(ofSelling: 1e8), 0.001_070_063_619_823_080_9, relative: 1e-14))
        #expect(law.name == "power")
    }

    /// 27 January 2025: 248 million dollars of Bitcoin longs, volume 60 billion, volatility 2.5 %:
    /// 0.16 % by the square root, 0.36 % if five times as much went unreported, 1.65 % by a book of
    /// 150 million within a percent.
    @Test func ordersOfMagnitudeOfTheSeedDay() throws {
        let root = ImpactLaw.power(
            try PowerImpact(prefactor: 1, volatility: 0.025, volume: 60e9))
        let book = ImpactLaw.linear(try LinearImpact(share: 0.01, depth: 150e6))
        #expect(abs(root.move(ofSelling: 248e6) - 0.0016) < 0.00005)
        #expect(abs(root.move(ofSelling: 5 * 248e6) - 0.0036) < 0.00005)
        #expect(abs(book.move(ofSelling: 248e6) - 0.0165) < 0.00005)
    }

    /// Bids 2@100, 3@99.5, 5@99, 10@98: sell 7 and 12.
    @Test func walksTheBook() throws {
        let bids = [(99.0, 5.0), (100, 2), (98, 10), (99.5, 3)]
            .map { BookWalk.Bid(price: $0.0, size: $0.1) }
        let book = try BookWalk(bids: bids, middle: 100)
        #expect(book.fill(selling: 7) == BookWalk.Fill(averagePrice: 99.5, lastPrice: 99))
        #expect(book.fill(selling: 12) == BookWalk.Fill(averagePrice: 99.125, lastPrice: 98))
        #expect(book.fill(selling: 20)?.lastPrice == 98)
        #expect(book.fill(selling: 20.1) == nil && book.fill(selling: 0) == nil)
        // 2 * 100 + 3 * 99.5 + 2 * 99 dollars are the seven coins of the first sale.
        let law = ImpactLaw.book(book)
        #expect(agree(law.move(ofSelling: 696.5), 0.01))
        #expect(agree(law.move(ofSelling: 12 * 99.125), 0.02))
        let all = 200 + 298.5 + 495 + 980
        #expect(!book.isExhausted(by: all) && book.isExhausted(by: all + 1))
        #expect(agree(law.move(ofSelling: 3 * all), 0.06))
        let refilled = try BookWalk(bids: bids, middle: 100, refillPerSecond: 0.5, seconds: 2)
        #expect(refilled.fill(selling: 14) == BookWalk.Fill(averagePrice: 99.5, lastPrice: 99))
    }

    /// Every law rises, is odd, zero at zero, and takes money of another unit.
    @Test func lawsRise() throws {
        var random = SeededGenerator(seed: 31)
        for unit in [1.0, 0x1p20] {
            for law in try Self.laws(unit: unit) {
                #expect(law.move(ofSelling: 0) == 0)
                for _ in 0..<200 {
                    let low = Double.random(in: 0...2e9, using: &random)
                    let high = low + Double.random(in: 0...1e9, using: &random)
                    #expect(law.move(ofSelling: low * unit) <= law.move(ofSelling: high * unit))
                    #expect(law.move(ofSelling: -low * unit) == -law.move(ofSelling: low * unit))
                }
            }
        }
        let (dollars, others) = (try Self.laws(unit: 1), try Self.laws(unit: 0x1p20))
        for (law, other) in zip(dollars, others) {
            #expect(law.move(ofSelling: 3e8) == other.move(ofSelling: 3e8 * 0x1p20))
            #expect(law.name == other.name)
        }
    }

    static func laws(unit: Double) throws -> [ImpactLaw] {
        let bids = (1...50).map { BookWalk.Bid(price: 100 - Double($0) / 4, size: 1e5 * unit) }
        return [
            .linear(try LinearImpact(depth: 1.5e8 * unit)),
            .power(try PowerImpact(volatility: 0.025, volume: 6e10 * unit)),
            .power(try PowerImpact(volatility: 0.025, volume: 6e10 * unit, exponent: 0.875)),
            .saturating(try SaturatingImpact(volume: 6e10 * unit, volatility: 0.025)),
            .book(try BookWalk(bids: bids, middle: 100)),
        ]
    }

    @Test func refusesWhatIsNoLaw() {
        let bad: [(CascadeError, () throws(CascadeError) -> Void)] = [
            (.notPositive("depth"), { () throws(CascadeError) in _ = try LinearImpact(depth: 0) }),
            (.notFinite("depth"), { () throws(CascadeError) in _ = try LinearImpact(depth: .nan) }),
            (
                .notPositive("volume"),
                { () throws(CascadeError) in _ = try PowerImpact(volatility: 0.02, volume: 0) }
            ),
            (
                .notFinite("volatility"),
                { () throws(CascadeError) in
                    _ = try PowerImpact(volatility: .infinity, volume: 1)
                }
            ),
            (
                .outOfRange("exponent"),
                { () throws(CascadeError) in
                    _ = try PowerImpact(volatility: 1, volume: 1, exponent: 2)
                }
            ),
            (
                .outOfRange("floor"),
                { () throws(CascadeError) in _ = try SaturatingImpact(floor: 1, scale: 1) }
            ),
            (
                .notPositive("scale"),
                { () throws(CascadeError) in _ = try SaturatingImpact(floor: 0, scale: -1) }
            ),
            (
                .notPositive("depth"),
                { () throws(CascadeError) in _ = try BookWalk(bids: [], middle: 1) }
            ),
            (
                .outOfRange("bid above the middle"),
                { () throws(CascadeError) in
                    _ = try BookWalk(bids: [.init(price: 2, size: 1)], middle: 1)
                }
            ),
        ]
        for (error, make) in bad { #expect(throws: error) { try make() } }
    }
}
