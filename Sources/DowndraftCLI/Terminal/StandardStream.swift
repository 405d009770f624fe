#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// One of the streams a process is born with.
struct StandardStream {
    private let descriptor: Int32

    /// Where the answer goes.
    static let output = StandardStream(descriptor: 1)
    /// Where words about the answer go.
    static let error = StandardStream(descriptor: 2)

    /// Whether a person is looking.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Whether colour is welcome: on a terminal that can, unless `NO_COLOR` asks for none.
    var showsColour: Bool {
        let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
        return isTerminal && !refused && !isDumb
    }

    /// How many characters fit on a line; 100 where nobody is looking.
    var columns: Int {
        var size = winsize()
        guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 100
        }
        return Int(size.ws_col)
    }

    /// Writes as much as the other side takes; a reader who left is not an error.
    func write(_ text: String) {
        _ = try? writeAll(text)
    }

    /// Writes everything, or says why not. A reader who left early has what they wanted.
    func writeAll(_ text: String) throws {
        do {
            try FileDescriptor(raw: descriptor).write(text)
        } catch let error as WriteError where error.code == EPIPE {
            return
        }
    }
}
