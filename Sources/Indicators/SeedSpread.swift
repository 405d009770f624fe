/// How much an indicator's last output still owes to where its history happens to begin.
///
/// The indicator is run a second time without its first `period` values; the spread is the distance
/// between the two last outputs.
///
/// - Output: in the unit of the indicator, not negative; `nil` where the shorter run has no output.
/// - Source: TA-Lib's rule on unstable periods, stated as a measurement.
package func seedSpread(
    of indicator: some Indicator<Double, Double>, period: Int, values: [Double]
) -> Double? {
    let whole = indicator.outputs(for: values)
    let shortened = indicator.outputs(for: Array(values.dropFirst(period)))
    guard let last = whole.last ?? nil, let other = shortened.last ?? nil else { return nil }
    return abs(last - other)
}
