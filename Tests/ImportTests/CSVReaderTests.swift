import Import
import TestSupport
import Testing

@Suite struct CSVReaderTests {
    private func records(_ bytes: [UInt8]) throws -> [[String]] {
        var reader = CSVReader(bytes)
        var records: [[String]] = []
        while try reader.next() {
            records.append(try reader.fields.indices.map { try reader.text($0) })
        }
        return records
    }

    private func records(_ text: String) throws -> [[String]] {
        try records(Array(text.utf8))
    }

    /// Source: the examples of RFC 4180, section 2.
    @Test(arguments: [
        ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        (
            "\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx",
            [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]
        ),
        ("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz", [["aaa", "b\r\nbb", "ccc"], ["zzz"]]),
        ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
        ("\u{feff}a,行情\n\n,\n", [["a", "行情"], [""], ["", ""]]), ("", []), ("\u{feff}", []),
    ])
    func splits(text: String, expected: [[String]]) throws {
        #expect(try records(text) == expected)
    }

    /// Every text of up to seven of these characters, against the naive splitter below.
    @Test func agreesWithTheNaiveSplitterOnEveryShortText() {
        let alphabet: [Character] = ["a", ",", "\"", "\n", "\r"]
        var texts: [[Character]] = [[]]
        var read = 0
        for _ in 0..<7 {
            texts = texts.flatMap { text in alphabet.map { text + [$0] } }
            for text in texts {
                // Joined by scalars: "\r\n" would be one character.
                let bytes = text.flatMap { String($0).utf8 }
                let expected = NaiveSplitter.records(bytes)
                guard (try? records(bytes)) != expected else {
                    read += expected == nil ? 0 : 1
                    continue
                }
                Issue.record("\(bytes) is not \(String(describing: expected))")
            }
        }
        #expect(read > 5000)
    }

    @Test(arguments: [
        ("a\"b\n", 1, CSVError.Problem.strayQuote), ("x\ny\n\"a\"b\n", 3, .strayQuote),
        ("x\n\"a", 2, .unterminatedQuote), ("\"a\nb\"\n\"", 3, .unterminatedQuote),
        ("a\rb", 1, .bareCarriageReturn), ("a\r", 1, .bareCarriageReturn),
    ])
    func saysWhatIsWrongAndWhere(text: String, line: Int, problem: CSVError.Problem) throws {
        let failure = #expect(throws: CSVError.self) { try records(text) }
        #expect(failure?.problem == problem && failure?.line == line)
    }

    @Test func sizesAreBounded() throws {
        let field = String(repeating: "x", count: CSVReader.fieldLimit)
        #expect(try records(field) == [[field]])
        #expect(try records("\"\(field)\"") == [[field]])
        for text in [field + "x", "\"\(field)x\""] {
            let failure = #expect(throws: CSVError.self) { try records(text) }
            #expect(failure?.problem == .fieldTooLong)
        }
        let failure = #expect(throws: CSVError.self) {
            try records(Array(repeating: field, count: 5).joined(separator: ","))
        }
        #expect(failure?.problem == .recordTooLong)
    }

    @Test(
        arguments: [[0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0x61, 0x80]] as [[UInt8]])
    func refusesWhatIsNotUTF8(bytes: [UInt8]) throws {
        for text in [bytes, [0x22] + bytes + [0x22], [0x22, 0x22, 0x22] + bytes + [0x22]] {
            let failure = #expect(throws: CSVError.self) { try records(text) }
            #expect(failure?.problem == .notUTF8)
        }
    }

    @Test func saysOnWhichLineARecordStarts() throws {
        var reader = CSVReader(Array("a\n\"b\n\nc\"\r\nd".utf8))
        var lines: [Int] = []
        var ended: [Bool] = []
        while try reader.next() {
            lines.append(reader.line)
            ended.append(reader.isLineEnded)
        }
        #expect(lines == [1, 2, 5] && ended == [true, true, false])
    }
}

/// Splits CSV by taking text apart from the front, a list of characters at a time.
private enum NaiveSplitter {
    /// The records, or `nil` where the text is not CSV.
    static func records(_ bytes: [UInt8]) -> [[String]]? {
        var rest = bytes.map { Character(Unicode.Scalar($0)) }
        var records: [[String]] = []
        while !rest.isEmpty {
            guard let record = record(&rest) else { return nil }
            records.append(record)
        }
        return records
    }

    private static func record(_ rest: inout [Character]) -> [String]? {
        var fields: [String] = []
        while true {
            guard let field = field(&rest) else { return nil }
            fields.append(field)
            if rest.isEmpty { return fields }
            let next = rest.removeFirst()
            if next == "\n" { return fields }
            if next == "\r" {
                guard rest.first == "\n" else { return nil }
                rest.removeFirst()
                return fields
            }
            guard next == "," else { return nil }
        }
    }

    private static func field(_ rest: inout [Character]) -> String? {
        guard rest.first == "\"" else {
            let plain = rest.prefix {
                !",\"\r\n".unicodeScalars.contains($0.unicodeScalars.first ?? "a")
            }
            rest.removeFirst(plain.count)
            return String(plain)
        }
        rest.removeFirst()
        var content = ""
        while !rest.isEmpty {
            let next = rest.removeFirst()
            if next != "\"" {
                content.unicodeScalars.append(contentsOf: next.unicodeScalars)
            } else if rest.first == "\"" {
                rest.removeFirst()
                content.unicodeScalars.append("\"")
            } else {
                return content
            }
        }
        return nil
    }
}
