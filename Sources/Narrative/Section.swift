/// One part of a report, under one heading.
public struct Section: Hashable, Sendable {
    /// A stable name, in words joined by dashes; also the anchor in HTML.
    public let id: String
    /// The heading.
    public let title: Sentence
    /// What stands under it, in reading order.
    public let blocks: [Block]

    /// A section.
    public init(_ id: String, _ title: Sentence, _ blocks: [Block]) {
        self.id = id
        self.title = title
        self.blocks = blocks
    }
}

/// One thing in a section.
public enum Block: Hashable, Sendable {
    /// Sentences that run on.
    case paragraph([Sentence])
    /// Sentences one a line.
    case items([Sentence])
    /// Rows and columns.
    case table(Table)
    /// A picture, with the figures behind it.
    case chart(Chart)
    /// Posts of a thread, in their order.
    case posts([Post])
    /// A text of somebody else's, with notes.
    case article(AnnotatedArticle)
}

/// Rows and columns of sentences.
public struct Table: Hashable, Sendable {
    /// A heading and the side its column is set to.
    public struct Column: Hashable, Sendable {
        /// The side that a column's cells are set to.
        public enum Alignment: Hashable, Sendable {
            /// Words.
            case leading
            /// Numbers.
            case trailing
        }

        /// The heading.
        public let title: Sentence
        /// The side.
        public let alignment: Alignment

        /// A column of words.
        public static func words(_ title: Sentence) -> Column {
            Column(title: title, alignment: .leading)
        }

        /// A column of numbers.
        public static func numbers(_ title: Sentence) -> Column {
            Column(title: title, alignment: .trailing)
        }
    }

    /// A stable name, in words joined by dashes.
    public let id: String
    /// What the table shows.
    public let caption: Sentence
    /// The columns.
    public let columns: [Column]
    /// The cells, each row as long as `columns`; an empty sentence is an empty cell.
    public let rows: [[Sentence]]
    /// Whether the last row is the sum of the others.
    public let endsWithTotal: Bool

    /// A table; every row must have one cell a column.
    public init(
        _ id: String, _ caption: Sentence, columns: [Column], rows: [[Sentence]],
        endsWithTotal: Bool = false
    ) {
        precondition(
            rows.allSatisfy { $0.count == columns.count }, "a row must have one cell a column")
        self.id = id
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.endsWithTotal = endsWithTotal
    }
}
