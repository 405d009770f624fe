import Foundation
import Testing

@testable import Rendering

@Suite struct DecimalNumberTests {
    /// Vectors by Python's `decimal`: `Decimal(repr(v)).quantize(…, ROUND_HALF_UP)`, 400 values from
    /// hand-picked halves to random bit patterns, seed 27.
    @Test func roundsLikePython() throws {
        let path = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        let text = try String(
            contentsOfFile: "/\(path)/Golden/decimal-rounding.csv", encoding: .utf8)
        let rows = text.split(separator: "\n").dropFirst()
        #expect(rows.count == 400)
        for row in rows {
            let fields = row.split(separator: ",").map(String.init)
            let value = try #require(Double(fields[0]))
            let digits = try #require(Int(fields[1]))
            let shown = DecimalNumber(value).rounded(fractionDigits: digits)
                .text(minimumFractionDigits: digits)
            #expect(shown.filter { $0 != "," } == fields[2], "\(fields[0]) at \(digits)")
        }
    }

    @Test(arguments: [
        (0.0, "0"), (102_300.5, "102,300.5"), (0.00001834, "0.00001834"),
        (1e21, "1,000,000,000,000,000,000,000"),
        (999, "999"), (1000, "1,000"), (0.1 + 0.2, "0.30000000000000004"), (5.892, "5.892"),
    ])
    func shortest(value: Double, expected: String) {
        #expect(DecimalNumber(value).text() == expected)
    }

    @Test func carriesToANewPlace() {
        #expect(
            DecimalNumber(9.99).rounded(fractionDigits: 1).text(minimumFractionDigits: 1) == "10.0")
        #expect(DecimalNumber(0.6).rounded(fractionDigits: 0).text() == "1")
        #expect(DecimalNumber(0.4).rounded(fractionDigits: 0).isZero)
        #expect(DecimalNumber(999_996).rounded(significantDigits: 3).text() == "1,000,000")
    }

    @Test func whatIsNotFiniteIsZero() {
        for value in [Double.nan, .infinity, -.infinity, -0.0] {
            #expect(DecimalNumber(value).isZero)
            #expect(!DecimalNumber(value).isNegative)
        }
    }
}
