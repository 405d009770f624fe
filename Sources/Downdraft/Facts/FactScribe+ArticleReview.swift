internal import Claims
internal import Evidence
internal import Market

extension FactScribe {
    /// An article's claims with their verdicts, and its text as far as a page shows it.
    mutating func recordReview(_ review: ArticleReview, isHeldAgainstData: Bool) {
        for verdict in Verdict.allCases {
            let count = review.entries.count { $0.verdict == verdict }
            record(
                Evidence.Measure("claims.\(verdict.rawValue)"), of: .question, Double(count),
                .count,
                at: question.asOf, .claimCheck, from: [])
        }
        record(
            "claims.all", of: .question, Double(review.entries.count), .count, at: question.asOf,
            .claimCheck, from: [])
        if let worst = review.worst { note("claims.worst", worst.rawValue) }
        if !isHeldAgainstData { note("claims.alone", "held against itself alone") }
        if review.isCut { note("claims.cut", "longer than is read") }
        for (place, name) in review.lookalikes.prefix(Self.mostNames).enumerated() {
            note(Evidence.Measure("claims.lookalike.\(place + 1)"), name)
        }
        for (place, name) in review.formerNames.prefix(Self.mostNames).enumerated() {
            note(Evidence.Measure("claims.formerName.\(place + 1)"), name)
        }
        recordText(of: review)
        for (place, entry) in review.entries.enumerated() { record(entry, place + 1) }
    }

    /// The most names of a kind that are reported one by one.
    private static let mostNames = 50
    /// The most scalars of an article that a page shows.
    private static let longestText = 200_000

    private mutating func note(_ measure: Evidence.Measure, _ text: String) {
        recordText(measure, of: .question, text, at: question.asOf, .claimCheck, from: [])
    }

    private mutating func count(_ measure: Evidence.Measure, _ number: Int) {
        record(
            measure, of: .question, Double(number), .count, at: question.asOf, .claimCheck, from: []
        )
    }

    /// The paragraphs of the text, with where each begins.
    private mutating func recordText(of review: ArticleReview) {
        let scalars = review.text.scalars.prefix(Self.longestText)
        var place = 0
        for paragraph in scalars.split(separator: "\u{2029}") where !paragraph.isEmpty {
            place += 1
            var text = String.UnicodeScalarView()
            text.append(contentsOf: paragraph)
            note(Evidence.Measure("article.\(place)"), String(text))
            count(Evidence.Measure("article.\(place).start"), paragraph.startIndex)
        }
    }

    private mutating func record(_ entry: ArticleReview.Entry, _ place: Int) {
        let measure = Evidence.Measure("claim.\(place)")
        note(measure, entry.words)
        let words: [(String, String?)] = [
            ("kind", entry.claim.kind.rawValue), ("verdict", entry.verdict.title),
            ("code", entry.verdict.rawValue), ("reason", entry.reason),
            ("about", entry.claim.subject?.id), ("other", entry.other),
            ("remedy", entry.remedy?.rawValue),
            ("referent", entry.isReferentAmbiguous ? "open" : nil),
        ]
        for (name, text) in words {
            if let text, !text.isEmpty { note(measure.dot(name), text) }
        }
        let places = [
            ("number", place), ("start", entry.claim.span.lowerBound),
            ("end", entry.claim.span.upperBound), ("source.start", entry.source.lowerBound),
            ("source.end", entry.source.upperBound),
        ]
        for (name, number) in places { count(measure.dot(name), number) }
        recordFigures(entry, measure)
        for (name, fact) in [
            ("measured", entry.measured), ("firstSeen", entry.timing?.firstSeen),
            ("onset", entry.timing?.onset), ("lead", entry.timing?.lead),
        ] {
            if let fact { repeated(fact, as: measure.dot(name)) }
        }
        guard let fact = entry.measured, fact.value != .none else { return }
        note(measure.dot("method"), fact.method.description)
        let sources = fact.sources.map(\.text)
        if !sources.isEmpty { note(measure.dot("sources"), sources.joined(separator: ", ")) }
    }

    /// A fact under another measure, with all that vouches for it.
    private mutating func repeated(_ fact: Fact, as measure: Evidence.Measure) {
        guard fact.value != .none else { return }
        record(
            measure, of: fact.subject, fact.value, fact.unit, low: fact.low, high: fact.high,
            at: fact.observedAt, fact.method, from: fact.provenance, standing: fact.standing)
    }

    // MARK: Figures

    /// The figures as they are stated, each with the values that print so, and what they imply.
    private mutating func recordFigures(_ entry: ArticleReview.Entry, _ measure: Evidence.Measure) {
        for (place, stated) in entry.claim.figures.enumerated() {
            let figure = stated.figure
            let part = measure.dot("stated.\(place + 1)")
            let (unit, scale) = Self.unit(figure.unit)
            let range = figure.confirmed
            let isBounded = range.lowerBound.isFinite && range.upperBound.isFinite
            record(
                part, of: .question, figure.value / scale, unit,
                low: isBounded ? range.lowerBound / scale : nil,
                high: isBounded ? range.upperBound / scale : nil, at: question.asOf, .claimCheck,
                from: [])
            if isBounded {
                for (name, bound) in [("low", range.lowerBound), ("high", range.upperBound)] {
                    record(
                        part.dot(name), of: .question, bound / scale, unit, at: question.asOf,
                        .claimCheck, from: [])
                }
            }
            record(
                part.dot("place"), of: .question, figure.place / scale, unit, at: question.asOf,
                .claimCheck, from: [])
            note(part.dot("role"), stated.role.rawValue)
            if figure.hedge != .exact { note(part.dot("hedge"), figure.hedge.rawValue) }
        }
        guard let implied = entry.implied, let compared = Self.compared(entry.claim) else { return }
        let (unit, scale) = Self.unit(compared.unit)
        record(
            measure.dot("implied"), of: .question,
            (implied.lowerBound / 2 + implied.upperBound / 2) / scale, unit,
            low: implied.lowerBound / scale, high: implied.upperBound / scale, at: question.asOf,
            .claimCheck, from: [], standing: .estimated)
    }

    /// The figure that the article's own arithmetic is held against.
    private static func compared(_ claim: Claim) -> StatedFigure? {
        claim.figure(.change) ?? claim.figure(.value)
    }

    /// The unit of a stated figure, and what to divide it by.
    private static func unit(_ unit: FigureUnit) -> (unit: Unit, scale: Double) {
        switch unit {
        case .percent: (.ratio, 100)
        case .percentagePoints: (.points, 100)
        case .basisPoints: (.points, 10_000)
        case .dollar: (.usd, 1)
        case .plain: (.level, 1)
        case .euro, .pound, .yuan, .coin, .times: (.coefficient, 1)
        }
    }
}
