/// The formats a report can be had in. The raw value is the word used on the command line.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
    /// Columns of text for a screen.
    case terminal
    /// GitHub-flavoured Markdown.
    case markdown
    /// One page that needs nothing else.
    case html
    /// Everything, for programs.
    case json

    /// The renderer of the format; `width` and `colour` matter to the terminal alone.
    public func renderer(width: Int = 100, colour: Bool = false) -> any ReportRenderer {
        switch self {
        case .terminal: TerminalRenderer(width: width, colour: colour)
        case .markdown: MarkdownRenderer()
        case .html: HTMLRenderer()
        case .json: JSONRenderer()
        }
    }
}
