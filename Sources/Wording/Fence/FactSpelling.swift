internal import Evidence
internal import Narrative
internal import Rendering

/// One way in which a reader sees a fact, as tokens.
struct FactSpelling: Sendable {
    /// What of the fact is told.
    let use: FactUse
    /// What a sentence puts there.
    let span: Sentence.Span
    /// What a reader sees, as tokens without their places.
    let tokens: [WordingToken.Kind]
    /// Whether a minus or plus sign is seen.
    var showsSign: Bool {
        guard case .number(let number)? = tokens.first else { return false }
        return number.sign != nil
    }

    /// The ways a sentence of ours and its facts may be spelled; those of the sentence itself first.
    ///
    /// Numbers keep all digits of the template: a coarser rounding is another figure. Instants and days may be told as
    /// a day, as a clock time, and with the month first. A text stands for itself only as its stand-in `NAME1`, or where it is one
    /// word with a capital or digit that no list knows: words from outside must not pass for ours.
    static func table(_ anchor: Sentence, label: (Fact) -> Int?) -> [FactSpelling] {
        var table: [FactSpelling] = []
        var seen: Set<Sentence.Span> = []
        let spans = anchor.spans + anchor.spans.flatMap(alternatives)
        for span in spans where seen.insert(span).inserted {
            guard let use = FactUse(span, label: { $0.fact.flatMap(label) }) else { continue }
            for text in texts(span, use) {
                let tokens = WordingTokenizer(text).tokens.map(\.kind)
                if !tokens.isEmpty {
                    table.append(FactSpelling(use: use, span: span, tokens: tokens))
                }
            }
            if use.part == .text || use.part == .subject {
                table.append(FactSpelling(use: use, span: span, tokens: [.name(use.label)]))
            }
        }
        return table
    }

    /// Other stretches that tell the same.
    private static func alternatives(_ span: Sentence.Span) -> [Sentence.Span] {
        switch span {
        case .value(let fact, let style):
            switch fact.value {
            case .number:
                return style == .interval || style == .rough
                    ? [] : [.plain, .magnitude, .signed].map { .value(fact, $0) }
            case .instant: return [.plain, .date, .moment].map { .value(fact, $0) }
            case .day: return [.date, .moment].map { .value(fact, $0) }
            case .text, .none: return []
            }
        case .observed(let fact, _): return [.plain, .date, .moment].map { .observed(fact, $0) }
        case .words, .measure, .subject, .named, .publisher: return []
        }
    }

    /// The characters in which a stretch may be written.
    private static func texts(_ span: Sentence.Span, _ use: FactUse) -> [String] {
        let text = span.spelled
        if use.part == .text || use.part == .subject {
            return ForeignName.isHarmless(text) || isOwnName(span, text) ? [text] : []
        }
        return [text] + [monthFirst(text)].compactMap { $0 }
    }

    /// Whether a name that the fence knows stands as what a fact is about.
    private static func isOwnName(_ span: Sentence.Span, _ text: String) -> Bool {
        guard case .subject = span else { return false }
        return WordLexicon.subjects[text.lowercased()] != nil
    }

    /// `27 January 2025 12:00 UTC` as `January 27, 2025 12:00 UTC`; `nil` for what is no date.
    private static func monthFirst(_ text: String) -> String? {
        let words = text.split { $0 == " " || $0 == "\u{A0}" }
        guard words.count >= 2, let day = Int(words[0]), (1...31).contains(day),
            words[1].allSatisfy(\.isLetter), WordLexicon.dates.contains(month(words[1]))
        else { return nil }
        let isYear = words.count > 2 && words[2].count == 4 && Int(words[2]) != nil
        return "\(words[1]) \(words[0])\(isYear ? "," : "") "
            + words.dropFirst(2).joined(separator: " ")
    }

    private static func month(_ word: Substring) -> String {
        guard case .word(let month)? = WordingTokenizer(String(word)).tokens.first?.kind else {
            return ""
        }
        return month
    }
}

extension Sentence.Span {
    /// The fact of a stretch; `nil` for words.
    var fact: Fact? {
        switch self {
        case .words, .publisher: nil
        case .value(let fact, _), .measure(let fact), .subject(let fact), .named(let fact),
            .observed(let fact, _):
            fact
        }
    }
}
