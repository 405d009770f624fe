/// The languages that a report can be told in. The raw value is the language's code in BCP 47.
public enum Language: String, Hashable, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// Spanish.
    case spanish = "es"

    /// The sentences of the language.
    var phrasebook: any Phrasebook {
        switch self {
        case .english: EnglishPhrasebook()
        case .spanish: SpanishPhrasebook()
        }
    }
}
