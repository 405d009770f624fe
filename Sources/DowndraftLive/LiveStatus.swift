internal import ArgumentParser
internal import Completions

/// What this program tells its caller by its exit code.
enum LiveStatus: Int32 {
    case usage = 64
    /// Asking again may help.
    case unavailable = 69
    case timedOut = 75
    /// Asking again does not help.
    case refused = 77

    /// The code and the line for a failure.
    static func of(_ failure: CompletionFailure) -> (status: LiveStatus, line: String) {
        switch failure {
        case .unreachable(let why): (.unavailable, "no answer: \(why)")
        case .timedOut: (.timedOut, "no answer in time")
        case .busy(let status): (.unavailable, "the server failed with status \(status)")
        case .refused(let status): (.refused, "the server refused with status \(status)")
        case .redirected: (.refused, "the server points elsewhere, and nothing is sent there")
        case .tooLong: (.refused, "the answer is too long")
        case .badAddress: (.usage, "the endpoint cannot be read")
        }
    }
}
