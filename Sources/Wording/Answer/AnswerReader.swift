/// Reads a streamed answer as its bytes come in: server-sent events, a `data:` line each, ended by `[DONE]`.
///
/// The same bytes give the same answer however they are cut. Lines, the whole, and the words are bounded; past a bound the answer is
/// spoilt, and nothing more is kept. A body that is one JSON document and no stream is read as well.
/// Source: WHATWG, HTML, section 9.2, as far as these servers use it: other fields than `data` and comments are skipped.
package struct AnswerReader: Sendable {
    /// What is wrong with an answer.
    package enum Fault: String, Error, Hashable, Sendable {
        /// More than an answer may bring.
        case tooLong
        /// An event that cannot be read, or an error instead of words.
        case unreadable
    }

    /// The words so far, the reasoning block included.
    package private(set) var content = ""
    /// What is wrong; nothing after it is read.
    package private(set) var fault: Fault?
    /// Whether the end was announced.
    package private(set) var isDone = false

    private let maximumBytes: Int
    private var taken = 0
    private var line: [UInt8] = []
    private var document: [UInt8] = []
    private var hasEvents = false

    /// The most bytes of one line, and of the words of one answer.
    static let longestLine = 256 << 10

    /// A reader of at most so many bytes.
    package init(maximumBytes: Int) {
        self.maximumBytes = maximumBytes
    }

    /// Takes the next bytes. Takes time in proportion to their count.
    package mutating func take(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            guard fault == nil, !isDone else { return }
            taken += 1
            guard taken <= maximumBytes, line.count < Self.longestLine else {
                fault = .tooLong
                return
            }
            if byte == UInt8(ascii: "\n") {
                endLine()
            } else {
                line.append(byte)
            }
        }
    }

    /// Says that no more bytes will come.
    package mutating func finish() {
        guard fault == nil, !isDone else { return }
        endLine()
        guard fault == nil, !hasEvents else { return }
        guard let event = CompletionEvent(document), !event.isTrouble else {
            fault = .unreadable
            return
        }
        keep(event.content)
    }

    private mutating func endLine() {
        defer { line.removeAll(keepingCapacity: true) }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard let first = line.first else { return }
        guard line.starts(with: Self.field) else {
            // Comments and other fields are no words; in a document every line counts.
            if !hasEvents, first != UInt8(ascii: ":") { document += line }
            return
        }
        hasEvents = true
        let data = line.dropFirst(Self.field.count).drop { $0 == UInt8(ascii: " ") }
        if data.elementsEqual(Self.end) {
            isDone = true
        } else if let event = CompletionEvent(data), !event.isTrouble {
            keep(event.content)
        } else {
            fault = .unreadable
        }
    }

    private mutating func keep(_ words: String) {
        guard content.utf8.count + words.utf8.count <= Self.longestLine else {
            fault = .tooLong
            return
        }
        content += words
    }

    private static let field = Array("data:".utf8)
    private static let end = Array("[DONE]".utf8)
}
