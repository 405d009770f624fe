/// A phrase of a sentence: subjects or figures that stand together, or a single piece.
struct Chunk: Hashable, Sendable {
    /// What stands there.
    enum Body: Hashable, Sendable {
        /// One subject or a list of them.
        case subjects([Subject])
        /// One figure or a list of them.
        case figures([StatedFigure])
        /// Anything else.
        case piece(Lexeme.Piece)
    }

    /// What stands there.
    let body: Body
    /// Where it stands in the text.
    let span: Range<Int>

    /// The term, where it is one.
    var term: Term? {
        if case .piece(.term(let term)) = body { return term }
        return nil
    }

    /// Whether nothing stands there that the grammar reads.
    var isFiller: Bool {
        switch body {
        case .piece(.word), .piece(.name), .piece(.term(.article)): true
        case .piece, .subjects, .figures: false
        }
    }
}
