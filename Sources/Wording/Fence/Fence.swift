internal import Evidence
package import Narrative
internal import Rendering

/// Decides whether a model's rewording of one sentence may stand in its place.
///
/// A sentence passes where each number, date, name and direction in it is carried by a fact that it cites, in a spelling that the
/// template's formats give; where no word is left that neither the template's sentence nor `WordLexicon.plain` has; where
/// nothing that bounds or denies came or went; where each figure stands beside the words that tell it from the others; and
/// where no fact is missing. The fence errs to the side of refusing. It reads English alone.
///
/// Takes time in proportion to the length of the sentence times the number of spellings, a few dozen. Checked against the corpus of
/// true and lying sentences in `FenceCorpusTests`, and against the template: its own sentence passes and comes back as it was.
package struct Fence: Sendable {
    private let template: Sentence
    private let labels: [String: Int]
    private let facts: [Int: Fact]
    private let table: [FactSpelling]
    private let line: WordedLine

    /// A fence around one sentence of the template. `labels` are those by which the model was given the facts, by their ids.
    package init(_ template: Sentence, labels: [String: Int]) {
        self.template = template
        self.labels = labels
        let label: (Fact) -> Int? = { labels[$0.id] }
        table = FactSpelling.table(template, label: label)
        line = WordedLine(template: template, label: label)
        facts = template.facts.reduce(into: [:]) { facts, fact in
            if let label = labels[fact.id] { facts[label] = fact }
        }
    }

    /// The sentence where it passes, or why not.
    func verdict(on text: String) -> Result<Sentence, Objection> {
        do throws(Objection) {
            return .success(try accepted(text))
        } catch {
            return .failure(error)
        }
    }

    /// How many facts of the sentence a text cites.
    func countOfFacts(citedBy text: String) -> Int {
        var cited: Set<Int> = []
        for token in WordingTokenizer(text).tokens {
            if case .citation(let labels) = token.kind { cited.formUnion(labels) }
            if case .name(let label) = token.kind { cited.insert(label) }
        }
        return cited.intersection(facts.keys).count
    }

    private func accepted(_ text: String) throws(Objection) -> Sentence {
        guard text.utf8.count <= 3 * template.spelled.utf8.count + 80 else {
            throw Objection(.length, String(text.prefix(20)))
        }
        let source = WordingTokenizer(text)
        guard !source.tokens.isEmpty else { throw Objection(.length, text) }
        let reader = try SpellingReader(source, table, words: line.wordCounts)
        let worded = WordedLine(reader)
        try checkWords(worded, source)
        try checkQualifiers(worded)
        try checkDirections(worded)
        try checkContext(worded)
        try checkWhole(worded)
        return sentence(worded, source)
    }
}

extension Fence {
    // MARK: Words

    private func checkWords(_ worded: WordedLine, _ source: WordingTokenizer) throws(Objection) {
        let known = line.wordCounts
        var used: [String: Int] = [:]
        for (place, element) in worded.elements.enumerated() {
            guard let word = element.word else { continue }
            used[word, default: 0] += 1
            let written = String(source.characters[worded.ranges[place]])
            if WordLexicon.qualifiers.contains(word) || worded.isUpTo(place) { continue }
            if WordLexicon.causal.contains(word) {
                guard used[word, default: 0] <= known[word, default: 0] else {
                    throw Objection(.cause, written)
                }
            } else if WordLexicon.numbers.contains(word) {
                guard used[word, default: 0] <= known[word, default: 0] else {
                    throw Objection(.number, written)
                }
            } else if known[word] == nil, known[Self.stem(word)] == nil {
                try checkUnknown(word, written, isFirst: place == 0)
            }
        }
        if worded.blamesNews, !line.blamesNews { throw Objection(.cause, "on news") }
    }

