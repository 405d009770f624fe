import TestSupport
import Testing

/// The reference series and what stands beside them, read once a test.
enum OnsetFixtures {
    /// The series by name.
    static func series() throws -> [String: [Double]] {
        var series: [String: [Double]] = [:]
        for row in try ReferenceTable(fixture: "Onset/series.csv").rows {
            series[row["series"] ?? "", default: []].append(number(row, "value"))
        }
        return series
    }

    static func rows(_ name: String) throws -> [[String: String]] {
        let rows = try ReferenceTable(fixture: "Onset/\(name).csv").rows
        #expect(!rows.isEmpty)
        return rows
    }

    /// A cell as a number; NaN, which agrees with nothing, where it is none.
    static func number(_ row: [String: String], _ name: String) -> Double {
        row[name].flatMap(Double.init) ?? .nan
    }

    static func whole(_ row: [String: String], _ name: String) -> Int {
        row[name].flatMap { Int($0) } ?? .min
    }

    /// The numbers of a cell that holds several.
    static func numbers(_ row: [String: String], _ name: String) -> [Double] {
        (row[name] ?? "").split(separator: " ").map { Double($0) ?? .nan }
    }
}

extension SeededGenerator {
    /// A standard normal number: the sum of two by Marsaglia's polar method, of which one is used.
    mutating func gaussian() -> Double {
        while true {
            let first = Double.random(in: -1...1, using: &self)
            let second = Double.random(in: -1...1, using: &self)
            let square = first * first + second * second
            guard square > 0, square < 1 else { continue }
            return first * (-2 * OnsetFunctions.logarithm(square) / square).squareRoot()
        }
    }

    mutating func gaussians(_ count: Int) -> [Double] {
        (0..<count).map { _ in gaussian() }
    }
}
