internal import Evidence
internal import Market

/// The claims of an article as a book holds them, in words.
struct ClaimNotes {
    /// One claim.
    struct Row {
        let measure: Measure
        let number: Fact
        let words: Fact
        let kind: Fact
        let verdict: Fact
        let code: String
        let measured: Fact?
        let stated: [Fact]
        let remedy: String?

        /// Whether the article's own figures give another one.
        let isAgainstItself: Bool

        /// Whether a reader of the article should know.
        var isFault: Bool {
            switch code {
            case "refuted", "definitionError", "internallyInconsistent", "undecidableAtPrecision":
                true
            case "approximatelyRight": isAgainstItself
            default: remedy == "attention"
            }
        }

        /// Whether one thing is said to have brought about another: what the data say is a probability.
        var isCause: Bool { kind.value == .text("cause") }

        var tone: AnnotatedArticle.Tone {
            switch code {
            case "confirmed": .right
            case "approximatelyRight": .near
            case "undecidableAtPrecision": .open
            case "refuted", "definitionError", "internallyInconsistent": .wrong
            default: .silent
            }
        }
    }

    let rows: [Row]
    let passages: [AnnotatedArticle.Passage]
    private let book: EvidenceBook

    init(book: EvidenceBook) {
        self.book = book
        rows = (1...).lazy.map { Self.row(Measure("claim.\($0)"), book) }.prefix { $0 != nil }
            .compactMap { $0 }
        passages = (1...).lazy.map { Self.passage(Measure("article.\($0)"), book) }
            .prefix { $0 != nil }.compactMap { $0 }
    }

    private static func row(_ measure: Measure, _ book: EvidenceBook) -> Row? {
        guard let words = book[measure, .question],
            let number = book[measure.dot("number"), .question],
            let kind = book[measure.dot("kind"), .question],
            let verdict = book[measure.dot("verdict"), .question],
            let code = text(measure.dot("code"), book)
        else { return nil }
        return Row(
            measure: measure, number: number, words: words, kind: kind, verdict: verdict,
            code: code, measured: book.all(measure.dot("measured")).first,
            stated: (1...).lazy.map { book[measure.dot("stated.\($0)"), .question] }
                .prefix { $0 != nil }.compactMap { $0 },
            remedy: text(measure.dot("remedy"), book),
            isAgainstItself: book[measure.dot("implied"), .question] != nil)
    }

    private static func passage(
        _ measure: Measure, _ book: EvidenceBook
    ) -> AnnotatedArticle.Passage? {
        guard let text = book[measure, .question],
            let start = book[measure.dot("start"), .question]?.number
        else { return nil }
        return AnnotatedArticle.Passage(text: text, start: Int(start))
    }

    private static func text(_ measure: Measure, _ book: EvidenceBook) -> String? {
        guard case .text(let text)? = book[measure, .question]?.value else { return nil }
        return text
    }

    // MARK: Notes

    /// A note for each claim.
    var notes: [AnnotatedArticle.Note] {
        rows.map { row in
            AnnotatedArticle.Note(
                number: row.number, words: row.words, kind: row.kind, verdict: row.verdict,
                tone: row.tone, span: span(row, "start", "end"),
                source: span(row, "source.start", "source.end"), stated: row.stated,
                measured: row.measured, details: details(row))
        }
    }

    private func span(_ row: Row, _ start: String, _ end: String) -> Range<Int> {
        let low = Int(fact(row, start)?.number ?? 0)
        return low..<max(low, Int(fact(row, end)?.number ?? 0))
    }

    private func fact(_ row: Row, _ part: String) -> Fact? {
        book[row.measure.dot(part), .question].flatMap { $0.value == .none ? nil : $0 }
    }

    private func details(_ row: Row) -> [Sentence] {
        [
            reason(row).map { "\($0)." }, printed(row), arithmetic(row), measured(row),
            timing(row), remedy(row).map { "Better: \($0)." },
        ].compactMap { $0 }
    }

    /// Why, with the words of the other claim.
    func reason(_ row: Row) -> Sentence? {
        guard let reason = fact(row, "reason") else { return nil }
        return fact(row, "other").map { "\(reason): “\($0)”" } ?? "\(reason)"
    }

    /// What the printed figures stand for, where they are held against something.
    private func printed(_ row: Row) -> Sentence? {
        guard row.measured != nil || row.isAgainstItself else { return nil }
        let parts = row.stated.indices.compactMap { place -> Sentence? in
            let part = row.measure.dot("stated.\(place + 1)")
            guard let low = book[part.dot("low"), .question],
                let high = book[part.dot("high"), .question], let power = power(part, low.unit)
            else { return nil }
            return
                "\(row.stated[place], .places(power)) says from \(low, .places(power - 1)) to \(high, .places(power - 1))"
        }
        guard let first = parts.first else { return nil }
        return "As printed, \(parts.dropFirst().reduce(first) { "\($0); \($1)" })."
    }

    /// The power of ten of the last place of a stated figure, as a reader sees it.
    private func power(_ part: Measure, _ unit: Unit) -> Int? {
        guard let size = book[part.dot("place"), .question]?.number, size > 0 else { return nil }
        return Self.power(unit == .ratio || unit == .points ? size * 100 : size)
    }

