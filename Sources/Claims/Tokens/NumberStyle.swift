/// Which mark parts the fraction in the numbers of a text.
///
/// Numbers that can be read in one way only decide by majority. Where there are none, or as many of each,
/// the language does: a text with more Spanish joints than English ones takes the comma.
enum NumberStyle {
    private static let spanish: Set<String> = [
        "el", "la", "los", "las", "de", "del", "que", "por", "una", "con", "según", "un", "y",
    ]
    private static let english: Set<String> = [
        "the", "of", "and", "to", "in", "by", "with", "from", "a", "its", "for",
    ]

    static func decimalMark(of literals: [NumberLiteral], in tokens: [Token]) -> Unicode.Scalar {
        let evidence = literals.compactMap(\.evidence)
        let commas = evidence.count { $0 == "," }
        if commas * 2 != evidence.count { return commas * 2 > evidence.count ? "," : "." }
        let spanishWords = tokens.count { $0.kind == .word && spanish.contains($0.text) }
        let englishWords = tokens.count { $0.kind == .word && english.contains($0.text) }
        return spanishWords > englishWords ? "," : "."
    }
}
