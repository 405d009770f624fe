/// Reads what joins statements: causes, definitions, quotations, and who is said to say so.
struct JointReader {
    /// The claims of the sentence, with those that were found here.
    private(set) var claims: [Claim]

    private let chunks: [Chunk]
    private let sentence: Int

    init(_ chunks: [Chunk], sentence: Int, claims: [Claim]) {
        self.chunks = chunks
        self.sentence = sentence
        self.claims = claims
        readSpeaker()
        readQuotations()
        readCauses()
        readDefinitions()
    }

    private var span: Range<Int> {
        (chunks.first?.span.lowerBound ?? 0)..<(chunks.last?.span.upperBound ?? 0)
    }

    // MARK: Speakers

    private mutating func readSpeaker() {
        guard let speaker else { return }
        for claim in claims.indices { claims[claim].speaker = speaker }
    }

    private var speaker: Range<Int>? {
        for (place, chunk) in chunks.enumerated() {
            switch chunk.term {
            case .accordingTo?:
                let named = chunks.dropFirst(place + 1).prefix(6).prefix {
                    $0.body != .piece(.comma)
                }
                guard let first = named.first, let last = named.last else { continue }
                return first.span.lowerBound..<last.span.upperBound
            case .says?:
                let named = chunks.prefix(place).suffix(4).reversed()
                    .prefix { $0.body != .piece(.comma) && $0.body != .piece(.quote) }
                guard let first = named.last, let last = named.first else { continue }
                return first.span.lowerBound..<last.span.upperBound
            default: continue
            }
        }
        return nil
    }

    // MARK: Quotations

    private mutating func readQuotations() {
        var open: Int?
        for (place, chunk) in chunks.enumerated() where chunk.body == .piece(.quote) {
            guard let start = open else {
                open = place
                continue
            }
            open = nil
            let quoted = chunks[start].span.lowerBound..<chunk.span.upperBound
            for claim in claims.indices
            where quoted.contains(claims[claim].span.lowerBound)
                && claims[claim].modality == .stated
            {
                claims[claim].modality = .quoted
            }
            guard place - start > 3 else { continue }
            var claim = Claim(kind: .quotation, span: quoted, sentence: sentence)
            claim.modality = .quoted
            claim.speaker = speaker
            claims.append(claim)
        }
    }

    // MARK: Causes

    /// A connective with a movement of the market on one side and something on the other.
    private mutating func readCauses() {
        for (place, chunk) in chunks.enumerated() {
            guard let term = chunk.term, term == .cause || term == .effect else { continue }
            let before = side(chunks[..<place], isBackwards: true)
            let after = side(chunks[(place + 1)...], isBackwards: false)
            guard let first = before ?? rest(from: place), let second = after,
                term == .effect || !isMove(after: place),
                !isBare(chunk, place),
                isMovement(chunks, term == .cause ? first : second, place)
            else { continue }
            var claim = Claim(
                kind: .cause,
                span: min(
                    first.lowerBound, chunk.span.lowerBound)..<max(
                        first.upperBound, second.upperBound), sentence: sentence)
            claim.connective = chunk.span
            claim.content = term == .cause ? second : first
            claim.effect = term == .cause ? first : second
            claims.append(claim)
            return
        }
    }

    /// Whether nothing but a movement follows: `after a 7% decline` is a time.
    private func isMove(after place: Int) -> Bool {
        for chunk in chunks.dropFirst(place + 1).prefix(4) {
            switch chunk.body {
            case .figures, .piece(.term(.article)), .piece(.window), .piece(.term(.of)): continue
            case .piece(.term(.changeNoun)), .piece(.term(.changeVerb)): return true
            case .piece, .subjects: return false
            }
        }
        return true
    }

    /// `as a group` joins nothing; `as` joins only what has a subject and a verb.
    private func isBare(_ connective: Chunk, _ place: Int) -> Bool {
        guard connective.span.count == 2 else { return false }
        let behind = chunks.dropFirst(place + 1).prefix(3)
        return behind.count { $0.term != .article } < 2
            || behind.contains { $0.body == .piece(.comma) }
    }

    /// Where a sentence begins with the connective, what comes behind the comma.
    private func rest(from place: Int) -> Range<Int>? {
        guard place <= 1, let comma = chunks.firstIndex(where: { $0.body == .piece(.comma) }),
            comma + 1 < chunks.count, let last = chunks.last
        else { return nil }
        return chunks[comma + 1].span.lowerBound..<last.span.upperBound
    }

    private func side(_ chunks: ArraySlice<Chunk>, isBackwards: Bool) -> Range<Int>? {
        let near = chunks.prefix { chunk in
            isBackwards || (chunk.body != .piece(.comma) && chunk.term != .clauseBreak)
        }
        guard near.count > 0, let first = near.first, let last = near.last else { return nil }
        return first.span.lowerBound..<last.span.upperBound
    }

    private func isMovement(_ chunks: [Chunk], _ range: Range<Int>, _ place: Int) -> Bool {
        chunks.contains { chunk in
            guard range.contains(chunk.span.lowerBound) else { return false }
            switch chunk.term {
            case .changeVerb?, .changeTo?, .changeNoun?, .changeAdverb?, .measure(.liquidations)?:
                return true
            case .rank?, .loses?, .breaks?: return true
            default: return false
            }
        }
    }

    // MARK: Definitions

    /// `TOTAL, the combined …`, `RSI, which measures …`.
    private mutating func readDefinitions() {
        for (place, chunk) in chunks.enumerated() {
            guard chunk.term == .defines || chunk.term == .definitionHead || chunk.term == .totalCap
            else { continue }
            let before = chunks[..<place].suffix(4)
            guard let named = before.last(where: { Self.isDefinable($0) }) else { continue }
            let isApposition =
                before.last { !$0.isFiller }.map {
                    $0.body == .piece(.comma) || $0.body == .piece(.dash)
                        || $0.body == .piece(.open)
                        || $0.term == .state
                } ?? false
            guard chunk.term == .defines || isApposition else { continue }
            let next = chunks.dropFirst(place + 1).first?.term
            if chunk.term == .totalCap, next != .of, next != .scope { continue }
            let behind = chunks[place...].prefix {
                ![.piece(.comma), .piece(.dash), .piece(.close)].contains($0.body)
            }
            guard let last = behind.last else { continue }
            var claim = Claim(
                kind: .definition, span: named.span.lowerBound..<last.span.upperBound,
                sentence: sentence)
            if case .subjects(let subjects) = named.body { claim.subject = subjects.last }
            if case .piece(.indicator(let indicator)) = named.body { claim.indicator = indicator }
            claim.content = chunk.span.lowerBound..<last.span.upperBound
            claims.append(claim)
            return
        }
    }

    private static func isDefinable(_ chunk: Chunk) -> Bool {
        switch chunk.body {
        case .subjects(let subjects):
            subjects.last.map { $0.kind == .market || $0.kind == .index } ?? false
        case .piece(.indicator): true
        case .piece, .figures: false
        }
    }
}
