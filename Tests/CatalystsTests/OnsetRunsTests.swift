import TestSupport
import Testing

@testable import Catalysts

/// Run lengths by the recursion of Adams and MacKay.
@Suite struct OnsetRunsTests {
    /// Six values with a jump after three: published run lengths and last posterior, eight digits.
    @Test func sixValuesWithAJump() throws {
        let prior = try #require(NormalInverseGamma(mean: 0, weight: 1, shape: 1, scale: 1))
        var watch = BayesianChangePoint(prior: prior, hazard: 0.1)
        let likeliest = [0.1, -0.2, 0.05, 3.0, 3.2, 2.9].map { value in
            watch.update(value)
            return watch.likeliest.length
        }
        #expect(likeliest == [1, 2, 3, 4, 2, 3])
        let published = [
            0.1, 0.02692174, 0.03537113, 0.55489821, 0.09931036, 0.0272882, 0.15621035,
        ]
        #expect(watch.posterior.map(\.length) == Array(0...6))
        #expect(
            zip(watch.posterior, published).allSatisfy { abs($0.probability - $1) < 5e-9 })
    }

    /// The break of 1898 is seen four years later, and a run of 72 years stands at the end.
    @Test func theNileSeesItsChangeFourYearsLater() throws {
        let nile = try #require(try OnsetFixtures.series()["nile"])
        let prior = try #require(
            NormalInverseGamma(mean: 1000, weight: 0.01, shape: 1, scale: 1e4))
        var watch = BayesianChangePoint(prior: prior, hazard: 0.01)
        let likeliest = nile.map { value in
            watch.update(value)
            return watch.likeliest.length
        }
        #expect(likeliest[30] == 31 && likeliest[31] == 4)
        #expect(watch.likeliest.length == 72)
        #expect(abs(watch.likeliest.probability - 0.7269) < 5e-5)
    }

    /// Reference: the same recursion with `scipy.stats.t`, no run length dropped.
    @Test func agreesWithScipy() throws {
        let series = try OnsetFixtures.series()
        var watches: [String: BayesianChangePoint] = [:]
        for row in try OnsetFixtures.rows("runs") {
            let name = row["series"] ?? ""
            let prior = try #require(
                NormalInverseGamma(
                    mean: OnsetFixtures.number(row, "mean"),
                    weight: OnsetFixtures.number(row, "weight"),
                    shape: OnsetFixtures.number(row, "shape"),
                    scale: OnsetFixtures.number(row, "scale")))
            var watch =
                watches[name]
                ?? BayesianChangePoint(
                    prior: prior, hazard: OnsetFixtures.number(row, "hazard"), dropBelow: 0)
            watch.update(try #require(series[name])[OnsetFixtures.whole(row, "step") - 1])
            watches[name] = watch
            #expect(watch.likeliest.length == OnsetFixtures.whole(row, "likeliest"))
            let theirs = OnsetFixtures.number(row, "probability")
            #expect(agree(watch.likeliest.probability, theirs))
            #expect(agree(watch.logEvidence, OnsetFixtures.number(row, "evidence")))
            let masses = watch.posterior.prefix(8).map(\.probability)
            let first = OnsetFixtures.numbers(row, "first")
            #expect(masses.count == first.count)
            #expect(zip(masses, first).allSatisfy { agree($0, $1) })
        }
        #expect(watches.count == 6)
    }

    /// The evidence is that of every way to cut the values, and the last segment has its share.
    @Test func theEvidenceIsTheSumOverEveryCut() throws {
        var random = SeededGenerator(seed: 11)
        let prior = try #require(NormalInverseGamma(mean: 0.5, weight: 0.7, shape: 1, scale: 2))
        for _ in 0..<40 {
            let values = random.gaussians(Int.random(in: 1...8, using: &random))
            let hazard = Double.random(in: 0.01...0.6, using: &random)
            var watch = BayesianChangePoint(prior: prior, hazard: hazard, dropBelow: 0)
            for value in values { watch.update(value) }
            let byLength = Self.evidenceByLastSegment(values, prior, hazard)
            let total = byLength.reduce(0, +)
            #expect(agree(OnsetFunctions.exponential(watch.logEvidence), total))
            #expect(agree(watch.posterior.first?.probability, hazard))
            for run in watch.posterior.dropFirst() {
                let share = (1 - hazard) * byLength[run.length - 1] / total
                #expect(agree(run.probability, share))
            }
        }
    }

    /// By the length of the last segment, less one, the density of values and cuts.
    private static func evidenceByLastSegment(
        _ values: [Double], _ prior: NormalInverseGamma, _ hazard: Double
    ) -> [Double] {
        var shares = [Double](repeating: 0, count: values.count)
        for mask in 0..<(1 << (values.count - 1)) {
            let cut = (1..<values.count).filter { mask >> ($0 - 1) & 1 == 1 }
            let ends = [0] + cut + [values.count]
            let segments = zip(ends, ends.dropFirst()).map { Array(values[$0..<$1]) }
            var density = segments.reduce(1) {
                $0 * OnsetFunctions.exponential(Self.logEvidence($1, prior))
            }
            for _ in cut { density *= hazard }
            for _ in 0..<(values.count - 1 - cut.count) { density *= 1 - hazard }
            shares[(segments.last?.count ?? 1) - 1] += density
        }
        return shares
    }

    /// Murphy's closed form for one segment; the shape is a whole number of halves.
    private static func logEvidence(_ values: [Double], _ prior: NormalInverseGamma) -> Double {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let weight = prior.weight + count
        let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let far = (mean - prior.mean) * (mean - prior.mean)
        let scale = prior.scale + spread / 2 + prior.weight * count * far / (2 * weight)
        let halves = Int(2 * prior.shape)
        return OnsetFunctions.logGamma(halves: halves + values.count)
            - OnsetFunctions.logGamma(halves: halves)
            + prior.shape * OnsetFunctions.logarithm(prior.scale)
            - (prior.shape + count / 2) * OnsetFunctions.logarithm(scale)
            + 0.5 * OnsetFunctions.logarithm(prior.weight / weight) - count / 2
            * OnsetFunctions.logarithm(2 * Double.pi)
    }

    @Test func droppingCostsNoMoreThanItSays() throws {
        var random = SeededGenerator(seed: 12)
        let prior = try #require(NormalInverseGamma(mean: 0, weight: 0.1, shape: 1, scale: 1))
        for round in 0..<20 {
            var exact = BayesianChangePoint(prior: prior, hazard: 0.02, dropBelow: 0)
            var dropped = BayesianChangePoint(
                prior: prior, hazard: 0.02, dropBelow: round % 2 == 0 ? 1e-6 : 0,
                longest: round % 2 == 0 ? 5_000 : 40)
            for index in 0..<300 {
                let value = random.gaussian() + Double(index / 60 % 2) * 4
                exact.update(value)
                dropped.update(value)
            }
            #expect(dropped.posterior.count < exact.posterior.count)
            #expect(dropped.lost > 0 && exact.lost == 0)
            let all = Dictionary(
                uniqueKeysWithValues: exact.posterior.map { ($0.length, $0.probability) })
            let distance = dropped.posterior.reduce(0) {
                $0 + abs($1.probability - (all[$1.length] ?? 0))
            }
            #expect(distance <= 4 * dropped.lost + 1e-9)
            #expect(agree(dropped.posterior.reduce(0) { $0 + $1.probability }, 1))
        }
    }

    @Test func unusableValuesChangeNothing() throws {
        let prior = try #require(NormalInverseGamma(mean: 0, weight: 1, shape: 1, scale: 1))
        var watch = BayesianChangePoint(prior: prior, hazard: 0.1)
        #expect(watch.likeliest == RunLength(length: 0, probability: 1))
        for value in [Double.nan, .infinity, 1e101] { watch.update(value) }
        #expect(watch.posterior == [RunLength(length: 0, probability: 1)])
        for value in [1e100, -1e100, 0, 1e-300, 5] { watch.update(value) }
        #expect(watch.posterior.allSatisfy { $0.probability.isFinite })
        #expect(agree(watch.posterior.reduce(0) { $0 + $1.probability }, 1))
        #expect(watch.logEvidence.isFinite)
        #expect(NormalInverseGamma(mean: 0, weight: 0, shape: 1, scale: 1) == nil)
        #expect(NormalInverseGamma(mean: .nan, weight: 1, shape: 1, scale: 1) == nil)
    }

    @Test func aLongSeriesKeepsFewRuns() throws {
        var random = SeededGenerator(seed: 13)
        let prior = try #require(NormalInverseGamma(mean: 0, weight: 0.1, shape: 1, scale: 1))
        var watch = BayesianChangePoint(prior: prior, hazard: 0.002, dropBelow: 1e-6)
        var most = 0
        for index in 0..<20_000 {
            watch.update(random.gaussian() + Double(index / 500 % 2) * 5)
            most = max(most, watch.posterior.count)
        }
        #expect(most < 600, "\(most)")
        #expect(watch.likeliest.length > 400 && watch.likeliest.length <= 501)
    }
}
