/// What tells one figure of a sentence from another.
enum ContextKey: Hashable {
    /// A window, side, order or kind of average.
    case word(String)
    /// A direction that belongs to no figure with a sign: `155 lost`.
    case direction(WordLexicon.Direction)
    /// A subject named by a word, as facts write it; `market` for any index.
    case subject(String)
    /// A name that is the text of a fact, or the name of what it measures.
    case name(FactUse)
    /// `from` or `to` right before a figure.
    case order(String)
}

extension WordedLine {
    /// The keys with the figures each belongs to; direction words that belong to a figure with a sign are left out.
    func keys(bound: Set<Int>) -> [(place: Int, key: ContextKey, owners: Set<FactUse>)] {
        elements.indices.compactMap { place in
            guard let key = key(at: place, bound: bound) else { return nil }
            if case .order = key {
                return (place, key, Set([elements[place + 1].use].compactMap { $0 }))
            }
            if case .name = key { return (place, key, owners(of: place, both: true)) }
            return (place, key, owners(of: place))
        }
    }

    private func key(at place: Int, bound: Set<Int>) -> ContextKey? {
        switch elements[place] {
        case .name(let use): return .name(use)
        case .value, .mark: return nil
        case .word(let word):
            if ["from", "to"].contains(word), elements.indices.contains(place + 1),
                case .value = elements[place + 1]
            {
                return .order(word)
            }
            if let way = WordLexicon.direction(of: word) {
                return bound.contains(place) || isUpTo(place) ? nil : .direction(way.direction)
            }
            if let subject = WordLexicon.subjects[word] { return .subject(subject) }
            return WordLexicon.contrasts.contains(word) ? .word(word) : nil
        }
    }
}
