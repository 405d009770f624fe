import Evidence
import Market

/// A book that holds something for every section of a report, the figures made up.
struct SampleBook {
    static let asOf = Timestamp(seconds: 1_737_979_200)
    static let bitcoin = Subject.venue("binance", asset: "BTC")
    static let sector = Subject("sector:ai")
    static let group = Subject.sector("ai", group: "gpu")
    /// A group with the same figures as the other, so that ties are broken by rule.
    static let twin = Subject.sector("ai", group: "agents")

    private(set) var book = EvidenceBook()
    /// The direction of every change, asked once a change.
    private var sign: () -> Double

    /// The question alone.
    static func question() -> EvidenceBook {
        var sample = SampleBook(sign: { 1 })
        sample.addQuestion()
        return sample.book
    }

    /// Something for every section, every change in the direction that `sign` gives.
    static func full(sign: @escaping () -> Double) -> EvidenceBook {
        var sample = SampleBook(sign: sign)
        sample.addQuestion()
        sample.addTotal()
        sample.addTechnical()
        sample.addOwnIndex()
        sample.addSectors()
        sample.addLeverage()
        sample.addNews()
        sample.addOthers()
        return sample.book
    }

    private init(sign: @escaping () -> Double) {
        self.sign = sign
    }

    private mutating func put(
        _ measure: Measure, _ subject: Subject, _ value: Fact.Value, _ unit: Unit,
        low: Double? = nil, high: Double? = nil, standing: Fact.Standing = .measured
    ) {
        book.add(
            Fact(
                measure, of: subject, value: value, unit: unit, low: low, high: high,
                asOf: Self.asOf, observedAt: Self.asOf, method: Method("made-up"), sources: [],
                standing: standing))
    }

    private mutating func number(
        _ measure: Measure, _ subject: Subject, _ number: Double, _ unit: Unit = .count
    ) {
        put(measure, subject, .number(number), unit, low: number - 0.01, high: number + 0.01)
    }

    private mutating func text(_ measure: Measure, _ subject: Subject, _ text: String) {
        put(measure, subject, .text(text), .text)
    }

    private mutating func change(_ measure: Measure, _ subject: Subject, _ size: Double) {
        number(measure, subject, sign() * size, .ratio)
    }

    private mutating func addQuestion() {
        put("asOf", .question, .instant(Self.asOf), .instant)
        number("window", .question, 24, .hours)
    }

    private mutating func addTotal() {
        number(.cap, .total, 3.3e12, .usd)
        for window in ["24h", "utcDay"] {
            change(.change(window), .total, 0.0671)
            number(.base(window), .total, 3.5e12, .usd)
        }
        for measure in ["peak.24h", "trough.24h", "high.local"] {
            number(Measure(measure), .total, 3.6e12, .usd)
            change(Measure(measure).dot("change"), .total, 0.08)
        }
        number("high.local.span", .total, 30)
    }

    private mutating func addTechnical() {
        for days in [50, 100] {
            number(.average(days: days), .total, 3.2e12, .usd)
            change(Measure.average(days: days).dot("distance"), .total, 0.02)
        }
        number(.relativeStrength(14), .total, 43.7, .score)
        number("rsi.14.closes", .total, 295)
        number("rsi.14.seedSpread", .total, 0.001, .score)
        number(.closedRelativeStrength(14), .total, 57.5, .score)
        put("rsi.14.closed.day", .total, .day(Self.asOf.day), .day)
        for side in ["above", "below"] {
            let level = Measure("level.\(side).1")
            number(level, .total, side == "above" ? 3.4e12 : 3.2e12, .usd)
            text(level.dot("kind"), .total, "round number")
            number(level.dot("distance"), .total, side == "above" ? 0.03 : -0.03, .ratio)
            text(level.dot("status"), .total, side)
        }
    }

