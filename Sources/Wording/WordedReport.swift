package import Narrative

/// A report with the sentences of a model where they passed, and what became of the others.
package struct WordedReport: Sendable {
    /// The report; tables, charts, gaps and facts are the template's.
    package let report: Report
    /// How many sentences the model was to reword.
    package let asked: Int
    /// Why sentences stand as the template has them, in order of place.
    package let rejections: [Rejection]
    /// Why the model was not asked further; `nil` where it was asked everything.
    package let trouble: String?

    /// How many sentences are the model's.
    package var accepted: Int { asked - rejections.count }
}
