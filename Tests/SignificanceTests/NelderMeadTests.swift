import TestSupport
import Testing

@testable import Significance

/// Expected values: the minima that the functions were published with.
@Suite struct NelderMeadTests {
    private func minimum(
        _ start: [Double], limit: Int = 5000, _ function: @escaping ([Double]) -> Double
    ) -> NelderMead {
        NelderMead(
            from: start, steps: start.map { _ in 0.5 }, tolerance: 1e-15, limit: limit,
            minimizing: function)
    }

    @Test func findsRosenbrocksMinimum() {
        let found = minimum([-1.2, 1]) { point in
            let (a, b) = (1 - point[0], point[1] - point[0] * point[0])
            return a * a + 100 * b * b
        }
        #expect(found.isLevel && found.best.value < 1e-14)
        #expect(abs(found.best.point[0] - 1) < 1e-6 && abs(found.best.point[1] - 1) < 1e-6)
    }

    @Test func findsPowellsMinimum() {
        let found = minimum([3, -1, 0, 1]) { point in
            let (a, b) = (point[0] + 10 * point[1], point[2] - point[3])
            let (c, d) = (point[1] - 2 * point[2], point[0] - point[3])
            return a * a + 5 * b * b + c * c * c * c + 10 * d * d * d * d
        }
        #expect(found.best.value < 1e-9)
    }

    @Test func staysOutOfWhatIsForbidden() {
        // The minimum at minus one is walled off; the best allowed place is zero.
        let found = minimum([2, 2]) { point in
            point[0] < 0 ? .nan : (point[0] + 1) * (point[0] + 1) + point[1] * point[1]
        }
        #expect(abs(found.best.point[0]) < 1e-3 && abs(found.best.point[1]) < 0.1)
    }

    @Test func stopsWhenTold() {
        var last = Double.infinity
        for limit in [10, 50, 200] {
            let found = minimum([-1.2, 1], limit: limit) { point in
                let (a, b) = (1 - point[0], point[1] - point[0] * point[0])
                return a * a + 100 * b * b
            }
            #expect(found.evaluations <= limit + 4 && found.best.value <= last)
            last = found.best.value
        }
        #expect(!minimum([1, 1]) { _ in .infinity }.isLevel)
    }
}
