import Evidence
import Market
import Narrative
import Testing

@testable import Rendering

@Suite struct NumberFormatTests {
    @Test(arguments: [
        (3.2957e12, "$3.296T"), (51.3e6, "$51.3M"), (853e6, "$853M"), (42.5e9, "$42.5B"),
        (-51.3e6, "−$51.3M"), (999.96e9, "$1.000T"), (999.4e9, "$999B"), (999.6e6, "$1.00B"),
        (102_300.5, "$102K"), (999.5, "$1.00K"), (5.892, "$5.89"), (0.16689, "$0.1669"),
        (0, "$0.00"), (1e20, "$1.00e20"), (-1.7e308, "−$1.70e308"), (4e-20, "$4.00e−20"),
        (1e15, "$1,000T"),
    ])
    func dollars(value: Double, expected: String) {
        #expect(NumberFormat.text(value, .usd) == expected)
    }

    @Test(arguments: [
        (5.892, "$5.892"), (102_300.5, "$102,300.5"), (0.00001834, "$0.00001834"), (-1.5, "−$1.5"),
    ])
    func exactDollars(value: Double, expected: String) {
        #expect(NumberFormat.text(value, .usd, .exact) == expected)
    }

    @Test(arguments: [
        (-0.06713, Unit.ratio, FactStyle.plain, "−6.71\u{A0}%"),
        (-0.06713, .ratio, .magnitude, "6.71\u{A0}%"), (0.012, .ratio, .signed, "+1.20\u{A0}%"),
        (0.0001, .ratio, .plain, "0.0100\u{A0}%"), (0.00125, .ratio, .plain, "0.13\u{A0}%"),
        (0, .ratio, .signed, "0.00\u{A0}%"), (-0.0346, .points, .plain, "−3.46\u{A0}pp"),
        (-0.000001, .points, .signed, "0.00\u{A0}pp"), (43.72, .score, .plain, "43.7"),
        (19_341.834, .level, .plain, "19,341.83"), (1234, .count, .plain, "1,234"),
        (24, .hours, .plain, "24\u{A0}h"), (1.5, .hours, .plain, "1.5\u{A0}h"),
        (-0.06713, .ratio, .exact, "−6.713\u{A0}%"),
        (8.1234e-28, .coefficient, .rough, "8.1e−28"),
        (0.0000012, .coefficient, .rough, "0.0000012"),
        (0, .coefficient, .rough, "0"),
    ])
    func units(value: Double, unit: Unit, style: FactStyle, expected: String) {
        #expect(NumberFormat.text(value, unit, style) == expected)
    }

    @Test func coinsAreNamedByTheirSubject() {
        let coins = { SampleEvidence.number("openInterest", "venue:x/asset:BTC", $0, .coins) }
        #expect(NumberFormat.text(coins(90_612.4)) == "90,612\u{A0}BTC")
        #expect(NumberFormat.text(coins(0.5)) == "0.5\u{A0}BTC")
        #expect(NumberFormat.text(coins(1_234_567)) == "1.23M\u{A0}BTC")
    }

    @Test(arguments: [
        (FactStyle.plain, "27\u{A0}January 2025 12:00\u{A0}UTC"), (.clock, "12:00\u{A0}UTC"),
        (.date, "27\u{A0}January 2025"), (.moment, "27\u{A0}Jan 12:00"),
    ])
    func instants(style: FactStyle, expected: String) {
        let fact = SampleEvidence.fact("t", "x:y", .instant(SampleEvidence.asOf), .instant)
        #expect(NumberFormat.text(fact, style) == expected)
    }

    @Test func floorsCarryTheirMark() {
        let floor = SampleEvidence.number("a", "b:c", 51.3e6, .usd, standing: .floor)
        #expect(NumberFormat.text(floor) == "≥\u{A0}$51.3M")
        #expect(NumberFormat.text(floor, .magnitude) == "$51.3M")
    }

    @Test func intervals() {
        let fact = SampleEvidence.number(
            "a", "b:c", 1.3e9, .usd, low: 1.2e9, high: 1.4e9, standing: .estimated)
        #expect(NumberFormat.text(fact, .interval) == "$1.20B to $1.40B")
        #expect(
            NumberFormat.text(SampleEvidence.number("a", "b:c", 1.3e9, .usd), .interval) == "$1.30B"
        )
    }

    @Test func absenceIsNamed() {
        let none = SampleEvidence.fact("a", "b:c", .none, .usd, standing: .noData)
        let open = SampleEvidence.fact("a", "b:c", .none, .usd, standing: .undecidable)
        #expect(NumberFormat.text(none, .exact) == "no data")
        #expect(NumberFormat.text(open, .magnitude) == "undecidable")
    }

    @Test func everyUnitAndStyleTakesEveryNumber() {
        let values = [
            0, -0.0, Double.leastNonzeroMagnitude, -Double.leastNonzeroMagnitude, 1e308, -1.7e308,
            0.1, -1, 1e18, 999_999.9999,
        ]
        let styles: [FactStyle] = [
            .plain, .magnitude, .signed, .exact, .interval, .clock, .date, .moment,
        ]
        for unit in Unit.allCases {
            for style in styles {
                for value in values {
                    #expect(!NumberFormat.text(value, unit, style).isEmpty)
                }
            }
        }
    }
}
