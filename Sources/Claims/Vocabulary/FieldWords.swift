/// The words of the field: a term of the grammar with the phrases that stand for it, parted by bars.
///
/// Phrases are in lower case. They are data: a phrase is added to a table and nothing else changes.
struct FieldWords: Sendable {
    /// A term and its phrases.
    typealias Row = (term: Term, phrases: String)

    /// The languages together.
    static let all: [Row] = english + spanish + chinese
}
