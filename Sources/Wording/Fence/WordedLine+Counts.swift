extension WordedLine {
    /// How often each qualifier occurs; `up to` is one.
    var qualifierCounts: [String: Int] {
        elements.indices.reduce(into: [:]) { counts, place in
            guard let word = elements[place].word else { return }
            if isUpTo(place) {
                counts["up to", default: 0] += 1
            } else if WordLexicon.qualifiers.contains(word) {
                counts[word, default: 0] += 1
            }
        }
    }

    /// What is denied: each denying word with the word after it, in order.
    var denials: [String] {
        elements.indices.compactMap { place in
            guard let word = elements[place].word, WordLexicon.negations.contains(word) else {
                return nil
            }
            let next = elements.indices.contains(place + 1) ? elements[place + 1].word : nil
            return word + " " + (next ?? "")
        }
        .sorted()
    }

    /// How often each fact is told.
    var useCounts: [FactUse: Int] {
        elements.compactMap(\.use).reduce(into: [:]) { counts, use in counts[use, default: 0] += 1 }
    }

    /// Whether it blames the news: `on news`, `on the news`.
    var blamesNews: Bool {
        let words = elements.map { $0.word ?? "" }
        return words.indices.contains { place in
            words[place] == "on"
                && words[(place + 1)...].prefix(2).contains { $0 == "news" || $0 == "back" }
        }
    }

    /// Three words in a row that occur twice here and not so in another line; `nil` where there are none.
    func repeatedWords(beyond other: WordedLine) -> String? {
        let mine = triples
        let theirs = other.triples
        return mine.filter { $0.value > max(1, theirs[$0.key, default: 0]) }.keys.min()
    }

    private var triples: [String: Int] {
        let words = elements.compactMap(\.word)
        guard words.count >= 3 else { return [:] }
        return (0...(words.count - 3)).reduce(into: [:]) { counts, place in
            counts[words[place..<(place + 3)].joined(separator: " "), default: 0] += 1
        }
    }
}
