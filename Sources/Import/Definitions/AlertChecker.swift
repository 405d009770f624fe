internal import Outlook

/// Makes a rule of what somebody wrote, or says what is wrong with it.
struct AlertChecker {
    let file: String
    let written: WrittenAlert

    /// The rule.
    func rule() throws(ImportError) -> AlertRule {
        guard AlertRule.isName(written.name) else {
            throw ImportError(
                .badValue, file: file, what: "the name \"\(written.name.prefix(40))\" is no name",
                remedy: "use up to \(AlertRule.longestName) small letters, digits and hyphens")
        }
        let quantity = try checkedQuantity()
        let promise = try checkedPromise(of: quantity)
        guard
            let rule = AlertRule(
                name: written.name, subject: try checkedSubject(), interval: try checkedInterval(),
                quantity: quantity, threshold: try checkedThreshold(),
                coolDown: try checkedCoolDown(), promise: promise)
        else { throw outOfRange("its parts do not go together", WrittenFile.remedy) }
        return rule
    }

    private func checkedSubject() throws(ImportError) -> String {
        guard (1...60).contains(written.subject.unicodeScalars.count),
            !written.subject.unicodeScalars.contains(where: Printable.isControl)
        else {
            throw badValue(
                "\"of\" is empty, too long or not on one line",
                "write TOTAL, or an asset such as BTC")
        }
        return written.subject
    }

    private func checkedInterval() throws(ImportError) -> Int64 {
        guard let found = AlertRule.intervals.first(where: { $0.name == written.bars }) else {
            let known = AlertRule.intervals.map(\.name).joined(separator: " or ")
            throw badValue(
                "\"\(written.bars.prefix(40))\" is no length of bars to walk", "write \(known)")
        }
        return found.microseconds
    }

    private func checkedThreshold() throws(ImportError) -> AlertThreshold {
        let comparison: AlertThreshold.Comparison
        let enter: Double
        switch (written.atLeast, written.atMost) {
        case (let value?, nil): (comparison, enter) = (.atLeast, value)
        case (nil, let value?): (comparison, enter) = (.atMost, value)
        default:
            throw wrongColumns("needs one of at_least and at_most", "write one of them")
        }
        guard let until = written.until else {
            throw wrongColumns("until is missing", "write the value at which the alert is over")
        }
        guard let threshold = AlertThreshold(comparison, enter: enter, exit: until) else {
            let side = comparison == .atLeast ? "below" : "above"
            throw outOfRange(
                "until is \(until) with a threshold of \(enter)",
                "give an until \(side) the threshold")
        }
        return threshold
    }

    private func checkedCoolDown() throws(ImportError) -> Int {
        let bars = written.coolDown ?? 0
        guard (0...AlertRule.mostCoolDown).contains(bars) else {
            throw outOfRange(
                "cool_down is \(bars)", "give a number of bars from 0 to \(AlertRule.mostCoolDown)")
        }
        return bars
    }

    private func checkedPromise(of quantity: AlertQuantity) throws(ImportError) -> AlertPromise {
        guard let way = AlertPromise.Way(rawValue: written.promise.way) else {
            throw badValue(
                "\"\(written.promise.way.prefix(40))\" is no way to go", "use further or either")
        }
        guard way == .either || quantity.hasSide else {
            throw badValue(
                "\"\(written.watch.quantity)\" says nothing of which way the price goes",
                "use either")
        }
        guard let swings = written.promise.swings, let bars = written.promise.within else {
            throw wrongColumns("then needs swings and within", "write both")
        }
        guard let promise = AlertPromise(way, swings: swings, bars: bars) else {
            throw outOfRange(
                "then is \(swings) swings within \(bars) bars",
                "give swings above 0 and up to 20, and 1 to \(AlertPromise.mostBars) bars")
        }
        return promise
    }

    // MARK: What is watched

    private func checkedQuantity() throws(ImportError) -> AlertQuantity {
        let watch = written.watch
        let quantity: AlertQuantity
        switch watch.quantity {
        case "move": quantity = .move(bars: try needed(watch.over, "over", ["over"]))
        case "swings": quantity = .swings(bars: try needed(watch.over, "over", ["over"]))
        case "open-interest":
            quantity = .openInterest(bars: try needed(watch.over, "over", ["over"]))
        case "rsi": quantity = .strength(period: try needed(watch.period, "period", ["period"]))
        case "liquidated":
            let bars = try needed(watch.over, "over", ["over", "side"])
            quantity = .liquidated(try checkedSide(), bars: bars)
        case "distance": quantity = .distance(try checkedReference())
        default:
            throw badValue(
                "\"\(watch.quantity.prefix(40))\" is nothing to watch",
                "use move, swings, distance, rsi, liquidated or open-interest")
        }
        guard quantity.isValid else {
            throw outOfRange(
                "\(quantity.canonicalText) cannot be measured",
                "give stretches of 1 to \(AlertQuantity.mostBars) bars, periods and lengths from 2, and a level "
                    + "above 0")
        }
        return quantity
    }

    private func checkedSide() throws(ImportError) -> AlertQuantity.Side {
        let word = written.watch.side ?? "both"
        guard let side = AlertQuantity.Side(rawValue: word) else {
            throw badValue("\"\(word.prefix(40))\" is no side", "use long, short or both")
        }
        return side
    }

    private func checkedReference() throws(ImportError) -> AlertQuantity.Reference {
        if let level = written.watch.level {
            return .level(try needed(level, "level", ["level"]))
        }
        let length = try needed(written.watch.length, "length", ["length", "average"])
        switch written.watch.average {
        case "simple": return .simpleAverage(length)
        case "exponential": return .exponentialAverage(length)
        case let word?:
            throw badValue("\"\(word.prefix(40))\" is no average", "use simple or exponential")
        case nil: throw wrongColumns("distance needs a level or an average", "write one of them")
        }
    }

    /// A field that a quantity needs, where it has no other than those it takes.
    private func needed<Value>(
        _ value: Value?, _ name: String, _ taken: Set<String>
    ) throws(ImportError) -> Value {
        let quantity = written.watch.quantity
        if let extra = written.watch.given.subtracting(taken).min() {
            throw wrongColumns("\(quantity) takes no \(extra)", "take it out")
        }
        guard let value else { throw wrongColumns("\(quantity) needs \(name)", "write it") }
        return value
    }

    // MARK: Errors

    private func error(_ kind: ImportError.Kind, _ what: String, _ remedy: String) -> ImportError {
        ImportError(kind, file: file, what: "\(written.name): \(what)", remedy: remedy)
    }

    private func badValue(_ what: String, _ remedy: String) -> ImportError {
        error(.badValue, what, remedy)
    }

    private func wrongColumns(_ what: String, _ remedy: String) -> ImportError {
        error(.wrongColumns, what, remedy)
    }

    private func outOfRange(_ what: String, _ remedy: String) -> ImportError {
        error(.outOfRange, what, remedy)
    }
}
