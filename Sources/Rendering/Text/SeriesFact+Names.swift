import Evidence
import Market

extension SeriesFact {
    /// The name of the measure, for readers. Facts own the naming, so a fact without a value is asked.
    var measureName: String {
        Phrase.name(
            Fact(
                measure, of: subject, value: .none, unit: .text, asOf: asOf, observedAt: nil,
                method: method, sources: [], standing: .noData
            ).measureName)
    }

    /// The name of what the run is about.
    var subjectName: String { CleanText.inline(subject.name) }

    /// The column that stands for a bar: its close, or the first there is.
    var mainColumn: Column? { columns.first { $0.name == "close" } ?? columns.first }
}
