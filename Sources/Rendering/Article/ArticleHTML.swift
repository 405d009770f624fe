import Evidence
import Narrative

/// An article with its notes for a page: the text on the left, the notes on the right, each leading to the
/// other by hover, by focus and by link, without a script.
struct ArticleHTML {
    /// The page the article stands on.
    let page: HTMLRenderer

    /// The text and the notes.
    func html(_ article: AnnotatedArticle) -> String {
        let paragraphs = ArticleStretches(article).paragraphs.map { paragraph($0, article) }
        return """
            <p class="legend">\(legend)</p>
            <div class="check">
            <div class="told" role="group" aria-label="The article">
            \(paragraphs.joined())</div>
            <ol class="notes" aria-label="Notes" tabindex="0">
            \(article.notes.enumerated().map { note($1, $0) }.joined())</ol>
            </div>

            """
    }

    private var legend: String {
        AnnotatedArticle.Tone.allCases.map { tone in
            "<span class=\"\(tone.rawValue)\"><b class=\"sign\">\(tone.sign)</b> \(tone.meaning)</span>"
        }
        .joined(separator: " ")
    }

    // MARK: Text

    private func paragraph(
        _ paragraph: ArticleStretches.Paragraph, _ article: AnnotatedArticle
    ) -> String {
        var body = ""
        for stretch in paragraph.stretches {
            body += self.stretch(stretch, article, paragraph.passage.text)
            for end in stretch.ends { body += mark(article.notes[end], end) }
        }
        return "<p dir=\"auto\">\(body)</p>\n"
    }

    private func stretch(
        _ stretch: ArticleStretches.Stretch, _ article: AnnotatedArticle, _ fact: Fact
    ) -> String {
        guard !stretch.text.isEmpty else { return "" }
        let text = HTMLEscaping.text(stretch.text)
        var look = ""
        if let inner = stretch.notes.last {
            let classes = stretch.notes.map { "c\($0 + 1)" } + [article.notes[inner].tone.rawValue]
            look = " class=\"claim \(classes.joined(separator: " "))\""
        }
        // A receipt at every word of somebody else's text would say nothing.
        guard page.marking is HTMLMarking else {
            return "<span\(look)>\(page.marking.mark(text, .name(fact)))</span>"
        }
        return "<span\(look) data-fact=\"\(fact.id)\">\(text)</span>"
    }

    private func mark(_ note: AnnotatedArticle.Note, _ place: Int) -> String {
        "<sup><a class=\"\(note.tone.rawValue) c\(place + 1)\" id=\"m\(place + 1)\" href=\"#n\(place + 1)\">"
            + "\(named(note.number))</a></sup>"
    }

    // MARK: Notes

    private func note(_ note: AnnotatedArticle.Note, _ place: Int) -> String {
        let details = note.details.map { "<p>\(page.text($0))</p>\n" }
        return """
            <li class="note \(note.tone.rawValue)" id="n\(place + 1)">
            <p class="verdict"><a href="#m\(place + 1)">\(named(note.number))</a> \
            <b class="sign">\(note.tone.sign)</b> <b>\(named(note.verdict))</b></p>
            <blockquote dir="auto">\(named(note.words))</blockquote>
            \(details.joined())</li>

            """
    }

    /// The value of a fact that is read, not doubted: it has no place of its own among the stops of a keyboard.
    private func named(_ fact: Fact) -> String {
        let text = HTMLEscaping.text(NumberFormat.text(fact))
        guard page.marking is HTMLMarking else { return page.marking.mark(text, .name(fact)) }
        return "<span data-fact=\"\(fact.id)\">\(text)</span>"
    }
}
