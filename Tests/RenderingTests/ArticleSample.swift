import Evidence
import Narrative

/// A short article with notes that nest, overlap and touch.
enum ArticleSample {
    static func fact(_ measure: Measure, _ text: String) -> Fact {
        SampleEvidence.fact(measure, "question", .text(text), .text)
    }

    static func note(
        _ number: Int, _ span: Range<Int>, _ tone: AnnotatedArticle.Tone, words: String = "words"
    ) -> AnnotatedArticle.Note {
        let measure = Measure("claim.\(number)")
        return AnnotatedArticle.Note(
            number: SampleEvidence.number(
                measure.dot("number"), "question", Double(number), .count),
            words: fact(measure, words), kind: fact(measure.dot("kind"), "change"),
            verdict: fact(measure.dot("verdict"), "about right"), tone: tone, span: span,
            source: span, stated: [], measured: SmallSample.change,
            details: ["The data say \(SmallSample.change, .signed)."])
    }

    /// `Bitcoin fell 5% to $90.` and a line with a price, from 100 on.
    static func article(
        _ first: String = "Bitcoin fell 5% to $90.", notes: [AnnotatedArticle.Note]? = nil
    )
        -> AnnotatedArticle
    {
        AnnotatedArticle(
            passages: [
                .init(text: fact("article.1", first), start: 0),
                .init(text: fact("article.2", "Render\nRNDR\n$5.93 led"), start: 100),
            ],
            notes: notes ?? [
                note(1, 0..<23, .silent), note(2, 13..<15, .wrong), note(3, 19..<22, .near),
                note(4, 19..<22, .right), note(5, 100..<117, .open),
            ])
    }

    static func report(_ article: AnnotatedArticle) -> Report {
        SmallSample.report(sections: [Section("claims", "Claim by claim", [.article(article)])])
    }
}
