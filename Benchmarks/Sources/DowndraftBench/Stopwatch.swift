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
            let sorted = found.0.sorted()
            return "{\"part\": \"\(part.name)\", \"elements\": \(part.elements), "
                + "\"min_ns\": \(sorted[0]), \"median_ns\": \(sorted[sorted.count / 2]), "
                + "\"result\": \(found.1.isFinite ? "\(found.1)" : "null")}"
        }
    }

    /// Nanoseconds that this thread has worked.
    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
}
