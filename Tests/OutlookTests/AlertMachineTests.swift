import TestSupport
import Testing

@testable import Outlook

@Suite struct AlertMachineTests {
    private func fired(
        _ values: [Double?], _ threshold: AlertThreshold, coolDown: Int64 = 0
    ) -> [Int] {
        var machine = AlertMachine(threshold, coolDown: coolDown)
        return values.indices.filter {
            machine.update(values[$0], at: Int64($0)) == .fired
        }
    }

    /// What the words say, over whole sequences: beyond the threshold, with a value back at the exit since the
    /// last one beyond it, not the first of all, and not within the cool-down.
    private func defined(
        _ values: [Double?], _ threshold: AlertThreshold, coolDown: Int
    ) -> [Int] {
        let known = values.indices.filter { values[$0].map { !$0.isNaN } ?? false }
        var alerts: [Int] = []
        for place in known.dropFirst() where values[place].map(threshold.isEntered) ?? false {
            let before = known.prefix { $0 < place }
            let beyond = before.last { values[$0].map(threshold.isEntered) ?? false }
            let back = before.last { values[$0].map(threshold.isLeft) ?? false }
            if let beyond, beyond > back ?? -1 { continue }
            if let last = alerts.last, place - last < coolDown { continue }
            alerts.append(place)
        }
        return alerts
    }

    /// Every sequence of up to six values of four kinds, with cool-downs, to both sides.
    @Test func theMachineIsItsDefinition() throws {
        let above = try #require(AlertThreshold(.atLeast, enter: 2, exit: 1))
        let below = try #require(AlertThreshold(.atMost, enter: -2, exit: -1))
        var alerts = 0
        for values in sequences(over: [0.5, 1.5, 2.5, nil] as [Double?], upTo: 6) {
            for coolDown in [0, 2, 4] {
                let found = fired(values, above, coolDown: Int64(coolDown))
                #expect(found == defined(values, above, coolDown: coolDown))
                #expect(
                    found == fired(values.map { $0.map { -$0 } }, below, coolDown: Int64(coolDown)))
                alerts += found.count
            }
        }
        #expect(alerts > 5_000)
    }

    /// Whatever moves between exit and threshold sets off nothing.
    @Test func aValueBetweenTheThresholdsNeverFiresTwice() throws {
        let threshold = try #require(AlertThreshold(.atLeast, enter: 2, exit: 1))
        var random = SeededGenerator(seed: 3)
        for _ in 0..<100 {
            let tail = (0..<50).map { _ in
                Optional(Double.random(in: 1.0.nextUp...10, using: &random))
            }
            #expect(fired([0, 2] + tail, threshold).count == 1)
        }
    }

    @Test func alertsLieAtLeastACoolDownApart() throws {
        let threshold = try #require(AlertThreshold(.atMost, enter: 0.3, exit: 0.6))
        var random = SeededGenerator(seed: 4)
        for coolDown in 1...20 {
            let values = (0..<300).map { _ in Optional(Double.random(in: 0...1, using: &random)) }
            let found = fired(values, threshold, coolDown: Int64(coolDown))
            #expect(found.count > 2)
            #expect(zip(found, found.dropFirst()).allSatisfy { $1 - $0 >= coolDown })
        }
    }

    @Test func whatIsNoNumberChangesNothing() throws {
        let threshold = try #require(AlertThreshold(.atLeast, enter: 2, exit: 1))
        #expect(fired([0, 3, .nan, nil, 3, 0, .nan, 3], threshold) == [1, 7])
        #expect(fired([3, 0, 3], threshold) == [2])
        #expect(fired([0, .infinity, -.infinity, .infinity], threshold) == [1, 3])
        var machine = AlertMachine(threshold, coolDown: .max)
        #expect(machine.update(0, at: .min) == nil)
        #expect(machine.update(3, at: .min) == .fired && machine.activeSince == .min)
        #expect(machine.update(0, at: 0) == .left && machine.activeSince == nil)
        // So long ago that the time since is no number: the cool-down is over.
        #expect(machine.update(3, at: .max) == .fired)
    }

    @Test func onlyNumbersWithAMeaningMakeARule() throws {
        #expect(AlertThreshold(.atLeast, enter: 1, exit: 1) == nil)
        #expect(AlertThreshold(.atLeast, enter: 1, exit: 2) == nil)
        #expect(AlertThreshold(.atMost, enter: 1, exit: 0) == nil)
        #expect(AlertThreshold(.atMost, enter: .nan, exit: 0) == nil)
        #expect(AlertThreshold(.atLeast, enter: .infinity, exit: 0) == nil)
        for swings in [0, -1, 20.5, .nan, .infinity] as [Double] {
            #expect(AlertPromise(.either, swings: swings, bars: 3) == nil)
        }
        for bars in [0, -1, 61, .max, .min] {
            #expect(AlertPromise(.either, swings: 1, bars: bars) == nil)
        }
        #expect(MadeAlerts.rule(quantity: .move(bars: 0)) == nil)
        #expect(MadeAlerts.rule(quantity: .strength(period: 1)) == nil)
        #expect(MadeAlerts.rule(quantity: .distance(.level(.nan))) == nil)
        #expect(MadeAlerts.rule(quantity: .distance(.simpleAverage(1_001))) == nil)
        #expect(MadeAlerts.rule(quantity: .liquidated(.long, bars: 1)) == nil)
        #expect(MadeAlerts.rule(quantity: .liquidated(.long, bars: 1), way: .either) != nil)
        #expect(MadeAlerts.rule(name: "") == nil && MadeAlerts.rule(name: "A b") == nil)
        #expect(MadeAlerts.rule(name: String(repeating: "a", count: 41)) == nil)
        #expect(MadeAlerts.rule(interval: 60_000_000) == nil)
        #expect(MadeAlerts.rule(coolDown: -1) == nil && MadeAlerts.rule(coolDown: 1_001) == nil)
        let rule = try #require(MadeAlerts.rule())
        #expect(rule.side == .down && rule.intervalName == "1d")
    }
}