    private mutating func addOwnIndex() {
        number(.cap, .own, 3.1e12, .usd)
        change(.change("24h"), .own, 0.0674)
        number(.members, .own, 160)
        number(.coverage, .own, 0.93, .ratio)
        put("supplies.observed", .own, .day(Self.asOf.day), .day)
        text("definition", .own, "abcdef")
        number(.declining("24h"), .own, 150)
        change(.medianChange("24h"), .own, 0.11)
        number(.residual("24h"), .own, 1e-17, .points)
        number(.volume("24h"), .own, 2e11, .usd)
        change(.volumeChange("24h"), .own, 0.9)
        number("unpriced", .own, 12)
        text("unpriced.1", .own, "Leo")
        number(.contribution("24h"), .rest, -0.01, .points)
        number(.members, .rest, 1)
        for (rank, asset) in ["BTC", "ETH", "FET"].enumerated() {
            let subject = Subject("asset:\(asset)")
            text(.title, subject, asset)
            number(.price, subject, 100, .usd)
            change(.change("24h"), subject, 0.05)
            change(.contribution("24h"), subject, 0.03 / Double(rank + 1))
            number(.volume("24h"), subject, 1e9, .usd)
        }
    }

    private mutating func addSectors() {
        text("exposed", .question, "ai")
        for subject in [Self.sector, Self.group, Self.twin, Subject("sector:meme")] {
            text(.title, subject, "Tokens of \(subject.name)")
            change(.change("24h"), subject, 0.12)
            number(.members, subject, 20)
            number("members.weighted", subject, 18)
            number(.cap, subject, 4e10, .usd)
            change(.excess("24h"), subject, 0.05)
            number("beta", subject, 1.4, .coefficient)
            change(.abnormal("24h"), subject, 0.03)
            number(.volume("24h"), subject, 3e9, .usd)
            change(.volumeChange("24h"), subject, 0.4)
        }
        for (rank, asset) in ["FET", "ETH", "BTC"].enumerated() {
            text(Measure("member.\(rank + 1)"), Self.sector, asset)
        }
    }

    private mutating func addLeverage() {
        for subject in [Subject.venue("binance"), Self.bitcoin] {
            number(.longLiquidations("24h"), subject, 5e7, .usd)
            number(.shortLiquidations("24h"), subject, 5e6, .usd)
            number(.totalLiquidations("24h"), subject, 5.5e7, .usd)
            number(.liquidationCoverage("24h"), subject, 0.83, .ratio)
        }
        put(
            .totalLiquidations("24h"), .venue("all"), .none, .usd, low: 5.5e7,
            standing: .undecidable)
        number("liquidations.assets", .venue("binance"), 4)
        text("liquidations.rule", .venue("binance"), "the latest order of each second and symbol")
        for measure in ["openInterest.stablecoin", "openInterest.coin", "depth.bid"] {
            number(Measure(measure), Self.bitcoin, 9e4, .coins)
            number(Measure(measure).dot("before").dot("24h"), Self.bitcoin, 8e4, .coins)
            change(Measure(measure).change(over: "24h"), Self.bitcoin, 0.1)
        }
        number("funding", .venue("all", asset: "BTC"), 0.001, .ratio)
        number("funding.before.24h", .venue("all", asset: "BTC"), 0.01, .ratio)
    }

    private mutating func addNews() {
        let turn = Self.asOf - .hours(9)
        put("turn", .question, .instant(turn), .instant)
        text("term", .question, "DeepSeek")
        for measure in ["term.recent", "stories.themed", "stories.before", "stories.after"] {
            number(Measure(measure), .question, 7)
        }
        number("term.expected", .question, 0.9)
        for story in 0..<20 {
            let subject = Subject("story:\(story)")
            text(.title, subject, "A story about DeepSeek")
            put(.published, subject, .instant(turn + .hours(story - 15)), .instant)
        }
    }

    private mutating func addOthers() {
        let macro = Subject("macro:nasdaq")
        number("close", macro, 21_000, .level)
        put("close.day", macro, .day(Self.asOf.day), .day)
        change("close.change", macro, 0.03)
        let printed = Subject("published:total")
        number("value", printed, 3.38e12, .usd)
        text("of", printed, "index:TOTAL")
        text("measure", printed, "cap")
        text("printed", printed, "$3.38T")
        text("reason", printed, "another universe")
        let source = Subject("source:made-up")
        for measure in ["title", "publisher", "licence", "repository", "note"] {
            text(Measure(measure), source, "made up")
        }
    }
}
