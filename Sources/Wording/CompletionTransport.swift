/// Brings a question to a model and its answer back.
package protocol CompletionTransport {
    /// Sends the body of a question and hands over the answer's bytes as they come, until `take` says that it has enough.
    mutating func complete(
        _ body: [UInt8], within limit: Duration, take: (ArraySlice<UInt8>) -> Bool
    ) -> CompletionEnd
}

/// How a question ended.
package enum CompletionEnd: Hashable, Sendable {
    /// The answer came to its end, or had enough.
    case finished
    /// Nothing came in time.
    case timedOut
    /// The endpoint is not there, or failed for the time being; asking again may help.
    case failed(String)
    /// The endpoint will not answer this; asking again does not help.
    case refused(String)
}

/// What time it is for somebody who waits.
package protocol WaitingClock {
    /// The time since some moment.
    var elapsed: Duration { get }
    /// Lets time pass.
    func wait(_ pause: Duration)
}
