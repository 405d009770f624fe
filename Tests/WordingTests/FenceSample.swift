import Evidence
import Market
import Narrative
import TestSupport

@testable import Wording

/// Sentences as the report of 27 January 2025 has them, with the figures it has there.
enum FenceSample: String, CaseIterable {
    case headline, level, coins, sector, liquidations, average, cause, breadth, bids

    static let asOf = Timestamp(seconds: 1_737_979_200)

    static func fact(
        _ measure: Measure, _ subject: String, _ value: Fact.Value, _ unit: Unit,
        low: Double? = nil, high: Double? = nil, standing: Fact.Standing = .measured
    ) -> Fact {
        Fact(
            measure, of: Subject(subject), value: value, unit: unit, low: low, high: high,
            asOf: asOf, observedAt: asOf, method: Method("sample-method", version: 1),
            sources: ["sample-source"], standing: standing)
    }

    private static func number(
        _ measure: Measure, _ subject: String, _ value: Double, _ unit: Unit = .ratio
    ) -> Fact {
        fact(measure, subject, .number(value), unit)
    }

    static let cap = number(.cap, "index:TOTAL", 3_295_730_996_660, .usd)
    static let day = number(.change("24h"), "index:TOTAL", -0.06712945965488859)
    static let midnight = number(.change("utcDay"), "index:TOTAL", -0.04389873457766191)
    static let window = number("window", "question", 24, .hours)
    static let title = fact(.title, "sector:ai", .text("AI tokens"), .text)
    static let sectorChange = number(.change("24h"), "sector:ai", -0.12434514368444659)
    private static let group = fact(.title, "sector:ai/group:agents", .text("agents"), .text)
    private static let abnormal = fact(
        .abnormal("24h"), "sector:ai/group:agents", .number(-0.057373487379624125), .points,
        low: -0.07217562281445353, high: -0.04257135194479472, standing: .estimated)
    private static let bitcoin = number(
        .contribution("24h"), "asset:BTC", -0.03457664028010565, .points)
    private static let ether = number(
        .contribution("24h"), "asset:ETH", -0.008756963533550993, .points)
    private static let own = number(.change("24h"), "index:own", -0.06746512190930937)
    private static let long = fact(
        .longLiquidations("24h"), "venue:binance/asset:BTC", .number(51_297_596.08933), .usd,
        standing: .floor)
    private static let short = fact(
        .shortLiquidations("24h"), "venue:binance/asset:BTC", .number(3_685_013.11319), .usd,
        standing: .floor)
    private static let distance = number(
        "sma.50.distance", "index:TOTAL", -0.024561798955828995)
    private static let mean = number(.average(days: 50), "index:TOTAL", 3_378_718_398_697.16, .usd)
    private static let strength = number(
        .relativeStrength(14), "index:TOTAL", 43.721317519886746, .score)
    static let story = fact("cause.1", "question", .text("DeepSeek"), .text)
    private static let seen = fact(
        "cause.1.firstSeen", "question", .instant(Timestamp(seconds: 1_737_376_678)), .instant)
    private static let chance = number("cause.1.p", "question", 0.171875, .coefficient)
    private static let members = number(.members, "index:own", 165, .count)
    private static let declining = number(.declining("24h"), "index:own", 155, .count)
    private static let advancing = number("advancing.24h", "index:own", 2, .count)
    private static let median = number(.medianChange("24h"), "index:own", -0.1193)
    private static let meanChange = number("change.24h.mean", "index:own", -0.1143)
    private static let bidsBefore = number(
        "depth.bid.before.24h", "venue:binance/asset:BTC", 169_000_000, .usd)
    private static let bidsNow = number(
        "depth.bid", "venue:binance/asset:BTC", 93_600_000, .usd)
    private static let bidsChange = number(
        "depth.bid.change.24h", "venue:binance/asset:BTC", -0.4463)

    /// The template's sentence.
    var sentence: Sentence {
        switch self {
        case .headline:
            """
            Crypto market falls \(Self.day, .magnitude) in \(Self.window) to \(Self.cap); \(Self.title) down \
            \(Self.sectorChange, .magnitude)
            """
        case .level:
            """
            The total market capitalisation stood at \(Self.cap) at \(observed: Self.cap), \(Self.day, .signed) in a day \
            and \(Self.midnight, .signed) since midnight UTC.
            """
        case .coins:
            """
            Bitcoin made \(Self.bitcoin, .signed) and Ether \(Self.ether, .signed) of the \(Self.own, .signed) that our own \
            index of the market moved.
            """
        case .sector:
            """
            \(Self.title) fell \(Self.sectorChange, .magnitude); the group "\(Self.group)" among them moved \
            \(Self.abnormal, .signed) beyond what its beta to the market explains (\(Self.abnormal, .interval)).
            """
        case .liquidations:
            """
            On Binance at least \(Self.long, .magnitude) of long and \(Self.short, .magnitude) of short Bitcoin positions \
            were liquidated; the venue does not publish every one.
            """
        case .average:
            """
            The index is \(Self.distance, .magnitude) below its \(measure: Self.mean) of \(Self.mean); \
            \(measure: Self.strength) reads \(Self.strength).
            """
        case .cause: Self.cause(Self.story)
        case .breadth:
            """
            Of the \(Self.members), \(Self.declining) lost value, \(Self.advancing) gained; the one in the middle fell \
            \(Self.median, .magnitude), the mean of all \(Self.meanChange, .signed).
            """
        case .bids:
            """
            Resting bids near the price of Bitcoin futures went from \(Self.bidsBefore) to \(Self.bidsNow) \
            (\(Self.bidsChange, .signed)).
            """
        }
    }

    static func cause(_ story: Fact) -> Sentence {
        """
        The move coincided with news of \(story), first seen \(seen, .moment): those it bears on did not go further than \
        chance explains (p \(chance, .rough)), so the move is unexplained.
        """
    }

    /// Its fence, the facts labelled in reading order.
    var fence: Fence {
        Fence(sentence, labels: PromptedParagraph([sentence], limit: 1).labels)
    }
}
