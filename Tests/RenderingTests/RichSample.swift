import Evidence
import Market
import Narrative
import TestSupport

/// A report as full as a real one, to be looked at: written to a folder by `LookTests`.
enum RichSample {
    private static let closes: [Double] = walk()
    private static let total = "index:TOTAL"

    static func report() -> Report {
        let change = SampleEvidence.number("change.24h", total, -0.06713, .ratio)
        let level = SampleEvidence.number("cap", total, 3.2957e12, .usd)
        let window = SampleEvidence.number("window", total, 24, .hours)
        let asOf = SampleEvidence.fact("asOf", total, .instant(SampleEvidence.asOf), .instant)
        let forced = SampleEvidence.number(
            "liquidations.long.24h", "venue:binance/asset:BTC", 51.3e6, .usd, standing: .floor)
        let share = SampleEvidence.number(
            "forcedShare.24h", total, 0.18, .ratio, low: 0.11, high: 0.29, standing: .estimated)
        var book = EvidenceBook()
        for fact in [change, level, window, asOf, forced, share] { book.add(fact) }
        return Report(
            title: "Why did the crypto market move? As of \(asOf), looking back \(window)",
            asOf: SampleEvidence.asOf, window: "24h",
            headline:
                "The crypto market fell \(change, .magnitude) in \(window), to \(level), led by bitcoin",
            lead: [
                "TOTAL stood at \(level) at \(asOf, .clock), \(change) against \(window) before.",
                "Longs worth at least \(forced, .magnitude) in bitcoin were liquidated at one venue.",
                "Forced selling can explain \(share, .interval) of the fall; the rest coincided with news of a language model, and no test decides between the two.",
            ],
            sections: sections(forced, share), book: book,
            gaps: [
                ReportGap(
                    "liquidations-all", .thin,
                    "Liquidations at other venues are not in the data; the published total cannot be recomputed."
                ),
                ReportGap("dominance", .note, "No order book was recorded for \(asOf, .date)."),
            ],
            sources: sources())
    }

    private static func sections(_ forced: Fact, _ share: Fact) -> [Section] {
        [
            Section(
                "fall", "How far it fell",
                [
                    .chart(priceChart()),
                    .paragraph([
                        "The fall took the index below its average of fifty days, which had held since October."
                    ]),
                ]),
            Section("who", "Which coins did it", [.chart(barChart()), .table(movers())]),
            Section(
                "forced", "Who was forced",
                [
                    .items([
                        "At least \(forced, .magnitude) of long positions in \(subject: forced) were liquidated.",
                        "The model puts the forced share at \(share), between \(share, .interval).",
                    ]), .chart(columnChart()), .chart(panelChart()),
                ]),
        ]
    }

    private static func walk() -> [Double] {
        var generator = SeededGenerator(seed: 27)
        var level = 2.32e12
        return (0..<100).map { day in
            let drift = day < 58 ? 0.0075 : day == 99 ? -0.0615 : 0.0003
            level *= 1 + drift + (Double(generator.next() % 1000) / 1000 - 0.5) * 0.034
            return level
        }
    }

    private static func priceChart() -> Chart {
        let days = SampleEvidence.days(100)
        var generator = SeededGenerator(seed: 5)
        let opens = [closes[0] * 0.99] + closes.dropLast()
        let highs = zip(opens, closes).map {
            max($0, $1) * (1 + Double(generator.next() % 100) / 9000)
        }
        let lows = zip(opens, closes).map {
            min($0, $1) * (1 - Double(generator.next() % 100) / 9000)
        }
        let bars = SampleEvidence.series(
            "bars", total, days, .day,
            [
                .init("open", .usd, opens), .init("high", .usd, highs), .init("low", .usd, lows),
                .init("close", .usd, closes),
            ])
        let last = closes[99]
        let levels = [
            number("level.sma.50", average(50)[99] ?? last),
            number("level.sma.100", average(90)[99] ?? last),
            number("level.round", 3.2e12), number("level.high", (highs.max() ?? last)),
            number("level.round", 3.5e12),
            number("level.low", (lows.suffix(30).min() ?? last) * 0.985),
        ]
        return Chart(
            "total-daily", "Total market cap, daily",
            summary:
                "TOTAL rose from October into December, moved sideways, and fell sharply on the last day to \(number("cap", 3.2957e12)).",
            plot: .price(
                PricePlot(
                    bars: bars,
                    overlays: [overlay("sma.50", average(50)), overlay("sma.100", average(90))],
                    levels: levels.map(SampleEvidence.level), marks: marks(), oscillator: rsi())))
    }

    private static func number(_ measure: Measure, _ value: Double) -> Fact {
        SampleEvidence.number(measure, total, value, .usd)
    }

    private static func average(_ length: Int) -> [Double?] {
        closes.indices.map { place in
            place + 1 < length
                ? nil : closes[(place + 1 - length)...place].reduce(0, +) / Double(length)
        }
    }

    private static func overlay(_ measure: Measure, _ values: [Double?]) -> SeriesFact {
        SampleEvidence.series(
            measure, total, SampleEvidence.days(100), .day, [.init("value", .usd, values)])
    }

