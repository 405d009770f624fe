#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Market

/// The machine's clock. It says when a forecast was written down, and when forecasts are
/// judged that nobody names a time for; nothing else anywhere depends on it.
enum SystemClock {
    /// The moment it is, in UTC.
    static var moment: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(
            microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}
