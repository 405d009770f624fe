import Evidence
import Market
import Narrative
import Testing

@testable import Rendering

/// Numbers and times by the rules of the Academy, each expectation worked out by hand from those rules.
@Suite struct SpanishNumberTests {
    private let spanish = SpanishPage()

    @Test(arguments: [
        (3.2957e12, "3,296_billones_de dólares", "3,296_bill._$"),
        (51.3e6, "51,3_millones_de dólares", "51,3_M$"),
        (853e6, "853_millones_de dólares", "853_M$"),
        (42.5e9, "42_500_millones_de dólares", "42_500_M$"),
        (2.84e9, "2840_millones_de dólares", "2840_M$"),
        (-51.3e6, "−51,3_millones_de dólares", "−51,3_M$"),
        (102_300.5, "102_000_dólares", "102_000_$"),
        (999.5, "1000_dólares", "1000_$"), (5.892, "5,89_dólares", "5,89_$"),
        (0.16689, "0,1669_dólares", "0,1669_$"), (1e15, "1000_billones_de dólares", "1000_bill._$"),
        (4e-20, "4,00e−20_dólares", "4,00e−20_$"),
    ])
    func dollars(value: Double, inASentence: String, inACell: String) {
        let held = { (text: String) in
            text.replacing("_", with: "\u{A0}")
        }
        #expect(NumberFormat.text(value, .usd, in: spanish, room: .sentence) == held(inASentence))
        #expect(NumberFormat.text(value, .usd, in: spanish, room: .cell) == held(inACell))
    }

    @Test(arguments: [
        (-0.06713, Unit.ratio, FactStyle.magnitude, "6,71_%"), (0.012, .ratio, .signed, "+1,20_%"),
        (-0.0346, .points, .plain, "−3,46_pp"), (43.72, .score, .plain, "43,7"),
        (6101.24, .level, .plain, "6101,24"), (21_774, .level, .plain, "21_774,00"),
        (1234, .count, .plain, "1234"), (12_345, .count, .plain, "12_345"),
        (1_300_000, .count, .plain, "1_300_000"), (24, .hours, .plain, "24_h"),
        (1, .days, .plain, "1_día"), (7, .days, .plain, "7_días"),
        (98_700, .usd, .exact, "98_700_$"),
        (3057.48, .usd, .exact, "3057,48_$"),
    ])
    func units(value: Double, unit: Unit, style: FactStyle, expected: String) {
        #expect(
            NumberFormat.text(value, unit, style, in: spanish)
                == expected.replacing("_", with: "\u{A0}"))
    }

    @Test func one() {
        let million = SampleEvidence.number("a", "b:c", 1e6, .usd)
        let text = { (style: FactStyle) in
            NumberFormat.text(million, style, in: SpanishPage(), room: .sentence)
        }
        #expect(text(.rough) == "1\u{A0}millón\u{A0}de dólares")
        #expect(text(.plain) == "1,00\u{A0}millones\u{A0}de dólares")
        #expect(
            NumberFormat.text(1, .usd, .exact, in: spanish, room: .sentence) == "1\u{A0}dólar")
    }

    @Test func coins() {
        let coins = { SampleEvidence.number("openInterest", "venue:x/asset:BTC", $0, .coins) }
        #expect(NumberFormat.text(coins(90_612.4), in: spanish) == "90\u{A0}612\u{A0}BTC")
        #expect(
            NumberFormat.text(coins(1_234_567), in: spanish, room: .sentence)
                == "1,23\u{A0}millones\u{A0}de\u{A0}BTC")
        #expect(NumberFormat.text(coins(1_234_567), in: spanish) == "1,23\u{A0}M\u{A0}BTC")
    }

    /// What both ends have in common is said once, and only then.
    @Test(arguments: [
        (6.6e10, 6.75e10, "de 66_000 a 67_500_millones_de dólares"),
        (9.99e8, 1.2e12, "de 999_millones_de dólares a 1,200_billones_de dólares"),
        (-2e6, 3e6, "de −2,00 a 3,00_millones_de dólares"),
    ])
    func ranges(low: Double, high: Double, expected: String) {
        let fact = SampleEvidence.number(
            "a", "b:c", low, .usd, low: low, high: high, standing: .estimated)
        #expect(
            NumberFormat.text(fact, .interval, in: spanish, room: .sentence)
                == expected.replacing("_", with: "\u{A0}"))
    }

    @Test(arguments: [
        (FactStyle.plain, "27_de_enero de 2025, 12:00_UTC"), (.clock, "12:00_UTC"),
        (.date, "27_de_enero de 2025"), (.moment, "27_ene 12:00"),
    ])
    func instants(style: FactStyle, expected: String) {
        let fact = SampleEvidence.fact("t", "x:y", .instant(SampleEvidence.asOf), .instant)
        #expect(
            NumberFormat.text(fact, style, in: spanish) == expected.replacing("_", with: "\u{A0}"))
    }

    @Test func everyMonth() throws {
        let months = [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
            "octubre",
            "noviembre", "diciembre",
        ]
        for (place, month) in months.enumerated() {
            let day = try #require(CalendarDay(year: 2024, month: place + 1, day: 9))
            #expect(spanish.day(day) == "9\u{A0}de\u{A0}\(month) de 2024")
            #expect(spanish.shortDay(day) == "9 \(month.prefix(3))")
            #expect(spanish.month(of: day) == "\(month.prefix(3)) 2024")
        }
    }

    /// English and Spanish show the same digits: only what stands between and behind them differs.
    @Test func languagesShowTheSameDigits() {
        for unit in Unit.allCases where unit != .usd && unit != .coins {
            for value in [0, -0.0671, 0.00012, 1, 12.345, 1234.5, 98_765.4, -1e7, 1e19, 1e-20] {
                func digits(_ text: String) -> String { text.filter(\.isNumber) }
                let english = NumberFormat.text(value, unit)
                #expect(digits(english) == digits(NumberFormat.text(value, unit, in: spanish)))
            }
        }
    }

    @Test func everyUnitAndStyleTakesEveryNumber() {
        let values = [
            0, -0.0, Double.leastNonzeroMagnitude, 1e308, -1.7e308, 0.1, -1, 1e18, 999_999.9999,
        ]
        let styles: [FactStyle] = [.plain, .magnitude, .signed, .exact, .fine, .interval, .rough]
        for unit in Unit.allCases {
            for style in styles {
                for value in values {
                    for room in [Room.sentence, .cell] {
                        let text = NumberFormat.text(value, unit, style, in: spanish, room: room)
                        #expect(text.contains { $0.isNumber })
                        #expect(!text.contains(" ") || text.hasSuffix("de dólares"))
                    }
                }
            }
        }
    }
}
