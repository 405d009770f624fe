internal import Claims
internal import Evidence
internal import Market

extension FactScribe {
    /// An article's claims with their verdicts.
    mutating func recordReview(_ review: ArticleReview, isHeldAgainstData: Bool) {
        let counts = Verdict.allCases.map { verdict in
            (verdict, review.entries.count { $0.verdict == verdict })
        }
        for (verdict, count) in counts {
            record(
                Measure("claims.\(verdict.rawValue)"), of: .question, Double(count), .count,
                at: question.asOf, .claimCheck, from: [])
        }
        record(
            "claims.all", of: .question, Double(review.entries.count), .count, at: question.asOf,
            .claimCheck, from: [])
        if let worst = review.worst {
            recordText(
                "claims.worst", of: .question, worst.rawValue, at: question.asOf, .claimCheck,
                from: [])
        }
        if !isHeldAgainstData {
            recordText(
                "claims.alone", of: .question, "held against itself alone", at: question.asOf,
                .claimCheck, from: [])
        }
        for (place, name) in review.lookalikes.enumerated() {
            recordText(
                Measure("claims.lookalike.\(place + 1)"), of: .question, name, at: question.asOf,
                .claimCheck, from: [])
        }
        for (place, entry) in review.entries.enumerated() { record(entry, place + 1) }
    }

    private mutating func record(_ entry: ArticleReview.Entry, _ place: Int) {
        let measure = Measure("claim.\(place)")
        let words = [
            ("", entry.words), ("kind", entry.claim.kind.rawValue),
            ("verdict", entry.verdict.title), ("reason", entry.reason),
        ]
        for (name, text) in words where !text.isEmpty {
            recordText(
                name.isEmpty ? measure : measure.dot(name), of: .question, text,
                at: question.asOf, .claimCheck, from: [])
        }
        guard let fact = entry.measured, let number = fact.number else { return }
        record(
            measure.dot("measured"), of: fact.subject, number, fact.unit, low: fact.low,
            high: fact.high, at: fact.observedAt, fact.method, from: fact.provenance,
            standing: fact.standing)
    }
}
