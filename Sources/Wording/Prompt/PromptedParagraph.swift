internal import Evidence
internal import Narrative
internal import Rendering

/// The sentences of one paragraph on their way to a model: those that tell facts, with the facts labelled from 1.
///
/// Words from outside, such as names out of headlines, never reach the model unless they are one harmless word: in their place
/// stands `NAME1`, and what an attacker wrote into a headline instructs nobody.
struct PromptedParagraph: Sendable {
    /// The sentences that a model may reword, with their places in the paragraph.
    let sentences: [(place: Int, sentence: Sentence)]
    /// The labels of the facts, by their ids.
    let labels: [String: Int]
    private let facts: [Fact]

    /// A paragraph; sentences without facts, and all beyond `limit`, are left to the template.
    init(_ paragraph: [Sentence], limit: Int) {
        sentences = Array(
            paragraph.enumerated().filter { !$0.element.facts.isEmpty }.prefix(limit)
                .map { (place: $0.offset, sentence: $0.element) })
        var labels: [String: Int] = [:]
        var facts: [Fact] = []
        for fact in sentences.flatMap(\.sentence.facts) where labels[fact.id] == nil {
            facts.append(fact)
            labels[fact.id] = facts.count
        }
        self.labels = labels
        self.facts = facts
    }

    /// What the model is asked.
    var question: String {
        """
        Facts:
        \(facts.enumerated().map { line($0.element, $0.offset + 1) }.joined(separator: "\n"))

        Sentences:
        \(sentences.enumerated().map { "S\($0.offset + 1): " + cited($0.element.sentence) }.joined(separator: "\n"))

        Reword \(sentences.count == 1 ? "S1" : "S1 to S\(sentences.count)"), one line each, beginning with the label.
        """
    }

    /// The rules, the same for every paragraph.
    static let rules = """
        You reword sentences of a market report. Answer with one line for each sentence and nothing else. Begin each line with \
        the label of its sentence, such as S1:. Keep every number, unit, date and token such as NAME1 exactly as written, and put \
        its citation, such as [f1], right after it. Tell every fact of the sentence. Add no number, date, name, cause or opinion. \
        Keep words such as not, at least, every and only. Use plain words: fell, rose, stood, was.
        """

    private func line(_ fact: Fact, _ label: Int) -> String {
        let about = fact.subject.name
        let isShown =
            ForeignName.isHarmless(about) || WordLexicon.subjects[about.lowercased()] != nil
        let value = plain(.value(fact, .plain), label)
        return "[f\(label)] \(value) (\(fact.measure.name)\(isShown ? ", \(about)" : ""))"
    }

    private func cited(_ sentence: Sentence) -> String {
        sentence.spans.map { span in
            guard let fact = span.fact, let label = labels[fact.id] else {
                return folded(span.spelled)
            }
            return plain(span, label) + " [f\(label)]"
        }
        .joined()
    }

    /// A stretch as a model sees it.
    private func plain(_ span: Sentence.Span, _ label: Int) -> String {
        let text = span.spelled
        switch span {
        case .value(let fact, _):
            guard case Fact.Value.text = fact.value else { return folded(text) }
            return ForeignName.isHarmless(text) ? text : ForeignName.standIn(label)
        case .subject, .named:
            let isShown =
                ForeignName.isHarmless(text) || WordLexicon.subjects[text.lowercased()] != nil
            return isShown ? text : ForeignName.standIn(label)
        case .words, .measure, .observed, .publisher: return folded(text)
        }
    }

    /// The text with plain spaces and minus signs, as models write them.
    private func folded(_ text: String) -> String {
        String(text.map { $0 == "\u{A0}" ? " " : $0 == "\u{2212}" ? "-" : $0 })
    }
}
