import TestSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The returns that the reference values were measured on.
enum ReturnSeries {
    /// All series by name, oldest return first.
    static func all() throws -> [String: [Double]] {
        var series: [String: [Double]] = [:]
        for row in try ReferenceTable(fixture: "Significance/returns.csv").rows {
            guard let name = row["series"], let value = row["value"].flatMap(Double.init) else {
                continue
            }
            series[name, default: []].append(value)
        }
        return series
    }

    /// The natural logarithm.
    static func logarithm(_ value: Double) -> Double { log(value) }

    /// A power.
    static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
