import Indices
import TestSupport
import Testing

@Suite struct WeightingTests {
    /// Bounds by bisection at fifty digits.
    @Test func agreesWithTheReference() throws {
        let cases = try ReferenceCase.all("weights")
        #expect(cases.count == 60)
        var impossible = 0
        for reference in cases {
            let weighting = try Self.weighting(reference.first)
            let caps = reference.rows.compactMap { $0.number("cap") }
            let expected = reference.rows.compactMap { $0.number("weight") }
            guard !expected.isEmpty else {
                impossible += 1
                #expect(weighting.weights(of: caps) == nil)
                continue
            }
            let weights = try #require(weighting.weights(of: caps))
            #expect(weights.count == expected.count)
            for (weight, theirs) in zip(weights, expected) {
                #expect(agree(weight, theirs, relative: 1e-12, absolute: 1e-15))
            }
        }
        #expect(impossible > 0)
    }

    /// By hand: 80 is clipped to half, and what is left goes 3 to 1 to the others.
    @Test func clipsAndGivesOutProRata() throws {
        let weights = try #require(
            Weighting.capped(most: 0.5, least: 0).weights(of: [80, 15, 5]))
        for (weight, expected) in zip(weights, [0.5, 0.375, 0.125]) {
            #expect(agree(weight, expected, relative: 1e-14))
        }
    }

    /// By hand: of 90, 4 and 6 within 0.5 and 0.05 the first gives 0.4 away, which lifts 4 above the least it
    /// was below; holding it at 0.05 would break the proportion to 6.
    @Test func aBoundIsNotKeptForNothing() throws {
        let weights = try #require(
            Weighting.capped(most: 0.5, least: 0.05).weights(of: [90, 4, 6]))
        for (weight, expected) in zip(weights, [0.5, 0.2, 0.3]) {
            #expect(agree(weight, expected, relative: 1e-14))
        }
    }

    @Test func sumsToOneKeepsBoundsAndOrder() throws {
        var random = SeededGenerator(seed: 901)
        var answered = 0
        for _ in 0..<3000 {
            let caps = Self.caps(&random)
            let weighting = Self.weighting(&random)
            let weights = weighting.weights(of: caps)
            #expect((weights != nil) == weighting.isFeasible(members: caps.count))
            guard let weights else { continue }
            answered += 1
            #expect(agree(weights.reduce(0, +), 1, relative: 1e-12))
            if case .capped(let most, let least) = weighting {
                #expect(
                    weights.allSatisfy { $0 <= most * (1 + 1e-12) && $0 >= least * (1 - 1e-12) })
            }
            let ordered = zip(caps, weights).sorted { $0 < $1 }.map(\.1)
            #expect(zip(ordered, ordered.dropFirst()).allSatisfy { $0 <= $1 * (1 + 1e-12) })
        }
        #expect(answered > 1000)
    }

    @Test func scaleIsNothing() throws {
        var random = SeededGenerator(seed: 902)
        for _ in 0..<300 {
            let caps = Self.caps(&random)
            let weighting = Self.weighting(&random)
            let weights = weighting.weights(of: caps)
            let scaled = weighting.weights(of: caps.map { $0 * 1024 })
            #expect((weights == nil) == (scaled == nil))
            for (weight, other) in zip(weights ?? [], scaled ?? []) {
                #expect(agree(weight, other, relative: 1e-12, absolute: 0))
            }
        }
    }

    @Test(arguments: [
        (Weighting.capped(most: 0.3, least: 0), 3), (.capped(most: 1, least: 0.4), 3),
        (.capped(most: 0, least: 0), 2), (.capped(most: 0.2, least: 0.5), 3),
        (.capped(most: .nan, least: 0), 3), (.capped(most: 1.5, least: 0), 3),
        (.capped(most: 1, least: -0.1), 3), (.capitalisation, 0), (.equal, 0),
    ])
    func impossibleBoundsHaveNoWeights(weighting: Weighting, members: Int) {
        #expect(weighting.weights(of: Array(repeating: 1, count: members)) == nil)
        #expect(!weighting.isFeasible(members: members))
    }

    /// The reciprocal of a count, taken as a binary float, need not add up to one; the bounds still fit.
    @Test func boundsThatLeaveNoChoice() throws {
        for members in 1..<200 {
            let bound = 1 / Double(members)
            let caps = (1...members).map { Double($0) }
            for weighting in [
                Weighting.capped(most: bound, least: 0), .capped(most: 1, least: bound),
                .capped(most: bound, least: bound),
            ] {
                let weights = try #require(weighting.weights(of: caps))
                #expect(weights.allSatisfy { agree($0, bound, relative: 1e-11) })
            }
        }
    }

    @Test(arguments: [Double.nan, .infinity, 0, -1])
    func whatIsNoCapitalisationHasNoWeight(cap: Double) {
        for weighting in [Weighting.capitalisation, .squareRootOfCapitalisation, .equal] {
            #expect(weighting.weights(of: [1, cap]) == nil)
        }
    }

    @Test func extremeCapitalisationsDoNotOverflow() throws {
        let caps = [
            Double.greatestFiniteMagnitude, .greatestFiniteMagnitude, .leastNormalMagnitude,
        ]
        for weighting in [
            Weighting.capitalisation, .squareRootOfCapitalisation, .equal,
            .capped(most: 0.5, least: 0.1),
        ] {
            let weights = try #require(weighting.weights(of: caps))
            #expect(weights.allSatisfy { $0.isFinite && $0 >= 0 })
            #expect(agree(weights.reduce(0, +), 1, relative: 1e-12))
        }
    }

    /// What is left over goes to the smallest, however small it is beside those that are clipped.
    @Test func whatIsClippedGoesToTheSmallest() throws {
        let weights = try #require(
            Weighting.capped(most: 0.4, least: 0).weights(of: [1e308, 1e308, 1e-308, 1e-308]))
        #expect(zip(weights, [0.4, 0.4, 0.1, 0.1]).allSatisfy { agree($0, $1, relative: 1e-14) })
    }

    private static func weighting(_ row: ReferenceCase.Row) throws -> Weighting {
        switch row.text("kind") {
        case "capitalisation": .capitalisation
        case "square root": .squareRootOfCapitalisation
        case "equal": .equal
        default:
            .capped(
                most: try #require(row.number("most")), least: try #require(row.number("least")))
        }
    }

    private static func weighting(_ random: inout SeededGenerator) -> Weighting {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: .capitalisation
        case 1: .squareRootOfCapitalisation
        case 2: .equal
        default:
            .capped(
                most: Double.random(in: 0.05...1, using: &random),
                least: Double.random(in: 0...0.05, using: &random))
        }
    }

    /// Up to forty members over up to nine decades, some of them alike.
    private static func caps(_ random: inout SeededGenerator) -> [Double] {
        let decades = Int.random(in: 0...9, using: &random)
        return (0..<Int.random(in: 1...40, using: &random)).map { _ in
            let size = (0..<Int.random(in: 0...decades, using: &random)).reduce(1.0) { cap, _ in
                cap * 10
            }
            return size * Double(Int.random(in: 1...9, using: &random))
        }
    }
}