    private func checkUnknown(
        _ word: String, _ written: String, isFirst: Bool
    ) throws(Objection) {
        if WordLexicon.direction(of: word) != nil || WordLexicon.plain.contains(word) { return }
        if let subject = WordLexicon.subjects[word], subject.hasPrefix("asset:"),
            line.elements.contains(where: {
                $0.word.flatMap { WordLexicon.subjects[$0] } == subject
            })
        {
            return
        }
        if WordLexicon.dramatic.contains(word) { throw Objection(.direction, written) }
        if WordLexicon.dates.contains(word) { throw Objection(.date, written) }
        let isName =
            WordLexicon.subjects[word] != nil || (written.first?.isUppercase ?? false) && !isFirst
        throw Objection(isName ? .name : .word, written)
    }

    /// The word without a possessive.
    private static func stem(_ word: String) -> String {
        word.hasSuffix("'s") ? String(word.dropLast(2)) : word
    }

    private func checkQualifiers(_ worded: WordedLine) throws(Objection) {
        let mine = line.qualifierCounts
        let theirs = worded.qualifierCounts
        let changed = Set(mine.keys).union(theirs.keys)
            .filter { mine[$0, default: 0] != theirs[$0, default: 0] }
        if let word = changed.min() { throw Objection(.qualifier, word) }
        // A denial that moves denies something else.
        guard line.denials == worded.denials else {
            throw Objection(.qualifier, worded.denials.first ?? "")
        }
    }

    // MARK: Directions

    /// A figure whose sign is a direction: a change or a distance, which the template tells with its sign or by a word.
    private func isDirected(_ use: FactUse) -> Bool {
        guard use.part == .value, let fact = facts[use.label], fact.number != nil,
            fact.unit == .ratio || fact.unit == .points
        else { return false }
        return template.spans.contains { span in
            guard case .value(let shown, let style) = span, shown.id == fact.id else {
                return false
            }
            return style == .magnitude || style == .signed
        }
    }

    private func bond(_ line: WordedLine, _ place: Int, _ use: FactUse) -> WordedLine.Bond? {
        isDirected(use) ? line.bond(ofValueAt: place) : line.tightBond(ofValueAt: place)
    }

    private func checkDirections(_ worded: WordedLine) throws(Objection) {
        for (place, use) in worded.values {
            let own = line.values.filter { $0.use == use }.map { self.bond(line, $0.place, use) }
            let bond = self.bond(worded, place, use)
            if isDirected(use) {
                try checkDirected(worded, place, bond, own)
            } else if let bond {
                guard own.contains(where: { $0?.direction == bond.direction }) else {
                    throw Objection(.direction, worded.elements[bond.place].word ?? "")
                }
            }
        }
        try checkLooseDirections(worded)
    }

    private func checkDirected(
        _ worded: WordedLine, _ place: Int, _ bond: WordedLine.Bond?, _ own: [WordedLine.Bond?]
    ) throws(Objection) {
        guard let use = worded.elements[place].use, let number = facts[use.label]?.number else {
            return
        }
        guard let bond else {
            guard number >= 0 || showsSign(worded.spans[place]) || showsNothing(use) else {
                throw Objection(.sign, worded.spans[place]?.spelled ?? "")
            }
            return
        }
        let word = worded.elements[bond.place].word ?? ""
        guard bond.direction.agrees(with: number) else { throw Objection(.direction, word) }
        // A distance is no movement, and a movement no distance.
        let isPlace = own.contains { $0?.isPlace ?? false }
        guard bond.isPlace == isPlace else { throw Objection(.direction, word) }
    }

    private func showsSign(_ span: Sentence.Span?) -> Bool {
        guard
            case .number(let number)? = span.flatMap({ WordingTokenizer($0.spelled).tokens.first })?
                .kind
        else { return false }
        return number.sign != nil
    }

    /// Whether a figure is rounded to nothing, and so has no direction to be told.
    private func showsNothing(_ use: FactUse) -> Bool {
        facts[use.label].map { !showsSign(.value($0, .signed)) } ?? false
    }

