/// The names a text may use: those of the caller and the words of the field.
///
/// A ticker matches in capitals only, so that `NEAR` is not found in `near`; a name that begins with a
/// capital matches with a capital only, so that `Render` is not found in `to render`; a name in small
/// letters matches however it is written. Of two rows that are written alike, the earlier one wins.
package struct Vocabulary: Sendable {
    let index: PhraseIndex
    /// Names of the caller alone, in lower case, for words that look like them.
    let names: Set<String>
    /// The id of the whole market, which words like `the crypto market` stand for.
    package let market: String

    /// A vocabulary of the caller's names, the id of the whole market among them.
    package init(rows: [VocabularyRow], market: String) {
        var index = PhraseIndex()
        var names: Set<String> = []
        for row in rows {
            index.add(row.name, Self.written(row), .row(row))
            names.insert(row.name.lowercased())
        }
        for (name, phrases) in FieldWords.outsiders {
            for phrase in phrases.split(separator: "|") {
                let row = VocabularyRow(kind: .unknown, id: name, name: String(phrase))
                index.add(row.name, Self.written(row), .row(row))
            }
        }
        for (term, phrases) in FieldWords.all {
            for phrase in phrases.split(separator: "|") {
                index.add(String(phrase), Self.written(term, phrase), .term(term))
            }
        }
        self.index = index
        self.names = names
        self.market = market
    }

    private static func written(_ row: VocabularyRow) -> PhraseIndex.Case {
        if row.isTicker { return .capitals }
        return row.name.unicodeScalars.first.map(ScalarKind.isCapital) ?? false
            ? .capitalized : .any
    }

    /// Months and weekdays that are words as well are written with a capital.
    private static func written(_ term: Term, _ phrase: Substring) -> PhraseIndex.Case {
        switch term {
        case .month where ["may", "march", "mar", "jan", "dec"].contains(phrase): .capitalized
        case .weekday where ["sat", "sun", "wed", "mon"].contains(phrase): .capitalized
        default: .any
        }
    }
}
