#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Wording

/// The time that a user waits. No figure of an answer depends on it.
struct MonotonicClock: WaitingClock {
    var elapsed: Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }

    func wait(_ pause: Duration) {
        let (seconds, attoseconds) = pause.components
        var asked = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        var rest = timespec()
        while nanosleep(&asked, &rest) != 0, errno == EINTR { asked = rest }
    }
}
