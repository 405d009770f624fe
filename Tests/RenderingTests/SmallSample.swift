import Evidence
import Market
import Narrative

/// A report with one of everything, small enough to be read as a golden file.
enum SmallSample {
    static let change = SampleEvidence.number("change.24h", "index:TOTAL", -0.06713, .ratio)
    static let cap = SampleEvidence.number("cap", "index:TOTAL", 3.2957e12, .usd)
    static let floor = SampleEvidence.number(
        "liquidations.long.24h", "venue:binance/asset:BTC", 51.3e6, .usd, standing: .floor)
    static let share = SampleEvidence.number(
        "forcedShare.24h", "index:TOTAL", 0.18, .ratio, low: 0.11, high: 0.29, standing: .estimated)
    static let published = SampleEvidence.fact(
        "published", "news:a", .instant(SampleEvidence.asOf), .instant)

    static func title(_ text: String) -> Fact {
        SampleEvidence.fact("title", "news:a", .text(text), .text)
    }

    static func report(
        headline: String = "DeepSeek-R1 发布 | \"o1\" <b>rival</b>", sections: [Section]? = nil
    ) -> Report {
        var book = EvidenceBook()
        for fact in [change, cap, floor, share] { book.add(fact) }
        let news = title(headline)
        return Report(
            title: "Why did the crypto market move on \(published, .date)?",
            asOf: SampleEvidence.asOf, window: "24h",
            headline: "The market fell \(change, .magnitude) to \(cap)",
            lead: ["It fell after news: \(news).", "At least \(floor, .magnitude) was forced."],
            sections: sections ?? [workings(news), pictures(news)], book: book,
            gaps: [
                ReportGap("venues", .thin, "Other venues are not in the data."),
                ReportGap("book", .note, "No order book on \(published, .date)."),
            ],
            sources: [
                Source(
                    id: "sample-source", title: "Market cap 2025", publisher: "Example",
                    repository: "https://github.com/example/charts", commit: "23afcab1290ffee",
                    licence: "MIT", note: "")
            ])
    }

    static func workings(_ news: Fact) -> Section {
        Section(
            "workings", "The workings",
            [
                .paragraph([
                    "The share is \(share), that is \(share, .interval).", "News: \(news).",
                ]),
                .items(["\(subject: floor): \(floor)", "\(measure: change): \(change, .signed)"]),
                .table(
                    Table(
                        "movers", "Who moved", columns: [.words("Name"), .numbers("Change")],
                        rows: [["\(news)", "\(change)"], ["Sum", "\(change)"]], endsWithTotal: true)
                ),
            ])
    }

    static func pictures(_ news: Fact) -> Section {
        let bars = BarPlot([
            change, SampleEvidence.number("change.24h", "asset:1INCH", 0.011, .ratio), share,
        ])
        return Section(
            "pictures", "In pictures",
            [
                .chart(Chart("bars", "Changes", summary: "It fell \(change).", plot: .bars(bars))),
                .chart(
                    Chart("price", "Price", summary: "Prices.", plot: .price(price(news)))),
                .chart(
                    Chart(
                        "columns", "Sides", summary: "Long and short.",
                        plot: .columns(columns([4e6, nil, 22e6], [1e6, 0, 2e6])))),
                .chart(
                    Chart(
                        "panels", "Panels", summary: "Two lines.",
                        plot: .panels([columns([1, 2, 3], [3, 2, 1]), rate()]))),
            ])
    }

    static func price(_ news: Fact) -> PricePlot {
        let days = SampleEvidence.days(4)
        let bars = SampleEvidence.series(
            "bars", "index:TOTAL", days, .day,
            [
                .init("open", .usd, [3.5e12, 3.55e12, 3.6e12, 3.53e12]),
                .init("high", .usd, [3.6e12, 3.62e12, 3.65e12, 3.54e12]),
                .init("low", .usd, [3.45e12, 3.5e12, 3.5e12, 3.2e12]),
                .init("close", .usd, [3.55e12, 3.6e12, 3.53e12, 3.2957e12]),
            ])
        let average = SampleEvidence.series(
            "sma.50", "index:TOTAL", days, .day,
            [.init("value", .usd, [nil, 3.4e12, 3.39e12, 3.379e12])])
        let strength = SampleEvidence.series(
            "rsi.14", "index:TOTAL", days, .day, [.init("value", .score, [nil, 57.5, 50.1, 43.7])])
        return PricePlot(
            bars: bars, overlays: [average],
            levels: [
                SampleEvidence.level(
                    SampleEvidence.number("level.round", "index:TOTAL", 3.4e12, .usd))
            ],
            marks: [PricePlot.Mark(time: published, label: news)], oscillator: strength)
    }

    static func columns(_ long: [Double?], _ short: [Double?]) -> SeriesFact {
        SampleEvidence.series(
            "liquidations.all.4h", "venue:binance/asset:BTC",
            SampleEvidence.hours(long.count, every: 4), .hours(4),
            [.init("longs", .usd, long), .init("shorts", .usd, short)])
    }

    static func rate() -> SeriesFact {
        SampleEvidence.series(
            "fundingRate", "venue:binance/asset:BTC", SampleEvidence.hours(3, every: 4), .hours(4),
            [.init("rate", .ratio, [0.0001, 0.00005, -0.00002])])
    }
}
