import TestSupport
import Testing

@testable import Cascades

@Suite struct SobolSequenceTests {
    @Test func agreesWithScipy() throws {
        let rows = try ReferenceTable(fixture: "Cascades/sobol.csv").rows
        let plain = try #require(
            SobolSequence(dimensions: 32, shifts: [UInt32](repeating: 0, count: 32)))
        #expect(rows.count > 1000)
        for row in rows {
            let figures = row.compactMapValues { Double($0) }
            let point = UInt32(figures["point"] ?? -1)
            let bits = plain.bits(point, Int(figures["dimension"] ?? -1))
            #expect(Double(bits) * 0x1p-32 == figures["value"], "\(row)")
        }
    }

    /// Every aligned power of two points has one in each equal part of each coordinate, shifted or not.
    @Test func fillsEvenly() throws {
        let points = try #require(SobolSequence(dimensions: 32, seed: 99))
        for dimension in 0..<32 {
            var parts = [Int](repeating: 0, count: 256)
            for point in 0..<1024 as Range<UInt32> {
                let value = points.value(point, dimension)
                #expect(value > 0 && value < 1)
                parts[Int(value * 256)] += 1
            }
            #expect(parts.allSatisfy { $0 == 4 })
        }
    }

    @Test func refusesTooMany() {
        #expect(SobolSequence(dimensions: 33, seed: 1) == nil)
        #expect(SobolSequence(dimensions: 0, seed: 1) == nil)
        #expect(SobolSequence(dimensions: -1, seed: 1) == nil)
    }
}
