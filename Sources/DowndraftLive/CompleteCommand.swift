#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import ArgumentParser
internal import Completions

/// `downdraft-live complete`: a question from standard input to an endpoint, the answer to standard output as it comes.
struct CompleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "complete", abstract: "Send a question to a model and print its answer.")

    @Option(help: ArgumentHelp("Where the model answers.", valueName: "url"))
    var endpoint = "http://127.0.0.1:8080"

    @Flag(help: "Let the endpoint be on another machine, by https.")
    var allowRemote = false

    @Option(
        help: ArgumentHelp(
            "The environment variable that holds the key of the endpoint.", valueName: "name"))
    var keyVariable: String?

    @Option(help: ArgumentHelp("How long the answer may take.", valueName: "seconds"))
    var timeout = 120

    func run() async throws {
        // Where it was started is no business of a program with a network.
        _ = chdir("/")
        let endpoint: Endpoint
        do throws(Endpoint.Fault) {
            endpoint = try Endpoint(self.endpoint, allowsRemote: allowRemote)
        } catch {
            throw failed(.usage, "this endpoint is \(error.rawValue) — \(error.remedy)")
        }
        guard (1...86_400).contains(timeout) else {
            throw failed(.usage, "--timeout is from 1 to 86400 seconds")
        }
        let call = CompletionCall(
            to: endpoint, key: try key(), within: .seconds(timeout))
        do throws(CompletionFailure) {
            try await call.run(try question()) { OpenFile.output.write($0) }
        } catch {
            let (status, line) = LiveStatus.of(error)
            throw failed(status, line)
        }
    }

    private func failed(_ status: LiveStatus, _ line: String) -> ExitCode {
        OpenFile.error.write(Array("downdraft-live: \(line)\n".utf8))
        return ExitCode(status.rawValue)
    }

    private func key() throws -> String? {
        guard let keyVariable else { return nil }
        let key = getenv(keyVariable).map { String(cString: $0) } ?? ""
        guard (1...4_096).contains(key.utf8.count),
            key.utf8.allSatisfy({ (0x21..<0x7F).contains($0) })
        else { throw failed(.usage, "\(keyVariable) holds no key — set it in the environment") }
        return key
    }

    private func question() throws(CompletionFailure) -> [UInt8] {
        guard let bytes = OpenFile.input.contents(atMost: 4 << 20) else { throw .tooLong }
        return bytes
    }
}
