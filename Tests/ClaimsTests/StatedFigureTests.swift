import Claims
import TestSupport
import Testing

@Suite struct StatedFigureTests {
    private static func figure(_ value: Double, _ place: Double, _ hedge: Hedge) -> StatedFigure {
        StatedFigure(value: value, place: place, unit: .percent, hedge: hedge, span: 0..<1)
    }

    /// By the table of the documentation, worked by hand.
    @Test(
        arguments: [
            (10, 1, .exact, 10.5, .confirmed), (10, 1, .exact, 9.5, .confirmed),
            (10, 1, .exact, 10.6, .approximatelyRight), (10, 1, .exact, 11, .approximatelyRight),
            (10, 1, .exact, 11.01, .refuted), (10, 1, .exact, 8.99, .refuted),
            (3.38, 0.01, .about, 3.37, .confirmed), (3.38, 0.01, .about, 3.40, .approximatelyRight),
            (3.38, 0.01, .about, 3.41, .refuted), (300, 1, .about, 315, .confirmed),
            (300, 1, .about, 286, .confirmed), (300, 1, .about, 316, .approximatelyRight),
            (300, 1, .about, 331, .refuted), (6.4, 0.1, .over, 6.4, .confirmed),
            (6.4, 0.1, .over, 7.0, .confirmed), (6.4, 0.1, .over, 6.36, .approximatelyRight),
            (6.4, 0.1, .over, 6.3, .refuted), (6.4, 0.1, .over, 7.5, .approximatelyRight),
            (6.4, 0.1, .over, 8, .refuted), (-6.4, 0.1, .over, -6.9, .confirmed),
            (-6.4, 0.1, .over, -6.2, .refuted), (853, 1, .nearly, 852.1, .confirmed),
            (853, 1, .nearly, 853.4, .confirmed), (853, 1, .nearly, 851.2, .approximatelyRight),
            (853, 1, .nearly, 850, .refuted), (25, 1, .atLeast, 80, .confirmed),
            (25, 1, .atLeast, 24.7, .approximatelyRight), (25, 1, .atLeast, 24, .refuted),
            (20, 1, .atMost, 3, .confirmed), (20, 1, .atMost, 20.4, .approximatelyRight),
            (20, 1, .atMost, 22, .refuted), (-20, 1, .atMost, -3, .confirmed),
            (0, 1, .about, 0.9, .confirmed), (0, 1, .exact, .nan, .refuted),
            (1, 1, .atLeast, .infinity, .confirmed), (0.1, 0.01, .exact, 0.105, .confirmed),
        ] as [(Double, Double, Hedge, Double, StatedFigure.Admission)])
    func admits(
        value: Double, place: Double, hedge: Hedge, measured: Double,
        expected: StatedFigure.Admission
    ) {
        #expect(Self.figure(value, place, hedge).admits(measured) == expected)
    }

    /// What is confirmed is tolerated, turning the signs changes nothing, and neither does scale.
    @Test func keepsItsSymmetries() {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<2000 {
            let digits = Int.random(in: 1...9999, using: &generator)
            let hedge = Hedge.allCases.randomElement(using: &generator) ?? .exact
            let one = Self.figure(Double(digits), 1, hedge)
            let large = Self.figure(Double(digits) * 1024, 1024, hedge)
            let measured = Double(digits) * Double.random(in: 0.7...1.4, using: &generator)
            #expect(one.admits(measured) == one.negated.admits(-measured))
            #expect(one.admits(measured) == large.admits(measured * 1024))
            #expect(one.tolerated.contains(one.confirmed.lowerBound))
            #expect(one.admits(one.value) == .confirmed)
        }
    }
}
