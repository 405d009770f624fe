import Liquidations
import Market
import Series
import TestSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A full tape of liquidations whose truth is known: made by laws that the estimator is not told.
struct SimulatedTape {
    /// How dense the orders are.
    enum Stratum: String, CaseIterable {
        /// One in some seconds, drifting.
        case calm
        /// Bursts of tens a second that die down in half a minute.
        case violent
    }

    /// What the estimator assumes and the tape may break.
    enum Fault: String, CaseIterable {
        /// Nothing is broken.
        case none
        /// Sizes have a Pareto tail of index 1.5 above their upper tenth.
        case heavyTail
        /// Orders come in clusters of three on average, within a tenth of a second.
        case clusters
        /// Another maker altogether: orders beget orders, and sizes are of two kinds and do not follow
        /// the rate.
        case selfExciting
        /// Positions are closed in passes: all orders of a second come within 0.57 seconds from 0.03 on.
        case passes
    }

    let window: TimeRange
    let orders: [PublishedTape.Order]

    var trueUSD: Double { orders.map(\.dollars).compensatedSum }

    init(_ stratum: Stratum, seconds: Int, seed: UInt64, fault: Fault = .none) {
        let start = Timestamp(seconds: 1_737_936_000)
        window = TimeRange(
            from: start, to: start + TimeSpan(microseconds: Int64(seconds) * 1_000_000))
        var random = SeededGenerator(seed: seed &* 0x9e37_79b9 &+ 17)
        if fault == .selfExciting {
            orders = Self.exciting(stratum, seconds, &random).map { at in
                let time = start + TimeSpan(microseconds: Int64(at * 1e6))
                return PublishedTape.Order(time: time, dollars: Self.sizeOfTwoKinds(&random))
            }
            return
        }
        let rates =
            stratum == .calm
            ? Self.calm(seconds, &random) : Self.violent(seconds, &random)
        var orders: [PublishedTape.Order] = []
        for (second, rate) in rates.enumerated() {
            let share = fault == .clusters ? 1.0 / 3 : 1
            var passed = Self.exponential(&random) / (rate * share)
            while passed < 1 {
                var members = 1
                if fault == .clusters { while Self.unit(&random) > 1.0 / 3 { members += 1 } }
                for _ in 0..<members {
                    let apart = members > 1 ? 0.1 * Self.unit(&random) : 0
                    let at =
                        fault == .passes ? 0.03 + 0.57 * passed : min(passed + apart, 0.999_999)
                    let time = start + TimeSpan(microseconds: Int64((Double(second) + at) * 1e6))
                    orders.append(
                        PublishedTape.Order(time: time, dollars: Self.size(rate, fault, &random)))
                }
                passed += Self.exponential(&random) / (rate * share)
            }
        }
        self.orders = orders
    }

    private static func size(_ rate: Double, _ fault: Fault, _ random: inout SeededGenerator)
        -> Double
    {
        let middle = 8 + 0.25 * log(rate)
        if fault == .heavyTail, unit(&random) < 0.1 {
            // From the upper tenth of the log-normal on, 1.2816 deviations up.
            return exp(middle + 1.5 * 1.2816) * pow(1 - unit(&random), -1 / 1.5)
        }
        return exp(middle + 1.5 * normal(&random))
    }

    /// The logarithm of the rate wanders about that of a quarter a second.
    private static func calm(_ seconds: Int, _ random: inout SeededGenerator) -> [Double] {
        let kept = exp(-1.0 / 120)
        var level = 0.5 * normal(&random)
        return (0..<seconds).map { _ in
            level = kept * level + 0.5 * (1 - kept * kept).squareRoot() * normal(&random)
            return exp(log(0.25) + level)
        }
    }

    /// Bursts begin every two minutes and die down over twenty seconds.
    private static func violent(_ seconds: Int, _ random: inout SeededGenerator) -> [Double] {
        var burst = 6 * exponential(&random)
        return (0..<seconds).map { _ in
            burst *= exp(-1.0 / 20)
            if unit(&random) < 1.0 / 120 { burst += 10 * exponential(&random) }
            return min(0.4 + burst, 100)
        }
    }

    /// Times at which orders come when each raises the rate of more, which then dies down: a Hawkes process with
    /// an exponential kernel, by Ogata's thinning; in the violent stratum shocks from outside start it.
    ///
    /// - Source: Ogata, *On Lewis' Simulation Method for Point Processes*, 1981.
    private static func exciting(
        _ stratum: Stratum, _ seconds: Int, _ random: inout SeededGenerator
    ) -> [Double] {
        let isCalm = stratum == .calm
        let (base, children, memory) = isCalm ? (0.1, 0.5, 10.0) : (0.15, 0.8, 5.0)
        var (at, excited, shock, times) = (0.0, 0.0, 90 * exponential(&random), [Double]())
        while at < Double(seconds) {
            let bound = base + excited
            let wait = exponential(&random) / bound
            if !isCalm, shock < at + wait {
                excited = excited * exp((at - shock) / memory) + 5 * exponential(&random)
                at = shock
                shock += 90 * exponential(&random)
                continue
            }
            at += wait
            excited *= exp(-wait / memory)
            guard at < Double(seconds), unit(&random) * bound < base + excited else { continue }
            times.append(at)
            excited = min(excited + children / memory, 100)
        }
        return times
    }

    /// Three in ten are large.
    private static func sizeOfTwoKinds(_ random: inout SeededGenerator) -> Double {
        unit(&random) < 0.3
            ? exp(9 + 1.2 * normal(&random)) : exp(7.5 + 1.0 * normal(&random))
    }

    private static func unit(_ random: inout SeededGenerator) -> Double {
        Double(random.next() >> 11) * 0x1p-53
    }

    private static func exponential(_ random: inout SeededGenerator) -> Double {
        -log(1 - unit(&random))
    }

    private static func normal(_ random: inout SeededGenerator) -> Double {
        (2 * exponential(&random)).squareRoot() * cos(2 * .pi * unit(&random))
    }
}
