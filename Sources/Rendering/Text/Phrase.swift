import Evidence
import Market
import Narrative

/// A sentence in characters: cleaned and formatted, not yet escaped for any format.
struct Phrase: Sendable {
    /// Characters with one origin.
    struct Run: Sendable {
        /// The characters.
        let text: String
        /// What vouches for them; `nil` for words of ours.
        let origin: Origin?
    }

    /// The runs, in reading order.
    private(set) var runs: [Run] = []

    /// An empty phrase.
    init() {}

    /// A sentence in characters.
    init(
        _ sentence: Sentence, in language: any PageLanguage = EnglishPage(), room: Room = .sentence
    ) {
        for span in sentence.spans {
            switch span {
            case .words(let words): append(CleanText.literal(words))
            case .value(let fact, let style):
                append(NumberFormat.text(fact, style, in: language, room: room), .fact(fact))
            case .measure(let fact): append(Self.name(language.name(fact.measure)), .name(fact))
            case .named(let fact):
                guard case .text(let name) = fact.value else { continue }
                append(Self.name(language.name(Measure(name))), .name(fact))
            case .publisher(let source): append(CleanText.inline(source.publisher), .source(source))
            case .subject(let fact): append(CleanText.inline(fact.subject.name), .name(fact))
            case .observed(let fact, let style):
                guard let instant = fact.observedAt else { continue }
                append(MomentFormat.text(instant, style, in: language), .name(fact))
            }
        }
    }

    /// Sentences that run on.
    init(_ sentences: [Sentence], in language: any PageLanguage = EnglishPage()) {
        for sentence in sentences where !sentence.isEmpty {
            if !runs.isEmpty { append(" ") }
            append(Phrase(sentence, in: language))
        }
    }

    /// Words, or text that something vouches for.
    init(_ text: String, _ origin: Origin? = nil) {
        append(text, origin)
    }

    /// The characters alone.
    var text: String { runs.map(\.text).joined() }

    /// Whether there is nothing to read.
    var isEmpty: Bool { runs.isEmpty }

    /// The columns of a terminal it takes.
    var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }

    /// Adds text at the end.
    mutating func append(_ text: String, _ origin: Origin? = nil) {
        if !text.isEmpty { runs.append(Run(text: text, origin: origin)) }
    }

    /// Adds a phrase at the end.
    mutating func append(_ phrase: Phrase) {
        runs += phrase.runs
    }

    /// The characters with each run written by a format: escaped, then marked where vouched for.
    func written(escape: (String) -> String, marking: some OriginMarking) -> String {
        runs.map { run in
            let escaped = escape(run.text)
            return run.origin.map { marking.mark(escaped, $0) } ?? escaped
        }
        .joined()
    }

    /// The name of a measure, with its numbers held to their units.
    static func name(_ text: String) -> String {
        var held = ""
        for character in CleanText.inline(text) {
            let follows = held.last?.isNumber ?? false
            held += character == " " && follows ? NumberFormat.gap : String(character)
        }
        return held
    }
}
