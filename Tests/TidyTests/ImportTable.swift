/// The table of rooms and arrows in a Markdown text: room, imports, what it holds.
struct ImportTable {
    /// The modules that each room may import, by room, in the order of the table.
    let rows: [(room: String, imports: Set<String>, holds: String)]

    init(_ markdown: String) {
        let section = markdown.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { $0 != "## Rooms and arrows" }.dropFirst()
            .prefix { !$0.hasPrefix("## ") }
        rows = section.filter { $0.hasPrefix("|") }.dropFirst(2).map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
                .map { Self.trimmed($0) }
            return (cells[0], Self.modules(cells[1]), cells[2])
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }

    /// `Market, Series` and the like; `–` for none.
    private static func modules(_ cell: String) -> Set<String> {
        Set(cell.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}
