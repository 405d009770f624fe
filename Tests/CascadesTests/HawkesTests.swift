import TestSupport
import Testing

@testable import Cascades

@Suite struct HawkesTests {
    /// Seven events, mu 0.5, alpha 0.8, beta 1.5, over 6: published figures, recursion and brute force.
    @Test func publishedFigures() throws {
        let events = try HawkesEvents(
            times: [0.5, 0.7, 1.6, 3.0, 3.1, 3.15, 5.2], duration: 6)
        let model = try HawkesModel(base: 0.5, kernels: [.init(weight: 0.8, decay: 1.5)])
        #expect(abs(model.branchingRatio - 0.533333) < 5e-7)
        #expect(agree(model.expectedEvents(of: events), 6.551415275461686, relative: 1e-13))
        #expect(agree(model.logLikelihood(of: events), -7.288215554810699, relative: 1e-13))
        let (all, outside) = model.intensities(of: events)
        let shares = [1, 0.457601, 0.580698, 0.778603, 0.381406, 0.250685, 0.825105]
        for (place, share) in shares.enumerated() {
            #expect(abs(outside[place] / all[place] - share) < 5e-7)
        }
        #expect(abs(zip(outside, all).reduce(0) { $0 + $1.0 / $1.1 } - 4.274098) < 5e-7)
        #expect(abs((model.endogenousShare(of: events) ?? 0) - 0.389415) < 5e-7)
        let burst = try #require(model.endogenousShare(of: events, from: 3, to: 4))
        #expect(abs(burst - (1 - (0.778603 + 0.381406 + 0.250685) / 3)) < 1e-6)
        #expect(model.endogenousShare(of: events, from: 7) == nil)
    }

    /// Counts of mean 10 and variance 250 give a ratio of 0.8; Hardiman and Bouchaud 2014.
    @Test func ratioOfCounts() {
        // Squares 100, 64, 36, 16 and 784 over four.
        let counts = [0, 2, 4, 6, 38]
        #expect(agree(HawkesEvents.branchingRatio(ofCounts: counts), 0.8))
        #expect(HawkesEvents.branchingRatio(ofCounts: [3, 3, 3]) == nil)
        #expect(HawkesEvents.branchingRatio(ofCounts: [3]) == nil)
    }

    static func events(_ name: String) throws -> HawkesEvents {
        let times = try ReferenceTable(fixture: "Cascades/hawkes-events.csv").rows
            .filter { $0["case"] == name }.compactMap { Double($0["time"] ?? "") }
        return try HawkesEvents(times: times, duration: 600)
    }

    static let news = Result { try HawkesNews(times: [100, 300], decay: 0.05) }

