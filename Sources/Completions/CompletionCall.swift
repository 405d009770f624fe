#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// One question to an endpoint, its answer handed over as it comes.
///
/// No cookies, no cache, no proxy, no redirect. Time and bytes are bounded; the key goes into one header and nowhere else.
package struct CompletionCall: Sendable {
    private let endpoint: Endpoint
    private let key: String?
    private let limit: Duration
    private let maximumBytes: Int

    /// A question to an endpoint, with a key where the endpoint asks for one.
    package init(
        to endpoint: Endpoint, key: String? = nil, within limit: Duration,
        maximumBytes: Int = 4 << 20
    ) {
        self.endpoint = endpoint
        self.key = key
        self.limit = limit
        self.maximumBytes = maximumBytes
    }

    /// Sends a body and hands over the bytes of the answer in order.
    package func run(
        _ body: [UInt8], take: @escaping @Sendable ([UInt8]) -> Void
    ) async throws(CompletionFailure) {
        if endpoint.isPlain { return try runPlainly(body, take) }
        guard let request = request(body) else { throw .badAddress }
        let result = await withTaskGroup(of: Result<Void, CompletionFailure>.self) { group in
            group.addTask { await received(request, take) }
            group.addTask {
                try? await Task.sleep(for: limit)
                return .failure(.timedOut)
            }
            let first = await group.next() ?? .failure(.timedOut)
            group.cancelAll()
            return first
        }
        try result.get()
    }

    // MARK: On this machine

    private func runPlainly(
        _ body: [UInt8], _ take: @Sendable ([UInt8]) -> Void
    ) throws(CompletionFailure) {
        let connection = try LoopbackConnection(
            host: endpoint.host, port: endpoint.port, within: limit)
        try connection.send(Array(head(body.count).utf8) + body)
        var reader = ResponseReader()
        var count = 0
        do {
            while !reader.isDone {
                let bytes = try connection.receive()
                if bytes.isEmpty {
                    try reader.finish()
                    return
                }
                count += bytes.count
                guard count <= maximumBytes else { throw CompletionFailure.tooLong }
                let words = try reader.take(bytes)
                if let failure = reader.status.flatMap(Self.failure) { throw failure }
                if !words.isEmpty { take(words) }
            }
        } catch let failure as CompletionFailure {
            throw failure
        } catch {
            throw .unreachable("an answer that is no HTTP, or breaks off")
        }
    }

    private func head(_ length: Int) -> String {
        let host = endpoint.host.contains(":") ? "[\(endpoint.host)]" : endpoint.host
        let lines =
            [
                "POST \(endpoint.path) HTTP/1.1", "Host: \(host):\(endpoint.port)",
                "Content-Type: application/json", "Accept: text/event-stream, application/json",
                "Content-Length: \(length)", "Connection: close",
            ] + (key.map { ["Authorization: Bearer \($0)"] } ?? [])
        return lines.joined(separator: "\r\n") + "\r\n\r\n"
    }

    // MARK: Elsewhere

    private func request(_ body: [UInt8]) -> URLRequest? {
        guard let url = URL(string: endpoint.address) else { return nil }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = Data(body)
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("text/event-stream, application/json", forHTTPHeaderField: "Accept")
        if let key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
        return request
    }

    private var configuration: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        configuration.connectionProxyDictionary = [:]
        configuration.timeoutIntervalForRequest = Double(limit.components.seconds) + 1
        return configuration
    }

    private func received(
        _ request: URLRequest, _ take: @Sendable ([UInt8]) -> Void
    ) async -> Result<Void, CompletionFailure> {
        let (events, continuation) = AsyncStream<CompletionDelegate.Event>.makeStream()
        let session = URLSession(
            configuration: configuration, delegate: CompletionDelegate(continuation),
            delegateQueue: nil)
        defer { session.invalidateAndCancel() }
        session.dataTask(with: request).resume()
        var count = 0
        for await event in events {
            switch event {
            case .status(let status):
                if let failure = Self.failure(status) { return .failure(failure) }
            case .bytes(let bytes):
                count += bytes.count
                guard count <= maximumBytes else { return .failure(.tooLong) }
                take(bytes)
            case .end(let trouble):
                return trouble.map { .failure(.unreachable($0)) } ?? .success(())
            }
        }
        return .failure(.timedOut)
    }

    private static func failure(_ status: Int) -> CompletionFailure? {
        switch status {
        case 100..<300: nil
        case 300..<400: .redirected
        case 429, 500...: .busy(status)
        default: .refused(status)
        }
    }
}
