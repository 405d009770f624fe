import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@testable import Cascades

@Suite struct ReportingDrawTests {
    private static func draw(_ law: PriorLaw, _ place: Double = 0.5) -> ReportingDraw {
        let table = QuantileTable(law)
        return ReportingDraw(
            factors: (0..<ReportingDraw.count).map {
                table.value(at: (Double($0) + 0.5) / Double(ReportingDraw.count))
            }, place: place)
    }

    private static func observation(_ published: Double?) throws -> CascadeObservation {
        try CascadeObservation(move: 0.05, moveError: 0.01, liquidations: published)
    }

    /// The integral of a bell over the logarithm of a factor from one to ten, by the error function; in its far tail the grid is off by a
    /// thirtieth.
    @Test func agreesWithTheIntegral() throws {
        let deviation = 0.3
        func below(_ value: Double) -> Double { erfc(-value / 2.0.squareRoot()) / 2 }
        for distance in [-0.5, 0.1, 0.6, 1.2, 2, 2.6, 3.1] {
            // So much that the least a profile is good to does not count.
            let published = 1e9
            let liquidated = published * exp(distance)
            let found = try Self.observation(published).reported(
                liquidated, reporting: Self.draw(.logUniform(1, 10)), openInterest: 1)
            let exact =
                deviation * (2 * Double.pi).squareRoot() / log(10)
                * (below(distance / deviation) - below((distance - log(10)) / deviation))
            #expect(agree(exp(found.logLikelihood), exact, relative: 0.05), "\(distance)")
        }
    }

    /// Where the part is known, it is the bell itself: e to 0.3 published once over is one deviation.
    @Test func aKnownPartIsTheBell() throws {
        let found = try Self.observation(1e9).reported(
            3e9 * exp(0.3), reporting: Self.draw(.fixed(3)), openInterest: 1)
        #expect(agree(found.logLikelihood, -0.5, relative: 1e-6) && found.reporting == 3)
    }

    /// The part that a world is given is one that its liquidations allow: three times as many, about three.
    @Test func thePartFollowsWhatWasPublished() throws {
        let law = PriorLaw.logUniform(1, 10)
        let parts = try (0..<200).map { number in
            try Self.observation(1e9).reported(
                3e9, reporting: Self.draw(law, (Double(number) + 0.5) / 200), openInterest: 1
            ).reporting
        }
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(abs(log(parts[100] / 3)) < 0.1)
        // The middle nine tenths of the bell around it: 1.64 times 0.3 each way, a step of the grid more.
        #expect(abs(log(parts[10] / 3) + 0.49) < 0.15 && abs(log(parts[189] / 3) - 0.49) < 0.15)
        let unpublished = try Self.observation(nil).reported(
            3e9, reporting: Self.draw(law, 0.999), openInterest: 1)
        #expect(unpublished.logLikelihood == 0 && unpublished.reporting > 9)
    }
}
