internal import Market
internal import Store

/// What a column of a case file holds, and how its bytes become a value of the store.
enum FieldRule {
    /// A name or sentence; it may not be empty.
    case name
    /// A name or sentence, or nothing: an empty field is stored as no value.
    case optionalName
    /// Text that may be empty.
    case text
    /// One of some words.
    case word([String])
    /// One of some words, or nothing.
    case optionalWord([String])
    /// An instant.
    case time
    /// An instant, or nothing.
    case optionalTime
    /// A day.
    case day
    /// The length of a bar.
    case interval
    /// A figure above zero: a price.
    case positive
    /// A figure not below zero: dollars, coins.
    case amount
    /// A figure not below zero, or nothing.
    case optionalAmount
    /// Any figure.
    case figure
    /// A whole number, at least this.
    case count(from: Int64)

    /// Whether a column's bytes are often those of the row before, so that its value is kept.
    var oftenRepeats: Bool {
        switch self {
        case .name, .optionalName, .text, .word, .optionalWord, .interval, .day: true
        default: false
        }
    }

    /// The value of a field.
    func value(of reader: CSVReader, _ index: Int) throws(FieldProblem) -> StoreValue {
        let range = reader.fields[index].range
        switch self {
        case .optionalTime where range.isEmpty, .optionalWord where range.isEmpty: return .null
        case .name, .optionalName, .text, .word, .optionalWord: return try text(of: reader, index)
        case .time, .optionalTime:
            guard let time = TimeText.time(reader.bytes, range) else {
                throw .unreadable("a time such as 2025-01-27T11:00:00Z")
            }
            return .integer(time.microseconds)
        case .day:
            guard let day = TimeText.day(reader.bytes, range) else {
                throw .unreadable("a day such as 2025-01-27")
            }
            return .integer(Int64(day.daysSinceEpoch))
        case .interval:
            let text = String(decoding: reader.bytes[range], as: UTF8.self)
            guard let span = TimeSpan(text) else { throw .unreadable("an interval such as 1h") }
            return .integer(span.microseconds)
        case .positive, .amount, .figure: return try figure(of: reader, range)
        case .optionalAmount: return range.isEmpty ? .null : try figure(of: reader, range)
        case .count(let least): return try count(of: reader, range, least: least)
        }
    }

    private func text(of reader: CSVReader, _ index: Int) throws(FieldProblem) -> StoreValue {
        let text: String
        do { text = try reader.text(index) } catch { throw .notUTF8 }
        guard !text.unicodeScalars.contains(where: Printable.isControl) else {
            throw .unreadable("text without control characters")
        }
        switch self {
        case .name where text.isEmpty: throw .unreadable("some text")
        case .optionalName where text.isEmpty: return .null
        case .word(let words) where !words.contains(text),
            .optionalWord(let words) where !words.contains(text):
            throw .unreadable("one of \(words.joined(separator: ", "))")
        default: return .text(text)
        }
    }

    private func figure(of reader: CSVReader, _ range: Range<Int>) throws(FieldProblem)
        -> StoreValue
    {
        guard let value = DecimalText.number(reader.bytes, range) else {
            throw .unreadable("a finite decimal number")
        }
        switch self {
        case .positive where value <= 0: throw .untrue("must be above zero")
        case .amount where value < 0, .optionalAmount where value < 0:
            throw .untrue("must not be below zero")
        default: return .real(value)
        }
    }

    private func count(of reader: CSVReader, _ range: Range<Int>, least: Int64)
        throws(FieldProblem) -> StoreValue
    {
        guard let value = Int64(String(decoding: reader.bytes[range], as: UTF8.self)) else {
            throw .unreadable("a whole number")
        }
        guard value >= least else { throw .untrue("must be at least \(least)") }
        return .integer(value)
    }
}

/// Why a field is not what its column holds.
enum FieldProblem: Error {
    /// It cannot be read as this.
    case unreadable(String)
    /// It can be read, and cannot be.
    case untrue(String)
    /// Its bytes are not UTF-8.
    case notUTF8
}