    /// Direction words without a figure: as many as the template has, or such as all signs of the sentence bear out.
    private func checkLooseDirections(_ worded: WordedLine) throws(Objection) {
        for way in [WordLexicon.Direction.down, .up] {
            let loose = self.loose(worded).filter { $0.direction == way }
            let own = self.loose(line).count { $0.direction == way }
            let signs = line.values.filter { isDirected($0.use) }.compactMap {
                facts[$0.use.label]?.number
            }
            let isUnanimous = !signs.isEmpty && signs.allSatisfy { way.agrees(with: $0) }
            let places = loose.contains { $0.isPlace }
            guard loose.count <= own || (isUnanimous && !places && loose.count <= own + 1) else {
                throw Objection(.direction, worded.elements[loose[0].place].word ?? "")
            }
        }
    }

    private func loose(_ line: WordedLine) -> [WordedLine.Bond] {
        let bound = self.bound(line)
        return line.directions.filter { !bound.contains($0.place) }
    }

    /// The places of direction words that belong to a figure with a sign.
    private func bound(_ line: WordedLine) -> Set<Int> {
        Set(
            line.values.compactMap { place, use in
                isDirected(use) ? line.bond(ofValueAt: place)?.place : nil
            })
    }

    // MARK: Context

    /// Each word that tells figures apart stands with a figure that it stands with in the template.
    private func checkContext(_ worded: WordedLine) throws(Objection) {
        let mine = Dictionary(
            line.keys(bound: bound(line)).map { ($0.key, $0.owners) },
            uniquingKeysWith: { $0.union($1) })
        for (place, key, owners) in worded.keys(bound: bound(worded)) {
            guard let allowed = mine[key], !allowed.isEmpty, !owners.isEmpty else { continue }
            let strange = owners.filter { !allowed.contains($0) && !isAbout($0, key) }
            let isNamed = if case .name = key { true } else { false }
            guard isNamed ? strange.isEmpty : strange.count < owners.count else {
                let text = worded.elements[place].word ?? worded.spans[place]?.spelled ?? ""
                throw Objection(.context, text)
            }
        }
    }

    /// Whether a figure is about what a key names.
    private func isAbout(_ use: FactUse, _ key: ContextKey) -> Bool {
        guard let fact = facts[use.label] else { return false }
        let parts = fact.subject.text.split(separator: "/").map(String.init)
        switch key {
        case .subject("market"): return fact.subject.kind == "index"
        case .subject(let subject): return parts.contains(subject)
        case .name(let name):
            guard name.part != .measure, let named = facts[name.label] else { return false }
            return named.subject == fact.subject && named.subject.text != "question"
        case .word, .direction, .order: return false
        }
    }

    // MARK: The whole

    private func checkWhole(_ worded: WordedLine) throws(Objection) {
        let mine = line.useCounts
        let theirs = worded.useCounts
        for (use, count) in theirs.sorted(by: { $0.key.label < $1.key.label })
        where count > max(1, mine[use, default: 0]) {
            throw Objection(.repetition, facts[use.label]?.measure.text ?? "")
        }
        let lost = mine.keys.filter { $0.part != .observed && theirs[$0] == nil }
        if let label = lost.map(\.label).min() {
            throw Objection(.lost, facts[label]?.measure.text ?? "")
        }
        if let word = worded.repeatedWords(beyond: line) { throw Objection(.repetition, word) }
    }

    // MARK: The sentence

    /// The sentence with its facts in their places, its citations gone.
    private func sentence(_ worded: WordedLine, _ source: WordingTokenizer) -> Sentence {
        var prose = WordedProse()
        let isTypographic = template.spelled.contains("\u{2019}")
        let bound = Set(
            worded.values.filter {
                isDirected($0.use) && worded.bond(ofValueAt: $0.place) != nil
            }.map(\.place))
        for place in worded.elements.indices {
            if case .value(let fact, _)? = worded.spans[place], bound.contains(place) {
                prose.add(.value(fact, .magnitude), at: worded.ranges[place])
            } else if let span = worded.spans[place] {
                prose.add(span, at: worded.ranges[place])
            } else {
                let words = String(source.characters[worded.ranges[place]])
                prose.add(
                    .words(isTypographic ? words.replacing("'", with: "\u{2019}") : words),
                    at: worded.ranges[place])
            }
        }
        return prose.sentence(
            spaces: source.characters, endsWithStop: template.spelled.hasSuffix("."))
    }
}
