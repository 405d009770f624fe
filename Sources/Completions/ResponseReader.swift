/// Reads a response of HTTP/1.1 as its bytes come: status, and a body by length, in chunks, or until the connection ends.
///
/// The same bytes give the same body however they are cut. Heads and lines are bounded. Source: RFC 9112, sections 4, 6 and 7.
struct ResponseReader: Sendable {
    /// The response cannot be read, or breaks off.
    struct Malformed: Error {}

    private enum State {
        case head
        case body(left: Int)
        case untilEnd
        case chunkSize
        case chunk(left: Int)
        case chunkEnd
        case trailer
        case done
    }

    /// The status; `nil` before the head has come.
    private(set) var status: Int?
    private var state = State.head
    private var line: [UInt8] = []
    private var fields: [(name: String, value: String)] = []
    private var headBytes = 0

    private static let longestHead = 64 << 10

    /// Whether nothing more belongs to it.
    var isDone: Bool {
        if case .done = state { true } else { false }
    }

    /// Says that the connection has ended.
    func finish() throws(Malformed) {
        switch state {
        case .done, .untilEnd: return
        case .head, .body, .chunkSize, .chunk, .chunkEnd, .trailer: throw Malformed()
        }
    }

    /// Takes the next bytes and gives what of them is the body's.
    mutating func take(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [UInt8] {
        var body: [UInt8] = []
        for byte in bytes {
            switch state {
            case .done: return body
            case .untilEnd: body.append(byte)
            case .body(let left):
                body.append(byte)
                state = left > 1 ? .body(left: left - 1) : .done
            case .chunk(let left):
                body.append(byte)
                state = left > 1 ? .chunk(left: left - 1) : .chunkEnd
            case .head, .chunkSize, .chunkEnd, .trailer: try takeLine(byte)
            }
        }
        return body
    }

    private mutating func takeLine(_ byte: UInt8) throws(Malformed) {
        headBytes += 1
        guard headBytes <= Self.longestHead else { throw Malformed() }
        guard byte == UInt8(ascii: "\n") else { return line.append(byte) }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        let text = String(decoding: line, as: UTF8.self)
        line.removeAll(keepingCapacity: true)
        switch state {
        case .head: try takeHead(text)
        case .chunkSize:
            let digits = text.prefix { $0 != ";" && $0 != " " }
            guard digits.utf8.count <= 7, let size = Int(digits, radix: 16), size >= 0 else {
                throw Malformed()
            }
            headBytes = 0
            state = size > 0 ? .chunk(left: size) : .trailer
        case .chunkEnd:
            guard text.isEmpty else { throw Malformed() }
            state = .chunkSize
        case .trailer: if text.isEmpty { state = .done }
        case .body, .untilEnd, .chunk, .done: break
        }
    }

    private mutating func takeHead(_ text: String) throws(Malformed) {
        guard let status else {
            let words = text.split(separator: " ", maxSplits: 2)
            guard words.count >= 2, words[0].hasPrefix("HTTP/1."), words[1].utf8.count == 3,
                let number = Int(words[1]), number >= 100
            else { throw Malformed() }
            self.status = number
            return
        }
        guard text.isEmpty else {
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { throw Malformed() }
            let value = parts[1].split { $0 == " " || $0 == "\t" }.joined(separator: " ")
            fields.append((parts[0].lowercased(), value.lowercased()))
            return
        }
        try endHead(status)
    }

    private mutating func endHead(_ status: Int) throws(Malformed) {
        defer { fields = [] }
        if status < 200 {
            self.status = nil
        } else if status == 204 || status == 304 {
            state = .done
        } else if let coding = value("transfer-encoding") {
            guard coding == "chunked" else { throw Malformed() }
            headBytes = 0
            state = .chunkSize
        } else if let length = value("content-length") {
            guard length.utf8.count <= 12, let count = Int(length), count >= 0 else {
                throw Malformed()
            }
            state = count > 0 ? .body(left: count) : .done
        } else {
            state = .untilEnd
        }
    }

    private func value(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }
}
