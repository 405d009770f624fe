import TestSupport
import Testing

@testable import Significance

/// Expected values: mpmath with 50 digits or more, by `Scripts/reference/significance.py`.
@Suite struct DistributionTests {
    private func rows(_ name: String, _ function: String) throws -> [[String: Double]] {
        try ReferenceTable(fixture: "Significance/\(name).csv").rows
            .filter { $0["function"] == function }
            .map { $0.compactMapValues { Double($0) } }
    }

    @Test(arguments: ["gammaln", "betaln", "betainc"])
    func specialFunctionsAgree(name: String) throws {
        let rows = try rows("special", name)
        #expect(rows.count >= 11)
        for row in rows {
            let first = try #require(row["first"])
            let second = try #require(row["second"])
            let place = try #require(row["at"])
            let found =
                switch name {
                case "gammaln": GammaFunction.logarithm(first)
                case "betaln": BetaFunction.logarithm(first, second)
                default:
                    BetaFunction.regularized(first, second, at: place, complement: 1 - place)
                }
            let isAgreed = agree(
                found, row["value"], relative: name == "betainc" ? 1e-11 : 1e-13,
                absolute: name == "betainc" ? 0 : 1e-14)
            #expect(isAgreed, "\(name) \(first) \(second) \(place): \(found), \(row)")
        }
    }

    @Test(arguments: ["lower", "upper", "density", "quantile"])
    func theNormalAgrees(name: String) throws {
        let rows = try rows("normal", name)
        #expect(rows.count >= 17)
        for row in rows {
            let place = try #require(row["at"])
            let found =
                switch name {
                case "lower": NormalDistribution.lower(place)
                case "upper": NormalDistribution.upper(place)
                case "density": NormalDistribution.density(place)
                default: NormalDistribution.quantile(place)
                }
            #expect(agree(found, row["value"], relative: 1e-12, absolute: 1e-16), "\(place)")
        }
    }

    /// 1e-12, and 1e-10 with a million degrees of freedom, where the continued fraction is long.
    @Test(arguments: ["lower", "density", "quantile"])
    func studentAgrees(name: String) throws {
        let rows = try rows("student", name)
        #expect(rows.count >= 140)
        for row in rows {
            let place = try #require(row["at"])
            let value = try #require(row["value"])
            let degrees = try #require(row["degrees"])
            let student = try #require(
                StudentDistribution(degreesOfFreedom: degrees, scale: row["scale"] ?? 0))
            let found =
                switch name {
                case "lower": student.lower(place)
                case "density": student.density(place)
                default: student.quantile(place)
                }
            #expect(
                agree(found, value, relative: degrees > 1e5 ? 1e-10 : 1e-12, absolute: 0),
                "\(name) \(student) \(place): \(found), expected \(value)")
        }
    }

    /// A fall of 6.4 % in units of three volatilities, as worked out by hand and by scipy, to three
    /// digits.
    @Test(arguments: [
        (0.02, -3.307, 0.000472, 0.00474), (0.025, -2.646, 0.00408, 0.01005),
        (0.03, -2.205, 0.0137, 0.0178),
    ])
    func aFallReadsAsPublished(
        volatility: Double, deviations: Double, normal: Double, student: Double
    ) throws {
        let move = -0.066_139_802_504_544_96 / volatility
        let fat = try #require(StudentDistribution.unitVariance(degreesOfFreedom: 4))
        #expect(abs(move - deviations) < 5e-4)
        #expect(agree(NormalDistribution.lower(move), normal, relative: 4e-3))
        #expect(agree(fat.lower(move), student, relative: 4e-3))
    }

    @Test func quantilesInvertAndSidesMirror() throws {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<300 {
            let degrees = Double.random(in: 0.7...60, using: &random)
            let student = try #require(StudentDistribution(degreesOfFreedom: degrees, scale: 3))
            let share = Double.random(in: 1e-9..<0.5, using: &random)
            #expect(agree(student.lower(student.quantile(share)), share, relative: 1e-12))
            #expect(agree(NormalDistribution.lower(NormalDistribution.quantile(share)), share))
            let value = Double.random(in: 0...20, using: &random)
            #expect(student.upper(value) == student.lower(-value))
            #expect(agree(student.upper(value) + student.lower(value), 1, relative: 1e-14))
            #expect(student.density(value) == student.density(-value))
            #expect(student.lower(value) >= student.lower(value - 0.01))
        }
    }

    @Test func theUnitVarianceIsOne() throws {
        for degrees in [2.2, 3, 4.5, 30, 400] {
            let student = try #require(StudentDistribution.unitVariance(degreesOfFreedom: degrees))
            let scale = student.scale
            #expect(agree(scale * scale * degrees / (degrees - 2), 1))
        }
        #expect(StudentDistribution.unitVariance(degreesOfFreedom: 2) == nil)
    }

    @Test func whatIsNoNumberStaysNone() throws {
        let student = try #require(StudentDistribution(degreesOfFreedom: 3))
        #expect(student.lower(-.infinity) == 0 && student.lower(.infinity) == 1)
        #expect(student.lower(.nan).isNaN && student.density(.nan).isNaN)
        #expect(student.quantile(0) == -.infinity && student.quantile(1) == .infinity)
        #expect(student.quantile(-0.1).isNaN && student.quantile(.nan).isNaN)
        #expect(NormalDistribution.quantile(1.1).isNaN && NormalDistribution.lower(.nan).isNaN)
        #expect(NormalDistribution.quantile(0) == -.infinity)
        #expect(StudentDistribution(degreesOfFreedom: 0) == nil)
        #expect(StudentDistribution(degreesOfFreedom: .nan) == nil)
        #expect(StudentDistribution(degreesOfFreedom: 3, scale: .infinity) == nil)
        #expect(GammaFunction.logarithm(-1).isNaN && GammaFunction.logarithm(0) == .infinity)
    }
}
