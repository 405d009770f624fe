package import Store

/// Reads the rows of one CSV file of a known kind, refusing the file at the first that cannot be.
package struct RowDecoder {
    private let kind: RowKind
    private let file: String
    private let format: RowFormat
    private var reader: CSVReader
    private var rows: DecodedRows
    private var lastValues: [(bytes: Range<Int>, value: StoreValue)?]

    /// The rows of a file.
    ///
    /// - Input: `bytes`, the CSV itself; `file`, its name for messages.
    /// - Throws: the first thing wrong, with its line.
    package static func rows(of bytes: [UInt8], kind: RowKind, file: String) throws(ImportError)
        -> DecodedRows
    {
        var decoder = RowDecoder(bytes, kind, file)
        try decoder.header()
        while try decoder.next() { try decoder.row() }
        if let (earlier, later) = decoder.rows.duplicate() {
            let lines = decoder.rows.lines
            throw decoder.error(
                .duplicateRow, line: lines[later], "has the same key as line \(lines[earlier])",
                "remove one of the two rows")
        }
        return decoder.rows
    }

    private init(_ bytes: [UInt8], _ kind: RowKind, _ file: String) {
        self.kind = kind
        self.file = file
        format = RowFormat(kind)
        reader = CSVReader(bytes)
        rows = DecodedRows(kind: kind)
        lastValues = Array(repeating: nil, count: format.columns.count)
    }

    private mutating func next() throws(ImportError) -> Bool {
        do { return try reader.next() } catch { throw broken(error) }
    }

    private mutating func header() throws(ImportError) {
        guard try next() else {
            throw error(.emptyFile, line: nil, "holds nothing", "build the case again")
        }
        let found = reader.fields.map { String(decoding: reader.bytes[$0.range], as: UTF8.self) }
        let expected = kind.columns
        guard found != expected else { return }
        let place = zip(found, expected).enumerated().first { $1.0 != $1.1 }
        let what =
            place.map { "column \($0 + 1) is \"\($1.0.prefix(40))\", not \"\($1.1)\"" }
            ?? "has \(found.count) columns, not \(expected.count)"
        throw error(
            .wrongColumns, line: reader.line, what,
            "the header of \(kind.rawValue) is \(expected.joined(separator: ","))")
    }

    private mutating func row() throws(ImportError) {
        guard reader.fields.count == format.columns.count else { throw wrongCount() }
        let start = rows.values.count
        for index in format.columns.indices {
            rows.values.append(try value(index))
        }
        rows.lines.append(reader.line)
        let row = rows.values[start...]
        for rule in format.rules {
            guard let violation = rule.violation(in: row) else { continue }
            throw error(.outOfRange, line: reader.line, violation, "correct the row")
        }
    }

    private mutating func value(_ index: Int) throws(ImportError) -> StoreValue {
        let rule = format.columns[index].rule
        if let last = repeated(index) { return last }
        do {
            let value = try rule.value(of: reader, index)
            if rule.oftenRepeats { lastValues[index] = (reader.fields[index].range, value) }
            return value
        } catch {
            throw unfit(error, index)
        }
    }

    // Rows come sorted, so names repeat: comparing bytes costs less than making a string anew.
    private func repeated(_ index: Int) -> StoreValue? {
        guard let last = lastValues[index] else { return nil }
        let range = reader.fields[index].range
        guard last.bytes.count == range.count else { return nil }
        for offset in 0..<range.count
        where reader.bytes[last.bytes.lowerBound + offset]
            != reader.bytes[range.lowerBound + offset]
        {
            return nil
        }
        return last.value
    }

    private func unfit(_ problem: FieldProblem, _ index: Int) -> ImportError {
        let name = format.columns[index].name
        let found = Printable.quoted(reader.bytes[reader.fields[index].range])
        let line = reader.line
        switch problem {
        case .unreadable(let expected):
            return error(
                .badValue, line: line, "\(name) is \(found), not \(expected)", "correct the row")
        case .untrue(let demand):
            return error(
                .outOfRange, line: line, "\(name) is \(found), it \(demand)", "correct the row")
        case .notUTF8:
            return error(.corrupt, line: line, "\(name) is not UTF-8", "save the file as UTF-8")
        }
    }

    private func wrongCount() -> ImportError {
        let (found, expected) = (reader.fields.count, format.columns.count)
        if !reader.isLineEnded, found < expected {
            return error(
                .truncated, line: reader.line, "ends within a row", "get a whole copy of the file")
        }
        return error(
            .wrongColumns, line: reader.line, "has \(found) fields, not \(expected)",
            "correct the row; a comma within a field needs quotes")
    }

    private func broken(_ failure: CSVError) -> ImportError {
        let line = failure.line
        switch failure.problem {
        case .unterminatedQuote:
            return error(
                .truncated, line: line, "a quote is never closed", "get a whole copy of the file")
        case .strayQuote:
            return error(
                .corrupt, line: line, "a quote stands within a field",
                "double it and quote the field")
        case .bareCarriageReturn:
            return error(
                .corrupt, line: line, "a carriage return without a line feed", "end lines with LF")
        case .fieldTooLong:
            return error(
                .tooLarge, line: line, "a field is over \(CSVReader.fieldLimit) bytes", "shorten it"
            )
        case .recordTooLong:
            return error(
                .tooLarge, line: line, "a row is over \(CSVReader.recordLimit) bytes", "shorten it")
        case .notUTF8: return error(.corrupt, line: line, "not UTF-8", "save the file as UTF-8")
        }
    }

    private func error(_ kind: ImportError.Kind, line: Int?, _ what: String, _ remedy: String)
        -> ImportError
    {
        ImportError(kind, file: file, line: line, what: what, remedy: remedy)
    }
}
