/// A piece of a sentence with its meaning.
struct Lexeme: Hashable, Sendable {
    /// What it means.
    enum Piece: Hashable, Sendable {
        case subject(Subject)
        case term(Term)
        case figure(StatedFigure)
        case indicator(IndicatorReference)
        case window(Window)
        case date(StatedDate)
        case comma, semicolon, dash, open, close, quote
        case word
        /// Words with capitals that no vocabulary holds, and whether a sentence begins with them.
        case name(String, opensSentence: Bool)
        /// Digits that are no number: too many, or parted in a way no number is.
        case unreadable
        case sentenceEnd
    }

    /// What it means.
    let piece: Piece
    /// Where it stands in the text.
    let span: Range<Int>

    /// The term, where it is one.
    var term: Term? {
        if case .term(let term) = piece { return term }
        return nil
    }

    /// The subject, where it is one.
    var subject: Subject? {
        if case .subject(let subject) = piece { return subject }
        return nil
    }

    /// The figure, where it is one.
    var figure: StatedFigure? {
        if case .figure(let figure) = piece { return figure }
        return nil
    }
}
