import Evidence
import Market

extension SeriesFact {
    /// The name of the measure, for readers.
    var measureName: String { Phrase.name(measure.name) }

    /// The name of what the run is about.
    var subjectName: String { CleanText.inline(subject.name) }

    /// The column that stands for a bar: its close, or the first there is.
    var mainColumn: Column? { columns.first { $0.name == "close" } ?? columns.first }
}
