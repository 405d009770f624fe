#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Significance

/// How long ago the level or the variance of a series last changed, as probabilities, one value at a time.
///
/// Changes come with a constant hazard, and between them values are normal with a level and a variance that
/// are drawn afresh from one belief. The run length after a value is the number of values, it included,
/// since the last change; zero says that the next value is the first of a new run.
///
/// Run lengths are dropped where their probability is below a bound, or beyond a count. `lost` adds up what
/// was dropped. By the model a dropped run length is expected to be worth no more later than it was then,
/// so that every probability is expected to be within twice `lost` of the exact one.
///
/// - Input: values in any unit; one that is not finite or beyond 1e100 is absent and changes nothing.
/// - Complexity: linear in the run lengths kept, an update; at most `longest`.
/// - Source: Adams and MacKay, *Bayesian Online Changepoint Detection*, 2007; the predictive distribution is
///   Student's: Murphy, *Conjugate Bayesian Analysis of the Gaussian Distribution*, 2007.
/// - Checked against: a Python recursion with `scipy.stats.t` and no dropping, within 1e-9, and the flows
///   of the Nile, `Fixtures/Onset/runs.csv`; the sum over every cut of short series, `OnsetRunsTests`.
package struct BayesianChangePoint: Sendable {
    /// The probabilities of the run lengths that were kept, ascending in length; they add to one.
    package var posterior: [RunLength] {
        runs.reversed().map { RunLength(length: $0.length, probability: exp($0.logMass)) }
    }
    /// The probabilities dropped so far, added up.
    package private(set) var lost = 0.0
    /// The logarithm of the probability density of all values so far, by the model.
    package private(set) var logEvidence = 0.0

    private let prior: NormalInverseGamma
    private let hazard: Double
    private let floor: Double
    private let longest: Int
    /// Longest first, so that a new run is put at the end.
    private var runs: [Run]
    /// By length, the logarithm of the predictive density at its centre, but for the scale learnt.
    private var peaks: [Double] = []

    /// A watch before its first value: the hazard is a probability a value, between zero and one.
    package init(
        prior: NormalInverseGamma, hazard: Double, dropBelow: Double = 1e-8, longest: Int = 2_000
    ) {
        precondition(hazard > 0 && hazard < 1, "a hazard lies between zero and one")
        precondition(dropBelow >= 0 && dropBelow < 0.01, "what is dropped is small")
        precondition(longest > 1, "there are two run lengths at least")
        self.prior = prior
        self.hazard = hazard
        self.floor = dropBelow > 0 ? log(dropBelow) : -.infinity
        self.longest = longest
        runs = [Run(prior)]
    }

    /// The most probable run length; the shortest of equals, zero before the first value.
    package var likeliest: RunLength {
        var best = runs[runs.count - 1]
        for run in runs.reversed() where run.logMass > best.logMass { best = run }
        return RunLength(length: best.length, probability: exp(best.logMass))
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) {
        guard Deviations.isUsable(value) else { return }
        extendPeaks()
        let (stay, change) = (log1p(-hazard), log(hazard))
        for index in runs.indices {
            runs[index].take(value, prior, peak: peaks[runs[index].length])
        }
        let total = logSum()
        logEvidence += total
        for index in runs.indices { runs[index].logMass += stay - total }
        var fresh = Run(prior)
        fresh.logMass = change
        runs.append(fresh)
        drop()
    }

    /// The logarithm of the sum of the masses.
    private func logSum() -> Double {
        let highest = runs.reduce(-Double.infinity) { max($0, $1.logMass) }
        return highest + log(runs.reduce(0.0) { $0 + exp($1.logMass - highest) })
    }

    /// Drops what is too improbable, and the least probable of too many; the rest adds to one again.
    private mutating func drop() {
        var gone = 0.0
        var kept = 0
        for index in runs.indices {
            if runs[index].logMass < floor {
                gone += exp(runs[index].logMass)
            } else {
                runs[kept] = runs[index]
                kept += 1
            }
        }
        runs.removeLast(runs.count - kept)
        while runs.count > longest {
            var least = 0
            for index in runs.indices where runs[index].logMass < runs[least].logMass {
                least = index
            }
            gone += exp(runs.remove(at: least).logMass)
        }
        guard gone > 0 else { return }
        lost += gone
        let rest = log1p(-gone)
        for index in runs.indices { runs[index].logMass -= rest }
    }

    private mutating func extendPeaks() {
        let needed = (runs.first?.length ?? 0) + 1
        while peaks.count < needed {
            let length = Double(peaks.count)
            let (weight, shape) = (prior.weight + length, prior.shape + length / 2)
            let standard = StudentDistribution(degreesOfFreedom: 2 * shape)?.logDensity(0)
            peaks.append((standard ?? 0) - 0.5 * log((weight + 1) / (weight * shape)))
        }
    }
}

/// A run that may be under way, with what it has taught about level and variance.
private struct Run {
    var length = 0
    var logMass = 0.0
    var mean: Double
    var scale: Double
    var logScale: Double

    init(_ prior: NormalInverseGamma) {
        mean = prior.mean
        scale = prior.scale
        logScale = log(prior.scale)
    }

    /// Weighs the run by how well it foretold the value, then learns it.
    mutating func take(_ value: Double, _ prior: NormalInverseGamma, peak: Double) {
        let weight = prior.weight + Double(length)
        let shape = prior.shape + Double(length) / 2
        let error = value - mean
        let gain = weight / (weight + 1) * error * error / 2
        // Of Student's square over its freedom nothing is left but the gain over the scale.
        let growth = log1p(gain / scale)
        logMass += peak - 0.5 * logScale - (shape + 0.5) * growth
        logScale += growth
        mean += error / (weight + 1)
        scale += gain
        length += 1
    }
}
