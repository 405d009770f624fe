public import Narrative

/// Turns a report into characters. Rendering is pure: the same report gives the same bytes always.
public protocol ReportRenderer: Sendable {
    /// The whole report in the renderer's format, ending in a line break.
    func render(_ report: Report) -> String
}
