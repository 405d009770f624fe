/// A table of reference values from another implementation: a heading, then rows, commas between.
public struct ReferenceTable: Sendable {
    /// The rows below the heading, each by the names of its columns.
    public let rows: [[String: String]]

    /// Reads `Tests/Fixtures/<name>`; the cells hold no commas and no quotes.
    public init(fixture name: String) throws {
        let lines = try Repository.text("Tests/Fixtures/" + name).split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let heading = lines.first ?? []
        rows = lines.dropFirst().map {
            Dictionary(uniqueKeysWithValues: zip(heading, $0))
        }
    }
}
