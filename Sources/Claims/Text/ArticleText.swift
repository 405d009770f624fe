/// What a reader sees of an article, with a way back to the bytes it was made from.
///
/// Positions in the text are counts of Unicode scalars. Blocks such as paragraphs, headings and cells
/// are parted by U+2029; lines of plain text by U+000A. Marks that cannot be seen are left out, and the
/// full-width forms of ASCII become ASCII, so that one lexer serves all.
///
/// - Complexity: one pass with a fixed amount of state, whatever the nesting; time and memory in
///   proportion to the bytes, of which `limit` are read.
package struct ArticleText: Hashable, Sendable {
    /// What the bytes are.
    package enum Format: String, Hashable, Sendable, CaseIterable {
        /// Text as it is.
        case plain
        /// CommonMark, as far as it bears on what is read.
        case markdown
        /// A page or a piece of one.
        case html
    }

    /// The most bytes that are read of an article.
    package static let limit = 2 << 20

    /// The scalars a reader sees.
    package let scalars: [Unicode.Scalar]
    /// For each scalar, the byte of the source at which what it stands for begins.
    let origins: [Int32]
    /// Bytes of the source that were read.
    package let sourceCount: Int
    /// Whether there were more bytes than are read.
    package let isCut: Bool
    /// How many marks were left out that cannot be seen: direction marks, joiners, controls.
    package let hiddenMarks: Int

    /// Reads an article; bytes that are not UTF-8 become U+FFFD.
    package init(_ source: [UInt8], format: Format) {
        let read = source.prefix(Self.limit)
        var sink = TextSink(capacity: read.count)
        switch format {
        case .plain: PlainText.read(read, into: &sink)
        case .markdown: MarkdownText.read(read, into: &sink)
        case .html: HTMLText.read(read, into: &sink)
        }
        scalars = sink.scalars
        origins = sink.origins
        hiddenMarks = sink.hiddenMarks
        sourceCount = read.count
        isCut = read.count < source.count
    }

    /// Reads a text that is held as a string.
    package init(_ source: String, format: Format = .plain) {
        self.init(Array(source.utf8), format: format)
    }

    /// The text of a range of scalars; what lies outside is left out.
    package func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range.clamped(to: scalars.indices)])
        return String(view)
    }

    /// The bytes of the source that a range of scalars was made from, from the first byte of its first
    /// scalar to the first byte of the scalar behind it.
    package func source(of range: Range<Int>) -> Range<Int> {
        let range = range.clamped(to: scalars.indices)
        let start = range.lowerBound < origins.count ? Int(origins[range.lowerBound]) : sourceCount
        let end = range.upperBound < origins.count ? Int(origins[range.upperBound]) : sourceCount
        return start..<max(start, end)
    }
}
