import Claims
import Market

/// How the claims that were found stand to those that were expected.
struct ClaimScore {
    private(set) var expected = 0
    private(set) var found = 0
    private(set) var matched = 0
    private(set) var judged = 0
    /// Claims whose verdict is more than an absence of data, expected, found and both.
    private(set) var verdicts = (expected: 0, found: 0, matched: 0)
    private(set) var misses: [String] = []

    var precision: Double { found == 0 ? 1 : Double(matched) / Double(found) }
    var recall: Double { expected == 0 ? 1 : Double(matched) / Double(expected) }
    var verdictPrecision: Double {
        verdicts.found == 0 ? 1 : Double(verdicts.matched) / Double(verdicts.found)
    }
    var verdictRecall: Double {
        verdicts.expected == 0 ? 1 : Double(verdicts.matched) / Double(verdicts.expected)
    }

    mutating func add(_ article: ClaimCorpus.Article, _ grammar: ClaimGrammar) {
        let text = ArticleText(article.text)
        let extraction = grammar.extraction(of: text)
        let findings = InternalCheck(extraction).findings
        var open = Set(extraction.claims.indices)
        expected += article.claims.count
        found += extraction.claims.count
        verdicts.expected += article.claims.count { $0.verdict != "noData" }
        verdicts.found += findings.count { $0.verdict != .noData }
        for claim in article.claims {
            let place = open.sorted().first { Self.matches(claim, extraction.claims[$0], text) }
            guard let place else {
                misses.append("\(article.name): missing \(claim)")
                continue
            }
            open.remove(place)
            matched += 1
            let verdict = findings[place].verdict.rawValue
            if verdict == claim.verdict {
                judged += 1
                if verdict != "noData" { verdicts.matched += 1 }
            } else {
                misses.append("\(article.name): \(verdict) for \(claim)")
            }
        }
        for place in open.sorted() {
            misses.append("\(article.name): extra \(Self.describe(extraction.claims[place], text))")
        }
    }

    static func describe(_ claim: Claim, _ text: ArticleText) -> String {
        "\(claim.kind) \(claim.subject?.id ?? "-") \(detail(claim).joined(separator: " ")) «\(text.text(claim.span))»"
    }

    private static func matches(
        _ expected: ClaimCorpus.Expected, _ claim: Claim, _ text: ArticleText
    ) -> Bool {
        let joint: Set<Claim.Kind> = [.cause, .quotation, .event]
        guard expected.kind == claim.kind.rawValue,
            joint.contains(claim.kind) || expected.subject == (claim.subject?.id ?? "-"),
            text.text(claim.span).contains(expected.words)
        else { return false }
        let found = detail(claim)
        return found.count == expected.detail.count
            && zip(found, expected.detail).allSatisfy { isSame($0, $1) }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        guard left.hasSuffix("%") == right.hasSuffix("%"),
            let one = Double(left.filter { $0 != "%" }),
            let two = Double(right.filter { $0 != "%" })
        else { return false }
        return abs(one - two) <= 1e-9 * max(abs(one), abs(two))
    }

    private static func detail(_ claim: Claim) -> [String] {
        var words: [String] = []
        switch claim.kind {
        case .level: words.append(claim.relation?.rawValue ?? "?")
        case .rank, .comparison: words.append(claim.direction?.rawValue ?? "?")
        case .levelStatus: words.append(claim.status?.rawValue ?? "?")
        default: break
        }
        if let side = claim.side { words.append(side.rawValue) }
        if let isSupport = claim.isSupport { words.append(isSupport ? "support" : "resistance") }
        if let indicator = claim.indicator { words.append(name(indicator)) }
        if let other = claim.other { words.append(other.id) }
        for figure in claim.figures {
            if claim.kind == .fromTo { words.append(figure.role.rawValue) }
            let unit = figure.figure.unit == .percent ? "%" : ""
            words.append("\(figure.figure.value)\(unit)")
        }
        return words
    }

    private static func name(_ indicator: IndicatorReference) -> String {
        let name =
            switch indicator.name {
            case .simpleMovingAverage: "sma"
            case .exponentialMovingAverage: "ema"
            case .relativeStrengthIndex: "rsi"
            case .convergenceDivergence: "macd"
            case .fearAndGreed: "fear"
            }
        return name + (indicator.period.map(String.init) ?? "")
    }
}