    /// The article's own arithmetic.
    private func arithmetic(_ row: Row) -> Sentence? {
        guard let implied = fact(row, "implied") else { return nil }
        if let start = role("start", row), let end = role("end", row) {
            return
                "Its own figures: from \(start) to \(end) is \(implied, .signed), between \(implied, .interval) as they are printed."
        }
        return "Its own figures give \(implied), between \(implied, .interval) as they are printed."
    }

    /// A stated figure by what it is to the claim, as the article prints it.
    private func role(_ role: String, _ row: Row) -> Sentence? {
        for (place, stated) in row.stated.enumerated() {
            let part = row.measure.dot("stated.\(place + 1)")
            if Self.text(part.dot("role"), book) == role, let power = power(part, stated.unit) {
                return "\(stated, .places(power))"
            }
        }
        return nil
    }

    /// What the data say, how it was found and from where.
    private func measured(_ row: Row) -> Sentence? {
        guard let measured = row.measured else { return nil }
        if row.isCause {
            return "Chance does as much with a probability of \(measured)."
        }
        let value: Sentence = "The data say \(measured, style(measured))"
        let moment: Sentence =
            measured.observedAt == nil ? "" : " at \(observed: measured, .moment)"
        let method = fact(row, "method").map { ", by \($0)" as Sentence } ?? ""
        let sources = fact(row, "sources").map { ", from \($0)" as Sentence } ?? ""
        return "\(value) for \(subject: measured)\(moment)\(method)\(sources)."
    }

    /// How a measured figure is read in the unit of a claim.
    func style(_ fact: Fact) -> FactStyle {
        fact.unit == .ratio && fact.measure.text.hasPrefix("claim.") && (fact.number ?? 0) != 0
            ? .signed : .plain
    }

    private func timing(_ row: Row) -> Sentence? {
        guard let seen = fact(row, "firstSeen") else { return nil }
        let lead = fact(row, "lead")
        let before: Sentence
        if let lead, let number = lead.number, number >= 1 {
            before = ", \(lead) before the move could have begun"
        } else {
            before = ""
        }
        let onset =
            fact(row, "onset").map {
                " The market’s move likeliest began \($0, .moment)." as Sentence
            }
            ?? ""
        return "First written of \(seen, .moment)\(before).\(onset)"
    }
}

// MARK: - How a careful writer would put it

extension ClaimNotes {
    /// What a careful writer would put instead; `nil` where the claim may stand.
    func remedy(_ row: Row) -> Sentence? {
        switch row.remedy {
        case "figure"?: figure(row)
        case "definition"?:
            "call it the combined value of the largest coins of one provider’s list, and name the provider"
        case "order"?: "say among whom, or name first the one that went further"
        case "places"?: "give both figures with one more place, or leave the side open"
        case "coincidence"?: "say that it coincided, or who tested it and how"
        case "attention"?: "say when it was noticed, and not only when it came out"
        case "moment"?: "say at what time it was so"
        case "side"?: "turn it round, or correct the figures"
        case "parts"?: "correct a part or the whole, and say whose figures they are"
        case "repetition"?: "give one figure for one thing, or say what differs"
        case "date"?: "correct the date or the weekday"
        case "referent"?: "say whose figure it is: the sentence leaves it open"
        default: nil
        }
    }

    /// The figure that belongs there, at the place to which the article prints.
    private func figure(_ row: Row) -> Sentence? {
        let implied = fact(row, "implied")
        guard let found = implied ?? row.measured, let compared = compared(row),
            compared.fact.unit == found.unit
        else { return nil }
        let printed: Sentence = "write \(found, .places(compared.power))"
        let finer: Sentence = "\(found, .places(compared.power - 1))"
        guard let number = found.number, Self.isRound(number, found.unit, compared.power) else {
            return "\(printed), or \(finer), instead of \(compared.fact, .places(compared.power))"
        }
        return "\(printed) instead of \(compared.fact, .places(compared.power))"
    }

    /// The stated figure that is compared, with the power of ten of its last place as a reader sees it.
    private func compared(_ row: Row) -> (fact: Fact, power: Int)? {
        let roles = ["change", "value", "end"]
        for wanted in roles {
            for (place, stated) in row.stated.enumerated() {
                let part = row.measure.dot("stated.\(place + 1)")
                guard Self.text(part.dot("role"), book) == wanted,
                    let power = power(part, stated.unit)
                else { continue }
                return (stated, power)
            }
        }
        return nil
    }

    /// The power of ten nearest to a size above zero, from -30 to 30.
    private static func power(_ size: Double) -> Int {
        var (rest, power) = (size, 0)
        while rest >= 5, power < 30 { (rest, power) = (rest / 10, power + 1) }
        while rest < 0.5, power > -30 { (rest, power) = (rest * 10, power - 1) }
        return power
    }

    /// Whether a number says the same at a place and at the one behind it.
    private static func isRound(_ number: Double, _ unit: Unit, _ power: Int) -> Bool {
        var seen = unit == .ratio ? number * 100 : number
        for _ in 0..<abs(power) { seen = power > 0 ? seen / 10 : seen * 10 }
        return (seen.rounded() - (seen * 10).rounded() / 10).magnitude < 0.05
    }
}
