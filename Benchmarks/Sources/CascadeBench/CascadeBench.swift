import Cascades

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Times the cascade's kernels on the scenarios of a file, beside `Benchmarks/peer/cascade.c`.
///
///     CascadeBench INPUT THREADS REPEATS [PART]
///
/// `INPUT` holds doubles in the machine's own order, as the peer describes them; `THREADS` is 1, or
/// anything else for all cores. Prints a line of JSON for each kernel, and one for a cascade over a
/// million accounts; of `PART` alone where one is named.
@main
struct CascadeBench {
    static func main() async throws {
        let bench = try CascadeBench(arguments: CommandLine.arguments)
        let (input, isAlone, repeats) = (bench.input, bench.isAlone, bench.repeats)
        if bench.isAsked("fixed-point") {
            await measure("fixed-point", input.count, repeats) {
                isAlone
                    ? input.table.falls(of: input.scenarios)
                    : await input.table.fallsOnAllCores(of: input.scenarios)
            }
        }
        if bench.isAsked("paths") {
            await measure("paths", input.count, repeats) {
                isAlone
                    ? input.paths.falls(of: input.scenarios)
                    : await input.paths.fallsOnAllCores(of: input.scenarios)
            }
        }
        if let market = bench.market {
            await measure("accounts", market.accounts.count, repeats) { market.run() }
        }
    }

    private let input: ScenarioInput
    private let market: AccountMarket?
    private let isAlone: Bool
    private let repeats: Int
    private let part: String?

    /// Everything that can fail, before anything is measured.
    ///
    /// Kept apart from what is asynchronous: the optimiser of Swift 6.3 takes a typed error for thrown
    /// that was not, where a function that throws one is inlined into an asynchronous one.
    @inline(never) private init(arguments: [String]) throws {
        guard (4...5).contains(arguments.count), let threads = Int(arguments[2]),
            let repeats = Int(arguments[3]), repeats > 0
        else { throw BenchProblem(what: "usage: CascadeBench INPUT THREADS REPEATS [PART]") }
        part = arguments.count > 4 ? arguments[4] : nil
        input = try ScenarioInput(file: arguments[1])
        market =
            part == nil || part == "accounts" ? try AccountMarket(accounts: 1_000_000) : nil
        isAlone = threads == 1
        self.repeats = repeats
    }

    private func isAsked(_ name: String) -> Bool { part == nil || part == name }

    private static func measure(
        _ name: String, _ elements: Int, _ repeats: Int,
        _ work: @Sendable () async -> [Double]
    ) async {
        var (times, cores): ([Double], [Double]) = ([], [])
        var result = 0.0
        for _ in 0..<repeats {
            let (start, coreStart) = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
            let values = await work()
            times.append(now(CLOCK_MONOTONIC) - start)
            cores.append(now(CLOCK_PROCESS_CPUTIME_ID) - coreStart)
            result = values.reduce(0, +)
        }
        times.sort()
        cores.sort()
        let middle = repeats / 2
        print(
            "{\"part\": \"\(name)\", \"elements\": \(elements), \"min_ns\": \(times[0]), "
                + "\"median_ns\": \(times[middle]), \"core_ns\": \(cores[0]), "
                + "\"core_median_ns\": \(cores[middle]), \"result\": \(result)}")
    }

    /// Nanoseconds on a clock: that of the wall, or that of all cores' work added up, which busy
    /// neighbours move less.
    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
}

/// Why nothing was measured.
struct BenchProblem: Error {
    let what: String
}
