import Series
import TestSupport
import Testing

@testable import Significance

/// Expected values: arch's block lengths, and 400,000 draws by numpy, by
/// `Scripts/reference/significance.py`.
@Suite struct BlockBootstrapTests {
    @Test func blockLengthsAgreeWithArch() throws {
        var series = try ReturnSeries.all()
        for row in try ReferenceTable(fixture: "Significance/autoregressive.csv").rows {
            series[row["series"] ?? "", default: []].append(Double(row["value"] ?? "") ?? .nan)
        }
        for name in ["bitcoin", "total"] {
            series["absolute " + name] = series[name]?.map { abs($0) }
        }
        let rows = try ReferenceTable(fixture: "Significance/blocks.csv").rows
        #expect(rows.count == 14)
        for row in rows {
            let returns = try #require(series[row["series"] ?? ""])
            let expected = try #require(row["length"].flatMap(Double.init))
            #expect(returns.count == Int(row["count"] ?? ""))
            #expect(agree(BlockLength.formula(returns), expected, relative: 1e-9), "\(row)")
            #expect(
                BlockLength.automatic(returns) == BlockLength.formula(returns).map { max(1, $0) })
            #expect(
                BlockLength.automatic(returns.map { -4 * $0 }) == BlockLength.automatic(returns))
        }
        let bitcoin = try #require(series["bitcoin"])
        let sizes = try #require(series["absolute bitcoin"])
        #expect(BlockLength.keepingSpells(bitcoin) == BlockLength.automatic(sizes))
    }

    /// Four standard errors of the difference of both counts; 36 comparisons leave one chance in
    /// 400.
    @Test func tailsAgreeWithNumpy() throws {
        let series = try ReturnSeries.all()
        let rows = try ReferenceTable(fixture: "Significance/bootstrap.csv").rows
        #expect(rows.count == 36)
        for row in rows {
            let returns = try #require(series[row["series"] ?? ""])
            let figures = row.compactMapValues { Double($0) }
            let bootstrap = try #require(
                BlockBootstrap(
                    returns: returns, horizon: Int(figures["horizon"] ?? 0),
                    blockLength: figures["length"], isCentred: figures["centred"] == 1, seed: 20))
            let tail = try #require(bootstrap.tail(of: figures["move"] ?? 0))
            for (ours, column) in [(tail.asFar, "asFar"), (tail.asFarEitherWay, "asFarEitherWay")] {
                let theirDraws = try #require(figures["draws"])
                let theirs = try #require(figures[column]) / theirDraws
                let share = Double(ours) / Double(tail.draws)
                let error =
                    (theirs * (1 - theirs) * (1 / Double(tail.draws) + 1 / theirDraws)).squareRoot()
                #expect(abs(share - theirs) <= 4 * error + 1e-4, "\(row): \(share)")
            }
        }
    }

    @Test func anySplitGivesTheSameDraws() throws {
        let returns = try #require(try ReturnSeries.all()["total"])
        let bootstrap = try #require(BlockBootstrap(returns: returns, horizon: 7, seed: 3))
        let whole = bootstrap.sums(ofDraws: 0..<500)
        #expect(bootstrap.sums(ofDraws: 0..<123) + bootstrap.sums(ofDraws: 123..<500) == whole)
        #expect(
            (0..<500).reversed().flatMap { bootstrap.sums(ofDraws: $0..<$0 + 1) }
                == whole.reversed())
        let tail = try #require(bootstrap.tail(of: -0.05, draws: 500))
        #expect(tail.asFar == whole.count { $0 <= -0.05 })
        #expect(tail.asFarEitherWay == whole.count { abs($0) >= 0.05 })
        let other = try #require(BlockBootstrap(returns: returns, horizon: 7, seed: 4))
        #expect(other.sums(ofDraws: 0..<500) != whole)
    }

    /// Moves drawn as the history is have p-values that are as often below each level as the level
    /// says.
    @Test func theProbabilityIsUniformWhenNothingIsUnusual() throws {
        var random = DeterministicGenerator(seed: 77)
        let rounds = 400
        var probabilities: [Double] = []
        for round in 0..<rounds {
            let shocks = (0..<303).map { _ in
                NormalDistribution.quantile(max(1e-16, random.nextUnit()))
            }
            let bootstrap = try #require(
                BlockBootstrap(
                    returns: Array(shocks.prefix(300)), horizon: 3, blockLength: 1,
                    seed: UInt64(round)))
            let move = shocks.suffix(3).reduce(0, +)
            // The side is the move's own, so the side's probability stops at a half; that of both does not.
            let tail = try #require(bootstrap.tail(of: move, draws: 400))
            probabilities.append(tail.probabilityEitherWay)
        }
        // Kolmogorov and Smirnov's distance exceeds 1.95 / sqrt(n) once in a thousand times.
        let sorted = probabilities.sorted()
        let distance = sorted.enumerated().map { index, probability in
            max(
                abs(probability - Double(index) / Double(rounds)),
                abs(probability - Double(index + 1) / Double(rounds)))
        }
        .max()
        #expect((distance ?? 1) < 1.95 / Double(rounds).squareRoot())
    }

    @Test func unitsAndSidesDoNotMatter() throws {
        let returns = try #require(try ReturnSeries.all()["solana"])
        for isCentred in [false, true] {
            func tail(_ factor: Double) -> BlockBootstrap.Tail? {
                BlockBootstrap(
                    returns: returns.map { factor * $0 }, horizon: 5, blockLength: 4,
                    isCentred: isCentred, seed: 8
                )?
                .tail(of: -0.17 * factor, draws: 800)
            }
            let plain = try #require(tail(1))
            #expect(tail(16) == plain)
            #expect(tail(-1) == plain)
            #expect(plain.probability > 0 && plain.probability < 1)
            #expect(plain.probabilityEitherWay >= plain.probability)
        }
    }

    @Test func oneBarIsTheHistoryItself() throws {
        let returns = [-3.0, -1, 0, 2]
        let bootstrap = try #require(
            BlockBootstrap(returns: returns, horizon: 1, blockLength: 2, seed: 1))
        let sums = bootstrap.sums(ofDraws: 0..<4000)
        #expect(Set(sums) == Set(returns))
        // A share of a quarter of 4,000 has a standard error of 27.
        #expect(abs(sums.count { $0 == -3 } - 1000) < 5 * 27)
        let all = try #require(
            BlockBootstrap(returns: returns, horizon: 4, blockLength: 1e18, seed: 1))
        // A block that never ends goes round once, whatever its start.
        #expect(all.sums(ofDraws: 0..<50).allSatisfy { $0 == -2 })
    }

    @Test func refusesWhatItCannotDraw() throws {
        let returns = (0..<40).map { Double($0 % 7) - 3 }
        func isThere(_ returns: [Double], _ horizon: Int, _ length: Double? = 3) -> Bool {
            BlockBootstrap(returns: returns, horizon: horizon, blockLength: length, seed: 1) != nil
        }
        #expect(isThere(returns, 40) && !isThere(returns, 41) && !isThere(returns, 0))
        #expect(!isThere([], 1) && !isThere([1], 1) && !isThere(returns + [.nan], 1))
        #expect(
            !isThere(returns, 1, 0.5) && !isThere(returns, 1, .nan)
                && !isThere(returns, 1, .infinity))
        #expect(!isThere([1, 1, 1, 1], 1, nil) && isThere(returns, 1, nil))
        #expect(BlockLength.automatic([Double](repeating: 1, count: 50)) == nil)
        #expect(BlockLength.automatic(returns + [.infinity]) == nil)
        #expect(BlockLength.automatic([1, 2, 3]) == nil)
        let bootstrap = try #require(BlockBootstrap(returns: returns, horizon: 2, seed: 1))
        #expect(bootstrap.tail(of: .nan) == nil && bootstrap.tail(of: 1, draws: 0) == nil)
        #expect(bootstrap.tail(of: 1, draws: 1_000_001) == nil)
        let never = try #require(bootstrap.tail(of: -1000, draws: 99))
        #expect(never.asFar == 0 && never.probability == 0.01)
        #expect(agree(never.standardError, (0.01 * 0.99 / 99).squareRoot()))
    }
}