    private static func rsi() -> SeriesFact {
        let values = closes.indices.map { place -> Double? in
            guard place >= 14 else { return nil }
            let steps = (place - 13...place).map { closes[$0] - closes[$0 - 1] }
            let up = steps.filter { $0 > 0 }.reduce(0, +)
            let down = -steps.filter { $0 < 0 }.reduce(0, +)
            return 100 * up / (up + down)
        }
        return SampleEvidence.series(
            "rsi.14", total, SampleEvidence.days(100), .day, [.init("value", .score, values)])
    }

    private static func marks() -> [PricePlot.Mark] {
        let titles: [(Int64, String)] = [
            (82, "Bitcoin passes $90,000 for the first time <script>alert(1)</script>"),
            (37, "Index makes its high of the year"),
            (7, "DeepSeek-R1 发布，性能对标 OpenAI o1 正式版"),
            (2, "DeepSeek tops the App Store; traders ask what it means for chips"),
            (0, "梁文锋与 DeepSeek：一场始于边缘的长期主义之役震动华尔街科技股"),
        ]
        return titles.map { days, title in
            let time = SampleEvidence.asOf - TimeSpan.hours(Int(days * 24))
            return PricePlot.Mark(
                time: SampleEvidence.fact("published", "news:a", .instant(time), .instant),
                label: SampleEvidence.fact("title", "news:a", .text(title), .text))
        }
    }

    private static func barChart() -> Chart {
        let values: [(String, Double)] = [
            ("BTC", -0.0346), ("ETH", -0.0088), ("XRP", -0.0057), ("SOL", -0.0041),
            ("DOGE", -0.0017), ("1INCH", -0.0004), ("LEO", 0.0003), ("others", -0.0124),
        ]
        let facts = values.map {
            SampleEvidence.number("contribution.24h", "asset:\($0.0)", $0.1, .points)
        }
        return Chart(
            "contributions", "What each coin took from the index",
            summary: "Bitcoin alone took \(facts[0], .magnitude).", plot: .bars(BarPlot(facts)))
    }

    private static func movers() -> Table {
        let rows: [(String, Double, Double, Double)] = [
            ("RENDER", 5.892, -0.16514, -0.0713), ("NEAR", 4.426, -0.116, -0.0201),
            ("GRT", 0.16689, -0.1152, -0.0193), ("FET", 1.0692, -0.13, 0.0011),
        ]
        let cells = rows.map { row -> [Sentence] in
            let subject = "asset:" + row.0
            let price = SampleEvidence.number("price", subject, row.1, .usd)
            let change = SampleEvidence.number("change.24h", subject, row.2, .ratio)
            let excess = SampleEvidence.number(
                "excess.24h", subject, row.3, .points, standing: .estimated)
            return ["\(subject: price)", "\(price, .exact)", "\(change)", "\(excess, .signed)"]
        }
        return Table(
            "movers", "Tokens that fell most, with what their beta does not explain",
            columns: [
                .words("Token"), .numbers("Price"), .numbers("Change"), .numbers("Beyond beta"),
            ],
            rows: cells)
    }

    private static func columnChart() -> Chart {
        let times = SampleEvidence.hours(24, every: 4)
        var generator = SeededGenerator(seed: 9)
        let long = (0..<24).map { hour -> Double? in
            hour == 6 ? nil : Double(generator.next() % 900) * 1e4 + (hour > 20 ? 2.2e7 : 0)
        }
        let short = (0..<24).map { _ -> Double? in Double(generator.next() % 700) * 1e4 }
        let series = SampleEvidence.series(
            "liquidations.all.4h", "venue:binance/asset:BTC", times, .hours(4),
            [.init("longs", .usd, long), .init("shorts", .usd, short)])
        return Chart(
            "liquidations", "Liquidated positions in bitcoin, by side",
            summary: "Longs were liquidated in the last hours; one bar is missing.",
            plot: .columns(series))
    }

    private static func panelChart() -> Chart {
        let times = SampleEvidence.hours(96)
        var generator = SeededGenerator(seed: 11)
        var interest = 90_612.0
        let coins = times.indices.map { place -> Double? in
            interest *= 1 + (Double(generator.next() % 100) - 52) / 9000
            return (40..<44).contains(place) ? nil : interest
        }
        let funding = times.indices.map { place -> Double? in
            0.0001 - 0.00018 * Double(place) / 96 + Double(generator.next() % 100) * 4e-7
        }
        let subject = "venue:binance/asset:BTC"
        return Chart(
            "leverage", "Open interest and funding",
            summary: "Open interest shrank while funding turned negative.",
            plot: .panels([
                SampleEvidence.series(
                    "openInterest", subject, times, .hour, [.init("coins", .coins, coins)]),
                SampleEvidence.series(
                    "fundingRate", subject, times, .hour, [.init("rate", .ratio, funding)]),
            ]))
    }

    private static func sources() -> [Source] {
        [
            Source(
                id: "sample-source", title: "Total crypto market cap, hourly",
                publisher: "Example Charts",
                repository: "https://github.com/example/charts", commit: "23afcab1290ffee",
                licence: "MIT", note: ""),
            Source(
                id: "news", title: "Headlines of January 2025", publisher: "Example Wire",
                repository: "javascript:alert(1)", commit: "", licence: "CC BY 4.0", note: ""),
        ]
    }
}