    /// scipy maximised the brute-force likelihood of the same events.
    @Test(arguments: ["exponential", "sum", "news"])
    func agreesWithScipy(name: String) throws {
        let row = try #require(
            ReferenceTable(fixture: "Cascades/hawkes.csv").rows.first { $0["case"] == name })
        let figures = row.compactMapValues { Double($0) }
        let weights = (row["weights"] ?? "").split(separator: " ").compactMap { Double($0) }
        let decays = (row["decays"] ?? "").split(separator: " ").compactMap { Double($0) }
        let events = try Self.events(name)
        let fit = try HawkesFit(
            events, shape: name == "sum" ? .sum(decays: decays) : .exponential,
            news: name == "news" ? Self.news.get() : .none)
        #expect(Double(events.times.count) == figures["events"])
        let likelihood = try #require(figures["likelihood"])
        #expect(fit.logLikelihood > likelihood - 1e-7 && fit.logLikelihood < likelihood + 1e-5)
        for (found, wanted) in zip(fit.model.weights, weights) {
            #expect(agree(found, wanted, relative: 2e-4))
        }
        for (found, wanted) in zip(fit.model.kernels.map(\.decay), decays) {
            #expect(agree(found, wanted, relative: 2e-4))
        }
        #expect(agree(fit.model.branchingRatio, figures["branching"], relative: 2e-4))
        #expect(agree(fit.endogenousShare, figures["share"], relative: 2e-4))
        let test = try #require(fit.residualTest)
        #expect(agree(test.distance, figures["ks"], relative: 1e-3))
        #expect(agree(test.dependence, figures["ljungbox"], relative: 2e-3))
        #expect(test.distanceProbability > 0.01 && test.dependenceProbability > 0.01)
    }

    /// Left out of the model, a burst of news is taken for self-excitement.
    @Test func newsLeftOutLooksLikeSelfExcitement() throws {
        let events = try Self.events("news")
        let with = try HawkesFit(events, news: Self.news.get())
        let without = try HawkesFit(events)
        #expect(without.endogenousShare > with.endogenousShare + 0.1)
        #expect(with.logLikelihood > without.logLikelihood + 20)
    }

    /// What made the events is found again within three standard errors; the ratio by counts is near.
    @Test func recoversWhatMadeThem() throws {
        let model = try HawkesModel(base: 0.5, kernels: [.init(weight: 0.6, decay: 1)])
        var far = 0
        for seed in 1...4 as ClosedRange<UInt64> {
            let events = try HawkesSimulation.events(of: model, duration: 1000, seed: seed)
            let fit = try HawkesFit(events)
            let error = try #require(fit.branchingError)
            if abs(fit.model.branchingRatio - 0.6) > 3 * error { far += 1 }
            #expect(error < 0.1 && abs(fit.endogenousShare - 0.6) < 0.15)
        }
        #expect(far == 0)
        let long = try HawkesSimulation.events(of: model, duration: 20_000, seed: 9)
        let counts = try #require(long.counts(inWindowsOf: 50))
        let ratio = try #require(HawkesEvents.branchingRatio(ofCounts: counts))
        #expect(abs(ratio - 0.6) < 0.08)
        // A rate of 0.5 over 1 - 0.6.
        #expect(abs(Double(long.times.count) / 20_000 - 1.25) < 0.1)
    }

    /// Events that nothing ties together have a share near none.
    @Test func chanceAloneHasNoShare() throws {
        let model = try HawkesModel(base: 1, kernels: [])
        let events = try HawkesSimulation.events(of: model, duration: 1000, seed: 3)
        let fit = try HawkesFit(events, shape: .sum(decays: [0.1, 1]))
        #expect(fit.endogenousShare < 0.1)
        #expect(model.residuals(of: events).count == events.times.count)
        let test = try #require(ResidualTest(model.residuals(of: events)))
        #expect(test.distanceProbability > 0.01)
        #expect(ResidualTest([1, 2, 3]) == nil)
    }

    /// The residuals add up to what is expected up to the last event; scaling time scales rates.
    @Test func consistency() throws {
        let events = try Self.events("news")
        let model = try HawkesModel(
            base: 0.4, newsWeight: 3, news: Self.news.get(),
            kernels: [.init(weight: 0.5, decay: 1), .init(weight: 0.02, decay: 0.1)])
        let upToLast = try HawkesEvents(
            times: events.times, duration: events.times.last ?? 0)
        let sum = model.residuals(of: events).reduce(0, +)
        #expect(agree(sum, model.expectedEvents(of: upToLast), relative: 1e-9))
        let slow = try HawkesFit(
            HawkesEvents(times: events.times.map { $0 * 8 }, duration: 4800))
        let fast = try HawkesFit(events)
        #expect(agree(slow.model.branchingRatio, fast.model.branchingRatio, relative: 1e-4))
        #expect(agree(slow.endogenousShare, fast.endogenousShare, relative: 1e-4))
    }

    @Test func refusesWhatCannotBeFitted() throws {
        #expect(throws: CascadeError.notFinite("event time")) {
            try HawkesEvents(times: [.nan], duration: 1)
        }
        #expect(throws: CascadeError.outOfRange("event time")) {
            try HawkesEvents(times: [2], duration: 1)
        }
        #expect(throws: CascadeError.outOfRange("events")) {
            try HawkesFit(HawkesEvents(times: [1], duration: 2))
        }
        #expect(throws: CascadeError.notPositive("base rate")) {
            try HawkesModel(base: 0, kernels: [])
        }
        #expect(throws: CascadeError.outOfRange("branching ratio")) {
            try HawkesSimulation.events(
                of: HawkesModel(base: 1, kernels: [.init(weight: 2, decay: 1)]), duration: 1,
                seed: 1)
        }
        // All at one time: no rate is finite, and nothing traps.
        let burst = try HawkesEvents(times: [Double](repeating: 1, count: 50), duration: 2)
        #expect(try HawkesFit(burst).logLikelihood.isFinite)
    }

    /// The words of a fit speak of events and never of the fall's cause.
    @Test func words() {
        #expect(HawkesFit.wording.hasPrefix("of liquidation events"))
        #expect(!HawkesFit.wording.contains("caused") && HawkesFit.caveats.count >= 4)
    }
}
