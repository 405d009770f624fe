import Narrative

/// An article with its notes in Markdown: the text as a quotation with numbers, and the notes as a list.
struct ArticleMarkdown {
    let marking: any OriginMarking

    /// The quotation and the list.
    func text(_ article: AnnotatedArticle) -> String {
        let paragraphs = ArticleStretches(article).paragraphs.flatMap { lines($0, article) }
        let notes = article.notes.map(note)
        return
            ([legend, paragraphs.map { "> " + $0 }.joined(separator: "\n>\n")]
            + [notes.joined(separator: "\n")]).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var legend: String {
        AnnotatedArticle.Tone.allCases.map { "\($0.sign) \($0.meaning)" }.joined(separator: " · ")
    }

    private func lines(
        _ paragraph: ArticleStretches.Paragraph, _ article: AnnotatedArticle
    ) -> [String] {
        let origin = Origin.name(paragraph.passage.text)
        var lines = [""]
        for stretch in paragraph.stretches {
            let tone = stretch.notes.last.map { article.notes[$0].tone }
            for (place, line) in stretch.text.split(
                separator: "\n", omittingEmptySubsequences: false
            )
            .enumerated() {
                if place > 0 { lines.append("") }
                guard !line.isEmpty else { continue }
                let written = marking.mark(MarkdownEscaping.text(String(line)), origin)
                lines[lines.count - 1] += isLoud(tone) ? "**\(written)**" : written
            }
            for end in stretch.ends { lines[lines.count - 1] += mark(article.notes[end]) }
        }
        return lines.filter { $0.contains { $0 != " " } }
    }

    private func isLoud(_ tone: AnnotatedArticle.Tone?) -> Bool {
        tone == .near || tone == .open || tone == .wrong
    }

    private func mark(_ note: AnnotatedArticle.Note) -> String {
        let number = marking.mark(NumberFormat.text(note.number), .name(note.number))
        return " \\[\(number)\(note.tone == .silent ? "" : " " + note.tone.sign)\\]"
    }

    private func note(_ note: AnnotatedArticle.Note) -> String {
        let verdict = marking.mark(
            MarkdownEscaping.text(NumberFormat.text(note.verdict)), .name(note.verdict))
        let words = marking.mark(
            MarkdownEscaping.text(NumberFormat.text(note.words)), .name(note.words))
        let details = note.details.map {
            Phrase($0).written(escape: MarkdownEscaping.text, marking: marking)
        }
        return (["-\(mark(note)) **\(verdict)**: “\(words)”."] + details).joined(separator: " ")
    }
}
