import TestSupport
import Testing

@testable import Cascades

/// Expected values: scipy's quantiles and tails, by `Scripts/reference/cascades.py`.
@Suite struct PriorLawTests {
    @Test func agreesWithScipy() throws {
        let rows = try ReferenceTable(fixture: "Cascades/quantiles.csv").rows
        #expect(rows.count > 100)
        for row in rows {
            let figures = row.compactMapValues { Double($0) }
            let (first, second) = (figures["first"] ?? 0, figures["second"] ?? 0)
            let at = try #require(figures["at"])
            let found =
                switch row["law"] {
                case "gamma": PriorLaw.gamma(shape: first, scale: 1).quantile(at)
                case "beta": PriorLaw.beta(Int(first), Int(second)).quantile(at)
                case "chi-square": IncompleteGamma.upper(first / 2, at / 2)
                default: ResidualTest.kolmogorovTail(at)
                }
            #expect(
                agree(found, figures["value"], relative: 2e-9, absolute: 1e-300), "\(row) \(found)")
        }
    }

    /// Quantiles rise, lie where they must, and the table follows them.
    @Test func quantilesRise() throws {
        let laws: [PriorLaw] = [
            .fixed(3), .uniform(1, 2), .logUniform(1, 10), .beta(2, 6),
            .normal(mean: 0.8, deviation: 0.25, above: 0.2), .gamma(shape: 0.4, scale: 2),
            .logNormal(median: 0.5, deviation: 1.114),
        ]
        for law in laws {
            #expect(law.isSound)
            let table = QuantileTable(law)
            var last = -Double.infinity
            for step in 1..<400 {
                let probability = Double(step) / 400
                let value = law.quantile(probability)
                #expect(value >= last)
                #expect(agree(table.value(at: probability), value, relative: 0.02, absolute: 1e-4))
                last = value
            }
        }
        // The collapse of depth: half remains in the median, 8 % at one in twenty.
        let collapse = PriorLaw.logNormal(median: 0.5, deviation: 1.114)
        #expect(agree(collapse.quantile(0.5), 0.5) && abs(collapse.quantile(0.05) - 0.08) < 1e-4)
        let prefactor = PriorLaw.normal(mean: 0.8, deviation: 0.25, above: 0.2)
        #expect(prefactor.quantile(1e-9) >= 0.2)
    }

    /// The priors as they were set down, with their figures where a source gives one; the mix has its
    /// median at ten and five to ten percent at fifty or more.
    @Test func usualPriorsAreThoseSetDown() throws {
        let priors = try CascadePriors()
        let expected: [(CascadePriors.Unknown, PriorLaw)] = [
            (.halfLife, .uniform(1, 5)), (.isolated, .beta(5, 2)),
            (.collateral, .gamma(shape: 2, scale: 0.5)), (.stopped, .beta(2, 4)),
            (.collapse, .logNormal(median: 0.5, deviation: 1.114)),
            (.prefactor, .normal(mean: 0.8, deviation: 0.25, above: 0.2)),
            (.decay, .uniform(0.2, 0.5)), (.saturation, .uniform(0.25, 0.4)),
            (.reporting, .logUniform(1, 10)), (.hedged, .beta(2, 6)),
        ]
        for (unknown, law) in expected { #expect(priors[unknown] == law, "\(unknown)") }
        let all = priors.mix.reduce(0, +)
        func share(_ isIn: (Double) -> Bool) -> Double {
            zip(CascadePriors.leverages, priors.mix).filter { isIn($0.0) }
                .reduce(0) { $0 + $1.1 } / all
        }
        #expect(share { $0 < 10 } < 0.5 && share { $0 <= 10 } > 0.5)
        #expect(share { $0 >= 50 } >= 0.05 && share { $0 >= 50 } <= 0.1)
    }

    @Test func knowsWhatIsNoPrior() {
        let bad: [PriorLaw] = [
            .fixed(.nan), .uniform(2, 1), .logUniform(0, 1), .beta(0, 1),
            .gamma(shape: 0, scale: 1), .normal(mean: 0, deviation: 0, above: 0),
            .logNormal(median: -1, deviation: 1),
        ]
        for law in bad { #expect(!law.isSound) }
        #expect(throws: CascadeError.outOfRange("prior")) {
            try CascadePriors([.depth: .fixed(.infinity)])
        }
    }
}
