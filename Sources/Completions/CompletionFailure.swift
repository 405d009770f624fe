/// Why no answer came.
package enum CompletionFailure: Error, Hashable, Sendable {
    /// Nobody answers there, or the answer broke off.
    case unreachable(String)
    /// The time is over.
    case timedOut
    /// The server is busy or failed: a status of 429 or from 500 on.
    case busy(Int)
    /// The server will not: any other status that is no success.
    case refused(Int)
    /// The server points elsewhere, where nothing is sent.
    case redirected
    /// More bytes than an answer may bring.
    case tooLong
    /// The address is none after all.
    case badAddress
}
