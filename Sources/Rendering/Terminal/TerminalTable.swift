import Narrative

/// Sets rows and columns in a fixed pitch, wrapping the widest cells where the screen is narrow.
struct TerminalTable {
    /// A heading and whether its cells are set to the right.
    struct Column {
        /// The heading.
        let title: TerminalLine
        /// Whether cells end at the right edge, as numbers do.
        let isTrailing: Bool
    }

    /// The columns.
    let columns: [Column]
    /// The cells, each row as long as `columns`.
    let rows: [[TerminalLine]]
    /// Whether the last row is parted by a rule.
    var endsWithTotal = false

    private static let gap = 2
    private static let narrowest = 6
    private static let comfortable = 12

    /// The table of a report.
    init(_ table: Table, in language: any PageLanguage = EnglishPage()) {
        columns = table.columns.map { column in
            Column(
                title: TerminalPiece.pieces(Phrase(column.title, in: language), .quiet),
                isTrailing: column.alignment == .trailing)
        }
        rows = table.rows.map { row in
            row.map { TerminalPiece.pieces(Phrase($0, in: language, room: .cell)) }
        }
        endsWithTotal = table.endsWithTotal
    }

    /// A table of given cells.
    init(columns: [Column], rows: [[TerminalLine]]) {
        self.columns = columns
        self.rows = rows
    }

    /// The table, heading first, at most `width` columns wide where its words allow.
    func lines(width: Int) -> [TerminalLine] {
        let widths = fitted(width)
        let rule = [
            TerminalPiece(
                String(repeating: "─", count: total(widths)), .quiet)
        ]
        var lines = set(columns.map(\.title), widths) + [rule]
        for (place, row) in rows.enumerated() {
            if endsWithTotal, place == rows.count - 1, place > 0 { lines.append(rule) }
            lines += set(row, widths)
        }
        return lines
    }

    private func total(_ widths: [Int]) -> Int {
        widths.reduce(0, +) + Self.gap * max(0, widths.count - 1)
    }

    private func fitted(_ width: Int) -> [Int] {
        var widths = columns.indices.map { place in
            rows.reduce(columns[place].title.width) { max($0, $1[place].width) }
        }
        for least in floors {
            while total(widths) > width {
                let yielding = widths.indices.filter { widths[$0] > least[$0] }
                    .max { widths[$0] < widths[$1] }
                guard let yielding else { break }
                widths[yielding] -= 1
            }
        }
        return widths
    }

    /// How far the columns give way, step by step: words to a comfortable width, headings of numbers to their longest
    /// word, words to theirs, then words within words. Numbers come last: a wrapped number cannot be read.
    private var floors: [[Int]] {
        let words = columns.indices.map { place in
            max(longestWord(columns[place].title), rows.map { longestWord($0[place]) }.max() ?? 0)
        }
        let numbers = columns.indices.map { place in
            max(longestWord(columns[place].title), rows.map { $0[place].width }.max() ?? 0)
        }
        func floor(words least: (Int) -> Int, numbers most: (Int) -> Int) -> [Int] {
            columns.indices.map {
                max(Self.narrowest, columns[$0].isTrailing ? most($0) : least($0))
            }
        }
        return [
            floor(words: { max(Self.comfortable, words[$0]) }, numbers: { _ in .max }),
            floor(words: { max(Self.comfortable, words[$0]) }, numbers: { numbers[$0] }),
            floor(words: { words[$0] }, numbers: { numbers[$0] }),
            floor(words: { _ in 0 }, numbers: { numbers[$0] }),
            floor(words: { _ in 0 }, numbers: { _ in 0 }),
        ]
    }

    private func longestWord(_ line: TerminalLine) -> Int {
        line.flatMap { $0.text.split(separator: " ") }.map { DisplayWidth.of($0) }.max() ?? 0
    }

    private func set(_ cells: [TerminalLine], _ widths: [Int]) -> [TerminalLine] {
        let wrapped = zip(cells, widths).map { LineWrapping(width: $1).lines($0) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { row in
            var line: TerminalLine = []
            for (place, cell) in wrapped.enumerated() {
                if place > 0 { line.append(.blank(Self.gap)) }
                let text = row < cell.count ? cell[row] : []
                let blank = TerminalPiece.blank(widths[place] - text.width)
                line += columns[place].isTrailing ? [blank] + text : text + [blank]
            }
            return line
        }
    }
}
