package import Market

/// An exposure regression among those of placebo dates: the same labels, on dates on which nothing
/// was claimed.
///
/// It stands on no assumption about what is left over, which is related across assets.
///
/// - Checked against: `statsmodels.WLS` on every date, `Fixtures/EventStudy/exposure.csv`.
package struct ExposureStudy: Hashable, Sendable {
    /// The event's.
    package let regression: ExposureRegression
    /// The effect in standard errors on each placebo date that has one, in the order given.
    package let placebos: [Double]

    /// Fits the event that ends before a bar and those that end before others; `nil` where the event
    /// has no fit or no other date has.
    package init?(
        _ study: EventStudy, before end: Int, among ends: [Int], traits: [AssetID: [Double]] = [:],
        form: ExposureRegression.Form = .rootCap
    ) {
        let fits = study.exposureRows(before: [end] + ends, traits: traits)
            .map { ExposureRegression($0, form: form) }
        guard let own = fits.first ?? nil else { return nil }
        regression = own
        placebos = fits.dropFirst().compactMap { $0?.tStatistic }
        guard !placebos.isEmpty else { return nil }
    }

    /// The share of dates, the event among them, whose effect goes as far to a move's side.
    package func pValue(towards direction: MoveDirection) -> Double {
        let own = regression.tStatistic
        let asFar = placebos.count { direction == .fall ? $0 <= own : $0 >= own }
        return Double(asFar + 1) / Double(placebos.count + 1)
    }
}
