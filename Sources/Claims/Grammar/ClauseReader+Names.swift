extension ClauseReader {
    /// A name that no vocabulary holds. Where it stands as a subject does and something is told of it, it is
    /// one: what is told is not told of what was spoken of before.
    mutating func read(_ name: String, _ span: Range<Int>, opensSentence: Bool) {
        guard isSubjectPlace, !isAboutLiquidations, tells(opensSentence: opensSentence) else {
            return
        }
        let subject = Subject(kind: .unknown, id: name, span: span, resolution: .named)
        discourse.note([subject])
        if !state.event.isEmpty { endClause(keepsSubjects: false) }
        state.subjects = [subject]
        state.isExplicit = true
    }

    /// Whether a clause begins here: at the start, behind a comma or behind a joint.
    private var isSubjectPlace: Bool {
        var at = place - 1
        while at >= 0, chunks[at].term == .article || chunks[at].body == .piece(.word),
            place - at <= 3
        {
            at -= 1
        }
        guard at >= 0 else { return true }
        switch chunks[at].body {
        case .piece(.comma), .piece(.semicolon), .piece(.dash): return true
        case .piece(.date), .piece(.window): return true
        case .piece(.term(let term)):
            switch term {
            case .and, .clauseBreak, .which, .relativeDay, .window, .cause, .forecast: return true
            default: return false
            }
        default: return false
        }
    }

    /// Whether a movement or a state is told behind the name: `Nvidia fell`, `Nasdaq futures are down`,
    /// `Nvidia's 17% drop`.
    private func tells(opensSentence: Bool) -> Bool {
        var steps = 0
        for chunk in chunks.dropFirst(place + 1) {
            switch chunk.body {
            case .piece(.word), .piece(.name):
                steps += 1
                guard steps <= 3 else { return false }
            case .piece(.term(.article)): continue
            case .piece(.term(.changeVerb)), .piece(.term(.changeTo)): return true
            case .piece(.term(.state)), .piece(.term(.changeAdverb)):
                return !opensSentence || steps < 3
            case .figures(let figures):
                return steps > 0 && !opensSentence && figures.allSatisfy { $0.unit == .percent }
            default: return false
            }
        }
        return false
    }
}
