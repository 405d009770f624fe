/// Splits bytes into records of fields without copying them.
///
/// Source: RFC 4180, read strictly: lines end with LF or CRLF, quotes only around a whole field. A
/// byte order mark before the first record is skipped; the last line need not end.
package struct CSVReader {
    /// The most bytes of one field.
    package static let fieldLimit = 16_384
    /// The most bytes of one record.
    package static let recordLimit = 65_536

    /// Where a field's content stands in the bytes, without its quotes.
    package struct Field: Hashable, Sendable {
        /// The content's place.
        package let range: Range<Int>
        /// Whether quotes stand doubled in it.
        package let hasDoubledQuotes: Bool
    }

    /// What is read.
    package let bytes: [UInt8]
    /// The fields of the record that `next` found.
    package private(set) var fields: [Field] = []
    /// The line on which that record starts, from 1; 0 before the first.
    package private(set) var line = 0
    /// Whether a line end stands behind that record.
    package private(set) var isLineEnded = true

    private var position: Int
    private var nextLine = 1

    /// A reader at the first record.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    }

    /// Finds the next record; `false` at the end.
    package mutating func next() throws(CSVError) -> Bool {
        guard position < bytes.count else { return false }
        fields.removeAll(keepingCapacity: true)
        line = nextLine
        let start = position
        repeat {
            let field = try bytes.at(position) == Self.quote ? quotedField() : plainField()
            fields.append(field)
            guard position - start <= Self.recordLimit else { throw wrong(.recordTooLong) }
        } while take(Self.comma)
        try endLine()
        return true
    }

    /// The text of a field of the record.
    package func text(_ index: Int) throws(CSVError) -> String {
        let field = fields[index]
        let content = bytes[field.range]
        let text =
            field.hasDoubledQuotes
            ? String(validating: Self.undoubled(content), as: UTF8.self)
            : String(validating: content, as: UTF8.self)
        guard let text else { throw wrong(.notUTF8) }
        return text
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private mutating func plainField() throws(CSVError) -> Field {
        let start = position
        var end = start
        scan: while end < bytes.count {
            switch bytes[end] {
            case Self.comma, Self.lineFeed, Self.carriageReturn: break scan
            case Self.quote: throw wrong(.strayQuote)
            default: end += 1
            }
        }
        position = end
        return try field(start..<end, hasDoubledQuotes: false)
    }

    private mutating func quotedField() throws(CSVError) -> Field {
        position += 1
        let start = position
        var hasDoubledQuotes = false
        while let byte = bytes.at(position) {
            position += 1
            if byte == Self.lineFeed { nextLine += 1 }
            guard byte == Self.quote else { continue }
            guard bytes.at(position) == Self.quote else {
                return try field(start..<position - 1, hasDoubledQuotes: hasDoubledQuotes)
            }
            hasDoubledQuotes = true
            position += 1
        }
        throw wrong(.unterminatedQuote)
    }

    private func field(_ range: Range<Int>, hasDoubledQuotes: Bool) throws(CSVError) -> Field {
        guard range.count <= Self.fieldLimit else { throw wrong(.fieldTooLong) }
        return Field(range: range, hasDoubledQuotes: hasDoubledQuotes)
    }

    private mutating func endLine() throws(CSVError) {
        guard position < bytes.count else {
            isLineEnded = false
            return
        }
        let returned = take(Self.carriageReturn)
        guard take(Self.lineFeed) else {
            throw wrong(returned ? .bareCarriageReturn : .strayQuote)
        }
        isLineEnded = true
        nextLine += 1
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard bytes.at(position) == byte else { return false }
        position += 1
        return true
    }

    private func wrong(_ problem: CSVError.Problem) -> CSVError {
        CSVError(line: line, problem: problem)
    }

    private static func undoubled(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        var isSecond = false
        for byte in content {
            if byte == quote, isSecond {
                isSecond = false
            } else {
                text.append(byte)
                isSecond = byte == quote
            }
        }
        return text
    }
}

extension [UInt8] {
    /// The byte at a position, if there is one.
    fileprivate func at(_ position: Int) -> UInt8? {
        position < count ? self[position] : nil
    }
}
