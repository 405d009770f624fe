import Evidence
import Market

extension SeriesFact {
    /// The name of the measure, for readers.
    func measureName(in language: any PageLanguage) -> String {
        Phrase.name(language.name(measure))
    }

    /// The name of what the run is about.
    var subjectName: String { CleanText.inline(subject.name) }

    /// The column that stands for a bar: its close, or the first there is.
    var mainColumn: Column? { columns.first { $0.name == "close" } ?? columns.first }
}
