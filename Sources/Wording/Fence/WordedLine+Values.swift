extension WordedLine {
    /// The figures, with their places.
    var values: [(place: Int, use: FactUse)] {
        elements.indices.compactMap { place in
            guard case .value(let use) = elements[place] else { return nil }
            return (place, use)
        }
    }

    private func isValue(_ place: Int) -> Bool {
        if case .value = elements[place] { return true }
        return false
    }

    // MARK: Directions

    /// A direction word and the figure it belongs to.
    struct Bond: Hashable {
        /// The place of the word.
        let place: Int
        /// The way it points.
        let direction: WordLexicon.Direction
        /// Whether it tells a place (`below`) or a movement (`fell`).
        let isPlace: Bool
    }

    private func directionWord(_ place: Int) -> Bond? {
        guard elements.indices.contains(place), let word = elements[place].word,
            let way = WordLexicon.direction(of: word), !isUpTo(place)
        else { return nil }
        return Bond(place: place, direction: way.direction, isPlace: way.isPlace)
    }

    /// `up to` bounds, and does not rise.
    func isUpTo(_ place: Int) -> Bool {
        elements[place].word == "up" && place + 1 < elements.count
            && elements[place + 1].word == "to"
    }

    /// All direction words.
    var directions: [Bond] { elements.indices.compactMap(directionWord) }

    /// The direction word that a figure belongs to: `2.46 % below`, `fell by 6.71 %`, `a fall in a day of 6.71 %`; none for
    /// `fell to $3.296T`.
    func bond(ofValueAt place: Int) -> Bond? {
        let after = directionWord(place + 1)
        if let after, after.isPlace { return after }
        return precedingBond(place) ?? after
    }

    private func precedingBond(_ place: Int) -> Bond? {
        if place > 0, let word = elements[place - 1].word, ["to", "from", "at"].contains(word) {
            return nil
        }
        var index = place - 1
        while index >= 0, !isValue(index), !elements[index].isBreak {
            if let bond = directionWord(index), !bond.isPlace { return bond }
            index -= 1
        }
        return nil
    }

    /// The direction word right beside a figure, or one short word away: `fell 98 %`, `a loss of 98 %`, `98 % lower`.
    func tightBond(ofValueAt place: Int) -> Bond? {
        if let before = directionWord(place - 1) { return before }
        if place > 1, let word = elements[place - 1].word, ["by", "of", "some"].contains(word),
            let before = directionWord(place - 2)
        {
            return before
        }
        return directionWord(place + 1)
    }

    // MARK: What a word belongs to

    /// The figures that the element at a place belongs to: in a clause with figures the one before it, else the one after;
    /// in a clause without, those on either side. `both` takes the figures on either side within the clause.
    func owners(of place: Int, both: Bool = false) -> Set<FactUse> {
        let clause = clause(around: place)
        let before = clause.reversed().first { $0 < place && isValue($0) }
        let after = clause.first { $0 > place && isValue($0) }
        let inside = both ? [before, after] : [before ?? after]
        let found = inside.compactMap { $0 }
        if !found.isEmpty { return Set(found.compactMap { elements[$0].use }) }
        let outside = [
            elements.indices.reversed().first { $0 < place && isValue($0) },
            elements.indices.first { $0 > place && isValue($0) },
        ]
        return Set(outside.compactMap { $0 }.compactMap { elements[$0].use })
    }

    private func clause(around place: Int) -> Range<Int> {
        var low = place
        while low > 0, !elements[low - 1].isBreak { low -= 1 }
        var high = place
        while high < elements.count, !elements[high].isBreak || high == place { high += 1 }
        return low..<high
    }
}
