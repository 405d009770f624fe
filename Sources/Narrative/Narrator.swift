public import Evidence
public import Market

/// Tells what a book of evidence holds, by rule: the same facts give the same words.
///
/// Each section looks up the facts it needs and leaves out what is not there; what a reader would
/// miss is named among the gaps.
public struct Narrator: Sendable {
    let book: EvidenceBook
    /// The window of the question, as measures spell it.
    let window: String
    /// The language that explanations are told in.
    let language: Language
    /// Its sentences.
    let phrases: any Phrasebook

    /// A narrator of one book. Explanations are told in the language given, all other reports in English.
    public init(book: EvidenceBook, window: String, language: Language = .english) {
        self.book = book
        self.window = window
        self.language = language
        phrases = language.phrasebook
    }

    /// The whole report. `window` is the window as the reader spells it.
    public func report(window spelled: String, sources: [Source]) -> Report {
        Report(
            title: phrases.question(asOf: asOfFact), asOf: asOf, window: spelled,
            headline: headline, lead: lead,
            sections: [
                distance, unusual, coins, breadthSection, sectors, volume, leverage,
                technical, onsets, causes, news, context, ahead(of: .total), published,
            ].compactMap { $0 }, book: book, gaps: gaps, sources: sources, language: language)
    }

    /// The instant of the question.
    var asOf: Timestamp {
        guard let instant = asOfFact.value.instant else {
            preconditionFailure("an as-of is an instant")
        }
        return instant
    }

    /// The fact that holds it.
    var asOfFact: Fact {
        guard let fact = book["asOf", .question] else {
            preconditionFailure("a book of evidence holds its question's as-of")
        }
        return fact
    }
}

extension Narrator {
    /// The latest fact of a measure and subject that says something.
    func fact(_ measure: Measure, _ subject: Subject) -> Fact? {
        guard let fact = book[measure, subject], fact.value != .none else { return nil }
        return fact
    }

    /// The change of the whole market over the window: the provider's, or else our own.
    var marketChange: Fact? {
        fact(.change(window), .total) ?? fact(.change(window), .own)
    }

    /// The sector in focus.
    var exposed: ExposedSector? {
        guard case .text(let name)? = fact("exposed", .question)?.value else { return nil }
        let subject = Subject("sector:\(name)")
        return fact(.title, subject).map { ExposedSector(subject: subject, title: $0) }
    }

    /// The window in words: `in 24 h`, `since midnight UTC`.
    var overWindow: Sentence {
        let span = fact("window.days", .question) ?? fact("window", .question)
        return phrases.over(window == "utcDay" ? nil : span)
    }

    /// What a change did, in the past: `fell 6.71 %`, `rose 1.20 %`.
    func moved(_ change: Fact) -> Sentence { phrases.moved(change) }

    /// Whether the market as a whole fell.
    var marketFell: Bool { (marketChange?.number ?? 0) < 0 }

    /// The sector in focus with its change.
    var exposedChange: SectorChange? {
        exposed.flatMap { sector in
            fact(.change(window), sector.subject).map {
                SectorChange(title: sector.title, change: $0)
            }
        }
    }

    /// A column of words under its heading.
    func words(_ column: WordColumn) -> Table.Column { .words(phrases.heading(column)) }

    /// A column of numbers under its heading.
    func figures(_ column: FigureColumn) -> Table.Column { .numbers(phrases.heading(column)) }

    /// A section under its title.
    func section(_ id: String, _ title: SectionTitle, _ blocks: [Block]) -> Section {
        Section(id, phrases.title(title), blocks)
    }

    /// A cell with a fact, or an empty one.
    func cell(_ fact: Fact?, _ style: FactStyle = .plain) -> Sentence {
        fact.map { "\($0, style)" } ?? ""
    }

    /// The facts of a measure for subjects of a kind, by a rank.
    func ranked(
        _ measure: Measure, kind: String, by areInOrder: (Double, Double) -> Bool
    ) -> [Fact] {
        book.all(measure)
            .filter { $0.subject.kind == kind && $0.subject.parent == nil && $0.number != nil }
            .sorted { left, right in
                guard let first = left.number, let second = right.number, first != second else {
                    return left.subject < right.subject
                }
                return areInOrder(first, second)
            }
    }
}

/// The sector in focus, with its title.
struct ExposedSector {
    let subject: Subject
    let title: Fact
}
