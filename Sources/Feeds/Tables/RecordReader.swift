/// Splits text into records of fields.
///
/// Source: RFC 4180: lines end with LF or CRLF, quotes stand only around a whole field. A record with a
/// stray quote is given as such, and the next line read as a new one. A field is kept up to the limit.
struct RecordReader {
    /// One record.
    struct Record {
        /// The line on which it begins, counted from 1.
        let line: Int
        var fields: [FieldText] = []
        /// Whether a quote stands where none may.
        var isMalformed = false
        /// Whether a line's end stands behind it. A record without it may be cut.
        var isEnded = false
    }

    private var source: ByteSource
    private let limit: Int
    private static let mostFields = 256
    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed = UInt8(ascii: "\n")

    init(_ source: ByteSource, limit: Int) {
        self.source = source
        self.limit = limit
    }

    var line: Int { source.line }
    var isOverLimit: Bool { source.isOverLimit }
    var repairs: Int { source.repairs }

    /// The next record; `nil` at the end. Empty lines are passed over.
    mutating func next() -> Record? {
        while let byte = source.peek(), byte == Self.lineFeed || byte == 0x0D { _ = source.next() }
        guard source.peek() != nil else { return nil }
        var record = Record(line: source.line)
        repeat {
            let field = readField(&record)
            if record.fields.count < Self.mostFields { record.fields.append(field) }
        } while source.take(Self.comma)
        if record.isMalformed { skipLine() }
        record.isEnded = source.take(Self.lineFeed)
        return record
    }

    private mutating func readField(_ record: inout Record) -> FieldText {
        source.peek() == Self.quote ? readQuoted(&record) : readPlain(&record)
    }

    private mutating func readPlain(_ record: inout Record) -> FieldText {
        var text: BoundedText? = BoundedText(limit: limit)
        source.run(to: Self.comma, or: Self.lineFeed, or: Self.quote, into: &text)
        if source.peek() == Self.quote { record.isMalformed = true }
        return Self.withoutReturn(text, source.peek())
    }

    private mutating func readQuoted(_ record: inout Record) -> FieldText {
        _ = source.next()
        var text: BoundedText? = BoundedText(limit: limit)
        while true {
            source.run(to: Self.quote, or: Self.quote, into: &text)
            guard source.take(Self.quote) else { break }
            guard source.take(Self.quote) else { break }
            text?.append(Self.quote)
        }
        if source.peek() == 0x0D { _ = source.next() }
        if let byte = source.peek(), byte != Self.comma, byte != Self.lineFeed {
            record.isMalformed = true
        }
        return text?.text ?? FieldText(string: "")
    }

    /// The carriage return before a line's end belongs to the end.
    private static func withoutReturn(_ text: BoundedText?, _ next: UInt8?) -> FieldText {
        var field = text?.text ?? FieldText(string: "")
        if next == lineFeed, field.string.utf8.last == 0x0D {
            field = FieldText(
                string: String(decoding: field.string.utf8.dropLast(), as: UTF8.self),
                isCut: field.isCut, repairs: field.repairs)
        }
        return field
    }

    private mutating func skipLine() {
        var nothing: BoundedText?
        source.run(to: Self.lineFeed, or: Self.lineFeed, into: &nothing)
    }
}
