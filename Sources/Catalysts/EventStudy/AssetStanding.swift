package import Market

/// How an asset did over one event against its model, and what the model is.
package struct AssetStanding: Hashable, Sendable {
    /// The asset.
    package let asset: AssetID
    /// The expected return of a bar in which no regressor moves.
    package let alpha: Double
    /// The slope on the market; one where it is taken as it is, zero where it is not looked at.
    package let beta: Double
    /// The slopes on the factors, in their order; zero on the asset itself.
    package let factorSlopes: [Double]
    /// The standard deviation of the residuals a bar, with as many degrees of freedom as the model
    /// leaves; above zero.
    package let deviation: Double
    /// Bars that the model was fitted on.
    package let observations: Int
    /// How many figures were fitted: degrees of freedom lost.
    package let parameters: Int
    /// What it returned over the event, a logarithm.
    package let eventReturn: Double
    /// The cumulative abnormal return over the event, a logarithm.
    package let abnormal: Double
    /// The standard deviation of `abnormal`, the error of the fit included; above zero.
    package let abnormalDeviation: Double
    /// The mean of the residuals in the estimation window, zero for least squares.
    let residualMean: Double

    /// The abnormal return in units of its standard deviation.
    package var standardized: Double { abnormal / abnormalDeviation }

    /// The square root of the residuals' mean square about their mean.
    var residualScale: Double {
        deviation * (Double(observations - parameters) / Double(observations)).squareRoot()
    }
}
