internal import Evidence
internal import Market

/// Spanish, as a newspaper would write it: percentages with their article, clock times with theirs, verbs that
/// agree with how many did it. Its sentences are written from the facts, not from the English ones.
struct SpanishPhrasebook: Phrasebook {
    /// A phrase: `a las 12:00 UTC del 27 de enero de 2025`, for the moment that a fact holds.
    func at(_ moment: Fact) -> Sentence {
        "\(hour(moment.value.instant)) \(moment, .clock) del \(moment, .date)"
    }

    /// The same for the moment at which a fact was observed.
    func at(observed fact: Fact) -> Sentence {
        "\(hour(fact.observedAt)) \(observed: fact, .clock) del \(observed: fact, .date)"
    }

    /// One o'clock is singular, every other hour plural.
    private func hour(_ instant: Timestamp?) -> Sentence {
        let hours = instant.map { $0.sinceMidnight.inHours } ?? 0
        return hours >= 1 && hours < 2 ? "a la" : "a las"
    }

    /// The form that agrees with a count: the singular for one alone.
    func agreeing(_ count: Fact, _ one: Sentence, _ several: Sentence) -> Sentence {
        count.number == 1 ? one : several
    }

    /// `por debajo` or `por encima`.
    func side(_ distance: Fact) -> Sentence {
        (distance.number ?? 0) < 0 ? "por debajo" : "por encima"
    }

    /// `A, B y C`.
    func listed(_ parts: [Sentence]) -> Sentence {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return "\(Array(parts.dropLast()).joined(by: ", ")) y \(last)"
    }
}
