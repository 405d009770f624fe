import Narrative

/// An article with its notes for a terminal: the text with numbers at its claims, and the notes below.
struct ArticleLines {
    /// The columns of prose.
    let width: Int

    /// The text, an empty line, and the notes.
    func lines(_ article: AnnotatedArticle) -> [TerminalLine] {
        var lines: [TerminalLine] = [legend, []]
        for paragraph in ArticleStretches(article).paragraphs {
            lines += text(paragraph, article) + [[]]
        }
        for note in article.notes { lines += self.note(note) }
        return lines
    }

    private var legend: TerminalLine {
        let words = AnnotatedArticle.Tone.allCases.map { "\($0.sign) \($0.meaning)" }
        return [TerminalPiece(words.joined(separator: "   "), .quiet)]
    }

    private func text(
        _ paragraph: ArticleStretches.Paragraph, _ article: AnnotatedArticle
    ) -> [TerminalLine] {
        let origin = Origin.name(paragraph.passage.text)
        var rows: [TerminalLine] = [[]]
        for stretch in paragraph.stretches {
            let look = stretch.notes.last.map { Self.look(article.notes[$0].tone) } ?? .plain
            for (place, line) in stretch.text.split(
                separator: "\n", omittingEmptySubsequences: false
            )
            .enumerated() {
                if place > 0 { rows.append([]) }
                if !line.isEmpty {
                    rows[rows.count - 1].append(TerminalPiece(String(line), look, origin))
                }
            }
            for end in stretch.ends { rows[rows.count - 1] += mark(article.notes[end]) }
        }
        return rows.filter { !$0.isEmpty }
            .flatMap { LineWrapping(width: width).lines($0) }
    }

    /// `[2 ✗]`, held to the words before it.
    private func mark(_ note: AnnotatedArticle.Note) -> TerminalLine {
        let look = Self.look(note.tone)
        return [
            TerminalPiece("[", look),
            TerminalPiece(NumberFormat.text(note.number), look, .name(note.number)),
            TerminalPiece((note.tone == .silent ? "" : note.tone.sign) + "]", look),
        ]
    }

    private func note(_ note: AnnotatedArticle.Note) -> [TerminalLine] {
        let look = Self.look(note.tone)
        let number = NumberFormat.text(note.number)
        let lead = [
            TerminalPiece.blank(4 - DisplayWidth.of(number)),
            TerminalPiece(number, look, .name(note.number)),
            TerminalPiece(" \(note.tone.sign) ", look),
        ]
        var head = [TerminalPiece(NumberFormat.text(note.verdict), look, .name(note.verdict))]
        head.append(TerminalPiece(": “", .plain))
        head.append(TerminalPiece(NumberFormat.text(note.words), .plain, .name(note.words)))
        head.append(TerminalPiece("”", .plain))
        let below = LineWrapping(width: width, lead: [.blank(7)], indent: 7)
        return LineWrapping(width: width, lead: lead, indent: 7).lines(head)
            + note.details.flatMap { below.lines(TerminalPiece.pieces(Phrase($0), .quiet)) }
    }

    private static func look(_ tone: AnnotatedArticle.Tone) -> TerminalPiece.Look {
        switch tone {
        case .right: .rise
        case .near, .open: .caution
        case .wrong: .fall
        case .silent: .plain
        }
    }
}
