#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Wording

/// Sends questions through `downdraft-live`, one process a question.
///
/// The process gets its arguments, the question on standard input, the one variable that holds a key and where certificates lie: no
/// store, no other variable, so that it has nothing else to send.
struct LiveTransport: CompletionTransport {
    let program: String
    let endpoint: String
    let allowsRemote: Bool
    let keyVariable: String?
    /// What was wrong with the arguments; `nil` where nothing was.
    private(set) var usageFault: String?

    init(program: String, endpoint: String, allowsRemote: Bool, keyVariable: String?) {
        self.program = program
        self.endpoint = endpoint
        self.allowsRemote = allowsRemote
        self.keyVariable = keyVariable
    }

    mutating func complete(
        _ body: [UInt8], within limit: Duration, take: (ArraySlice<UInt8>) -> Bool
    ) -> CompletionEnd {
        let child = ChildProcess(
            program: program, arguments: arguments(limit), environment: environment)
        // The process ends itself in time; a second more, and it is ended.
        let run = child.run(body, within: limit + .seconds(1), take: take)
        switch run.end {
        case .enough, .exited(0): return .finished
        case .timedOut, .exited(75): return .timedOut
        case .exited(69): return .failed(run.error)
        case .exited(64):
            usageFault = run.error
            return .refused(run.error)
        case .exited(77): return .refused(run.error)
        case .exited, .signalled: return .failed("downdraft-live ended without an answer")
        case .notStarted(let code):
            return .refused("downdraft-live: \(String(cString: strerror(code)))")
        }
    }

    private func arguments(_ limit: Duration) -> [String] {
        ["complete", "--endpoint=\(endpoint)", "--timeout=\(max(1, limit.components.seconds))"]
            + (allowsRemote ? ["--allow-remote"] : [])
            + (keyVariable.map { ["--key-variable=\($0)"] } ?? [])
    }

    private var environment: [String] {
        (["SSL_CERT_FILE", "SSL_CERT_DIR"] + [keyVariable].compactMap { $0 }).compactMap { name in
            getenv(name).map { "\(name)=" + String(cString: $0) }
        }
    }
}
