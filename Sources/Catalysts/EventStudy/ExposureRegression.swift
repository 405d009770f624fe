package import Market
internal import Series
internal import Significance

/// What being exposed was worth on one date, beyond the market's pull and other traits:
/// `R_i = c + b_i gamma + theta X_i + traits + u_i` across assets.
///
/// The exposure must have been written down before the event. Weighing by the root of the cap lets
/// large assets say more without letting one say all.
///
/// - Unit: `theta` is a logarithmic return for an exposure of one.
/// - Degenerate case: `nil` with fewer than four rows more than columns, without exposed and
///   unexposed rows, where beta and the traits make up the exposure, or where nothing is left to
///   measure by. A beta or trait that says nothing of its own has a slope of zero.
/// - Caution: forced selling lies on the way from a cause to its effect; a trait that stands for it
///   takes from `theta` what the cause did through it.
/// - Checked against: `statsmodels.WLS`, relative 1e-9, `Fixtures/EventStudy/exposure.csv`; label
///   permutations against all of them by `itertools`.
package struct ExposureRegression: Hashable, Sendable {
    /// One asset's row.
    package struct Row: Hashable, Sendable {
        /// The asset.
        package let asset: AssetID
        /// What it returned over the event, a logarithm.
        package let response: Double
        /// Its beta, fitted before the event.
        package let beta: Double
        /// How exposed it is: zero or one for a label, any number for a loading.
        package let exposure: Double
        /// Other traits, as many for each row, such as open interest over volume.
        package let traits: [Double]
        /// What it is worth.
        package let cap: Double

        /// A row.
        package init(
            asset: AssetID, response: Double, beta: Double, exposure: Double, traits: [Double] = [],
            cap: Double
        ) {
            self.asset = asset
            self.response = response
            self.beta = beta
            self.exposure = exposure
            self.traits = traits
            self.cap = cap
        }
    }

    /// How rows count.
    package enum Form: String, Hashable, Sendable, CaseIterable {
        /// By the root of the cap; assets without one are left out.
        case rootCap
        /// All alike.
        case equal
        /// All alike, and every figure by its rank over the number of rows and one: no single return
        /// can pull.
        case ranked
    }

    /// How rows counted.
    package let form: Form
    /// How many rows there are.
    package let count: Int
    /// The effect of exposure.
    package let theta: Double
    /// Its standard error if what is left were unrelated and of one size once weighed.
    package let standardError: Double
    /// Degrees of freedom left.
    package let freedom: Int
    /// The return of an unexposed asset without beta.
    package let intercept: Double
    /// What a beta of one returned: `gamma`.
    package let betaSlope: Double
    /// The slopes on the traits.
    package let traitSlopes: [Double]
    /// The exposure of the rows weighed by cap, zero to one for a label; zero where no cap is known.
    package let exposedShare: Double
    private let trial: Trial

    /// Fits rows in any order, each asset once.
    package init?(_ rows: [Row], form: Form = .rootCap) {
        let ordered = rows.filter { form != .rootCap || $0.cap > 0 }
            .sorted { $0.asset < $1.asset }
        let traits = ordered.first?.traits.count ?? 0
        guard ordered.count >= traits + 3 + 4,
            ordered.allSatisfy({ $0.traits.count == traits && Self.isUsable($0) })
        else { return nil }
        let columns = Self.columns(ordered, form)
        let weights = ordered.map { form == .rootCap ? $0.cap.squareRoot() : 1 }
        var design = WeightedDesign(weights: weights)
        for column in columns.base { design.add(column) }
        guard let trial = Trial(design, answer: columns.response),
            let found = trial.slope(of: columns.exposure)
        else { return nil }
        design.add(columns.exposure)
        let slopes = design.coefficients(design.weighed(columns.response))
        self.form = form
        self.trial = trial
        count = ordered.count
        theta = found.theta
        standardError = found.error
        freedom = trial.freedom
        intercept = slopes[0]
        betaSlope = slopes[1]
        traitSlopes = Array(slopes[2..<(2 + traits)])
        exposures = columns.exposure
        let whole = ordered.map(\.cap).compensatedSum
        let exposed = ordered.map { $0.cap * $0.exposure }.compensatedSum
        exposedShare = whole > 0 ? exposed / whole : 0
    }

    private let exposures: [Double]

    /// The effect in standard errors.
    package var tStatistic: Double { theta / standardError }

    /// The effect times the exposed share of the cap: what exposure did to the index by itself, a
    /// logarithm. Without meaning for `.ranked`.
    package var contribution: Double { theta * exposedShare }

    /// The probability by Student's t of an effect as far to a move's side.
    package func pValue(towards direction: MoveDirection) -> Double? {
        StudentDistribution(degreesOfFreedom: Double(freedom))
            .map { $0.lower(-direction.sign * tStatistic) }
    }

    /// The share of shufflings of the labels, the true one among them, in which the t goes as far to
    /// either side: who is exposed is drawn anew, everything else stays.
    ///
    /// Shuffle `i` uses stream `i` of the seed alone. Takes draws times rows.
    package func permutationPValue(draws: Int, seed: UInt64) -> Double {
        let own = abs(tStatistic)
        var asFar = 0
        for draw in 0..<max(0, draws) {
            var random = DeterministicGenerator(seed: seed, stream: UInt64(draw))
            var labels = exposures
            for place in labels.indices.dropFirst().reversed() {
                labels.swapAt(place, random.nextIndex(below: place + 1))
            }
            // A shuffle that undoes nothing repeats the t to a rounding, and counts.
            guard let found = trial.slope(of: labels) else { continue }
            if abs(found.theta / found.error) >= own * (1 - 1e-12) { asFar += 1 }
        }
        return Double(asFar + 1) / Double(max(0, draws) + 1)
    }

    private static func isUsable(_ row: Row) -> Bool {
        ([row.response, row.beta, row.exposure, row.cap] + row.traits).allSatisfy { $0.isFinite }
    }

    private static func columns(
        _ rows: [Row], _ form: Form
    ) -> (base: [[Double]], exposure: [Double], response: [Double]) {
        let traits = rows.first?.traits.indices ?? 0..<0
        let formed = { (values: [Double]) in
            form == .ranked
                ? MidRanks.of(values).map { $0 / Double(rows.count + 1) } : values
        }
        let ones = [Double](repeating: 1, count: rows.count)
        let others = [rows.map(\.beta)] + traits.map { place in rows.map { $0.traits[place] } }
        return (
            [ones] + others.map(formed), formed(rows.map(\.exposure)), formed(rows.map(\.response))
        )
    }
}

extension ExposureRegression {
    /// Everything but the exposure, ready for many of them.
    struct Trial: Hashable, Sendable {
        /// Degrees of freedom that are left with an exposure.
        let freedom: Int
        private let design: WeightedDesign
        private let rest: [Double]
        private let square: Double

        init?(_ design: WeightedDesign, answer: [Double]) {
            self.design = design
            rest = design.cleared(design.weighed(answer)).rest
            square = WeightedDesign.product(rest, rest)
            freedom = answer.count - design.rank - 1
            guard freedom > 0, square.isFinite else { return nil }
        }

        /// The slope on an exposure with its error; `nil` where the design makes it up or nothing is
        /// left over.
        func slope(of exposure: [Double]) -> (theta: Double, error: Double)? {
            let own = design.weighed(exposure)
            let left = design.cleared(own).rest
            let size = WeightedDesign.product(left, left)
            guard size > 1e-20 * WeightedDesign.product(own, own) else { return nil }
            let theta = WeightedDesign.product(left, rest) / size
            let residual = square - theta * theta * size
            let error = (residual / Double(freedom) / size).squareRoot()
            return residual > 1e-14 * square && error > 0 ? (theta, error) : nil
        }
    }
}
