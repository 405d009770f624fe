/// From a text to its claims.
package struct ClaimGrammar: Sendable {
    /// The most phrases that are read as one sentence; a longer one is cut.
    static let sentenceLimit = 400

    /// The most claims that are read, but for the sentence in which they were reached.
    static let claimLimit = 20_000

    private let vocabulary: Vocabulary

    /// A grammar with the names it may meet.
    package init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// The claims of a text, in its order, with what could not be read.
    ///
    /// - Complexity: linear in the text.
    package func extraction(of text: ArticleText) -> Extraction {
        let reader = LexemeReader(text, vocabulary)
        var claims: [Claim] = []
        var sentences: [Range<Int>] = []
        var discourse = Discourse()
        var start = 0
        for (place, lexeme) in reader.lexemes.enumerated() {
            guard lexeme.piece == .sentenceEnd || place - start >= Self.sentenceLimit else {
                continue
            }
            let lexemes = reader.lexemes[start..<place]
            start = place + 1
            guard let first = lexemes.first, let last = lexemes.last else { continue }
            let number = sentences.count
            sentences.append(first.span.lowerBound..<last.span.upperBound)
            guard claims.count < Self.claimLimit else { break }
            claims += self.claims(of: lexemes, sentence: number, &discourse)
        }
        return Extraction(
            claims: claims, sentences: sentences, lookalikes: reader.lookalikes,
            unreadable: reader.unreadable, steps: reader.steps)
    }

    private func claims(
        of lexemes: ArraySlice<Lexeme>, sentence: Int, _ discourse: inout Discourse
    ) -> [Claim] {
        let chunks = ChunkReader(lexemes)
        var clauses = ClauseReader(
            chunks.chunks, sentence: sentence, discourse: discourse,
            market: vocabulary.market)
        discourse = clauses.discourse
        for (subject, figure) in chunks.tiles {
            var claim = Claim(
                kind: .level, span: subject.span.lowerBound..<figure.span.upperBound,
                sentence: sentence)
            claim.subject = subject
            claim.measure = .price
            claim.relation = .at
            claim.isPresent = true
            claim.figures = [Claim.Figure(role: .value, figure: figure)]
            clauses.claims.append(claim)
        }
        let joints = JointReader(chunks.chunks, sentence: sentence, claims: clauses.claims)
        return joints.claims.sorted {
            ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
        }
    }
}
