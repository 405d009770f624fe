#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Work to be timed, over so many elements; what it answers is printed, so that none of it is
/// left out by the optimiser.
struct Part {
    let name: String
    let elements: Int
    let work: () throws -> Double
}

/// Times work by the clock of its own thread, which other processes do not move.
enum Stopwatch {
    /// Runs the parts in turn, several times over, and answers a line of JSON for each.
    static func lines(_ parts: [Part], repeats: Int) -> [String] {
        var times = parts.map { _ in [Double]() }
        var results = parts.map { _ in Double.nan }
        for _ in 0..<max(1, repeats) {
            for (place, part) in parts.enumerated() {
                let start = now()
                // A part that fails answers NaN, which agrees with nothing.
                results[place] = (try? part.work()) ?? .nan
                times[place].append(now() - start)
            }
        }
        return zip(parts, zip(times, results)).map { part, found in
            line(part.name, elements: part.elements, times: found.0, result: found.1)
        }
    }

    /// A line of JSON for what took these times.
    static func line(_ name: String, elements: Int, times: [Double], result: Double) -> String {
        let sorted = times.sorted()
        return "{\"part\": \"\(name)\", \"elements\": \(elements), "
            + "\"min_ns\": \(sorted[0]), \"median_ns\": \(sorted[sorted.count / 2]), "
            + "\"result\": \(result.isFinite ? "\(result)" : "null")}"
    }

    /// Nanoseconds on the wall.
    static func wall() -> Double { time(CLOCK_MONOTONIC) }

    /// Nanoseconds that this thread has worked.
    private static func now() -> Double { time(CLOCK_THREAD_CPUTIME_ID) }

    private static func time(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
}
