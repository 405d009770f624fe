/// How much of an explanation is told. The raw value is the word used on the command line.
public enum ReportStyle: String, Hashable, Sendable, CaseIterable {
    /// Three sentences: what moved, what was measured of it, what the test of causes says.
    case brief
    /// Everything, with tables and charts.
    case report
    /// Posts of a few sentences, each of which stands by itself.
    case thread
}
