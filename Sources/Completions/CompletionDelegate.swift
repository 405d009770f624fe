internal import Foundation
#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// Hears what a request brings, and passes it on in order. It follows no redirect.
///
/// The whole of Foundation is imported here and nowhere else: a delegate of URLSession is an `NSObject`.
final class CompletionDelegate: NSObject, URLSessionDataDelegate {
    /// What a request brings.
    enum Event: Sendable {
        case status(Int)
        case bytes([UInt8])
        case end(String?)
    }

    private let continuation: AsyncStream<Event>.Continuation

    init(_ continuation: AsyncStream<Event>.Continuation) {
        self.continuation = continuation
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        continuation.yield(.status(response.statusCode))
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        continuation.yield(.status(status))
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        continuation.yield(.bytes(Array(data)))
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
    ) {
        continuation.yield(.end(error.map { $0.localizedDescription }))
        continuation.finish()
    }
}
