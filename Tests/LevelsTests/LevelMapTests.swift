import Levels
import TestSupport
import Testing

@Suite struct LevelMapTests {
    private static func levels(_ values: [Double]) -> [Level] {
        values.map { Level(kind: .high(days: 30), value: $0) }
    }

    @Test func everySmallMap() {
        var random = SeededGenerator(seed: 62)
        for values in sequences(over: [1.0, 2, 3, 4], upTo: 4) {
            for price in [0.5, 1, 2.5, 3, 5] {
                let map = LevelMap(
                    price: price, levels: Self.levels(values.shuffled(using: &random)))
                let below = values.filter { $0 < price }.sorted(by: >)
                let above = values.filter { $0 >= price }.sorted(by: <)
                #expect(map.levels.map(\.value) == values.sorted(by: >))
                for count in 0...5 {
                    #expect(map.below(count).map(\.value) == Array(below.prefix(count)))
                    #expect(map.above(count).map(\.value) == Array(above.prefix(count)))
                }
            }
        }
    }

    /// By hand: the band is half a percent of the price to either side.
    @Test(arguments: [
        (100.4, Level.Status.testing), (99.6, .testing), (100, .testing), (100.6, .above),
        (99.4, .below), (0.001, .below), (1e9, .above),
    ])
    func status(value: Double, expected: Level.Status) {
        #expect(Level(kind: .average(days: 50), value: value).status(at: 100) == expected)
    }

    /// Source: distances from 3.38 as a careful reader recomputes them from the article.
    @Test(arguments: [(3.20, -0.0533), (3.10, -0.0828), (3.69, 0.0917), (3.38, 0)])
    func distance(value: Double, expected: Double) {
        let level = Level(kind: .high(days: 30), value: value)
        #expect(agree(level.distance(from: 3.38), expected, relative: 0, absolute: 5e-5))
    }

    @Test func aPriceMustBePositive() async {
        await #expect(processExitsWith: .failure) { _ = LevelMap(price: 0, levels: []) }
        await #expect(processExitsWith: .failure) { _ = LevelMap(price: -1, levels: []) }
        await #expect(processExitsWith: .failure) { _ = LevelMap(price: .nan, levels: []) }
    }
}
