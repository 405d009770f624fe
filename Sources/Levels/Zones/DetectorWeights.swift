/// How much a level counts for having been found by a method; one for each unless told otherwise.
package struct DetectorWeights: Hashable, Sendable {
    private var weights: [LevelDetector: Double] = [:]

    /// Every method counts the same.
    package init() {}

    /// The weight of a method, zero or more and finite.
    package subscript(detector: LevelDetector) -> Double {
        get { weights[detector] ?? 1 }
        set {
            precondition(newValue >= 0 && newValue.isFinite, "a weight is not negative")
            weights[detector] = newValue
        }
    }

    /// Weighs each method by its lift over placebo levels, shrunk towards zero by how uncertain it is.
    ///
    /// The weight is `lift x max(0, 1 - error^2 / lift^2)`, where the lift is positive and zero otherwise, with a
    /// quarter of the placebo interval as error: two standard errors lie to either side. The largest is set
    /// to one. A method that was not studied, or never hit, counts nothing.
    ///
    /// - Degenerate case: where no method has a lift that outweighs its error, all weights are zero.
    /// - Source: James and Stein, *Estimation with Quadratic Loss*, 1961, with the positive part.
    package init(calibratedBy studies: [LevelDetector: BounceStudy]) {
        let shrunk = studies.mapValues { study -> Double in
            guard let lift = study.lift, lift > 0, let low = study.placeboLow,
                let high = study.placeboHigh
            else { return 0 }
            let error = (high - low) / 4
            return lift * max(0, 1 - error * error / (lift * lift))
        }
        let largest = shrunk.values.max() ?? 0
        for detector in LevelDetector.allCases {
            self[detector] = largest > 0 ? (shrunk[detector] ?? 0) / largest : 0
        }
    }
}
