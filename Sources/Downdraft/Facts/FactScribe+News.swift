internal import Catalysts
internal import Evidence
internal import Market

extension FactScribe {
    /// The stories around the turn of the market, in time order.
    mutating func recordNews(_ news: NewsTimeline?, from sources: Provenance) {
        guard let news else { return }
        record(
            "turn", of: .question, .instant(news.moment), .instant, at: news.moment,
            .extremeClose, from: sources)
        let counts: [(Measure, Double)] = [
            ("stories.themed", Double(news.themed)), ("stories.before", Double(news.before.count)),
            ("stories.after", Double(news.after.count)), ("term.recent", Double(news.burst.recent)),
        ]
        for (measure, count) in counts {
            record(
                measure, of: .question, count, .count, at: news.moment, .termBurst, from: sources)
        }
        record(
            "term.expected", of: .question, news.burst.expected, .coefficient, at: news.moment,
            .termBurst, from: sources)
        recordText(
            "term", of: .question, news.burst.term, at: news.moment, .termBurst, from: sources)
        for headline in news.before + news.after {
            recordHeadline(headline, from: sources)
        }
    }

    private mutating func recordHeadline(_ headline: Headline, from sources: Provenance) {
        let subject = Subject("headline:\(headline.id)")
        let published = headline.published
        record(
            .published, of: subject, .instant(published), .instant, at: published, .quoted,
            from: sources)
        recordText(.title, of: subject, headline.title, at: published, from: sources)
        if !headline.url.isEmpty {
            recordText("url", of: subject, headline.url, at: published, from: sources)
        }
    }

    /// What series outside crypto are called.
    private static let macroTitles: [SeriesID: String] = [
        "macro:dollar-index": "US dollar, broad index", "macro:fear-greed": "Fear and Greed index",
        "macro:gold": "Gold, US dollars an ounce", "macro:nasdaq100": "Nasdaq-100",
        "macro:sp500": "S&P 500", "macro:treasury-10y": "US Treasury yield, 10 years",
        "macro:vix": "VIX",
    ]

    /// What markets outside crypto last closed at.
    mutating func recordMacro(_ closes: [MacroClose], from sources: Provenance) {
        for (series, rows) in Dictionary(grouping: closes, by: \.series) {
            let ordered = rows.sorted { $0.day < $1.day }
            guard let last = ordered.last else { continue }
            let subject = Subject(series.text)
            // A rate comes in hundredths; facts are parts of one.
            let isRate = last.unit == "percent"
            if let title = Self.macroTitles[series] {
                recordText(.title, of: subject, title, from: sources)
            }
            record(
                "close", of: subject, isRate ? last.value / 100 : last.value,
                isRate ? .ratio : .level, at: last.known, .macroClose, from: sources)
            record(
                "close.day", of: subject, .day(last.day), .day, at: last.known, .macroClose,
                from: sources)
            if let previous = ordered.dropLast().last, previous.value > 0, !isRate {
                record(
                    "close.change", of: subject, last.value / previous.value - 1, .ratio,
                    at: last.known, .changeOfCloses, from: sources)
            }
        }
    }

    /// Figures somebody printed, with the interval that prints the same.
    mutating func recordPublished(_ figures: [PublishedFigure], from sources: Provenance) {
        for figure in figures {
            let subject = Subject("published:\(figure.id)")
            let unit = Unit(rawValue: figure.unit) ?? .text
            recordText("of", of: subject, figure.subject, from: sources)
            recordText("name", of: subject, Subject(figure.subject).name, from: sources)
            recordText("measure", of: subject, figure.measure, from: sources)
            recordText(
                "measure.name", of: subject, Measure(figure.measure).name, from: sources)
            recordText("printed", of: subject, figure.printed, from: sources)
            recordText("reason", of: subject, figure.reason, from: sources)
            record(
                "value", of: subject, figure.value, unit, low: figure.low, high: figure.high,
                at: nil, .printedInterval, from: sources, standing: .estimated)
        }
    }
}
