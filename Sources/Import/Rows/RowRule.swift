internal import Market
internal import Store

/// What must hold between the columns of one row; columns are named by their place.
enum RowRule {
    /// A bar is known no sooner than it closes.
    case knownAtClose(open: Int, interval: Int, known: Int)
    /// A row is known no sooner than its event.
    case knownAfter(event: Int, known: Int)
    /// A close is known no sooner than its day began.
    case knownOnDay(day: Int, known: Int)
    /// The first of these is the lowest and the last the highest.
    case ordered(low: Int, within: [Int], high: Int)
    /// Contracts margined in a stablecoin are counted in coins, others in dollars.
    case unitOfMargin(margin: Int, unit: Int)

    /// Only a quanto has a price of what it pays in.
    case paysInAThirdAsset(unit: Int, price: Int)
    /// A stretch of time, where both ends are said, has some length.
    case startsBeforeItEnds(from: Int, until: Int)
    /// Only what is scheduled is known before it begins.
    case announced(kind: Int, start: Int, known: Int)
    /// What merged went over into something else, and nothing but that did.
    case successorOfMerged(asset: Int, kind: Int, into: Int)

    /// What the row says that cannot be; `nil` where all is well.
    func violation(in row: ArraySlice<StoreValue>) -> String? {
        switch self {
        case .knownAtClose(let open, let interval, let known):
            Self.early(
                row, known, event: Self.time(row, open) + Self.span(row, interval), "the close")
        case .knownAfter(let event, let known):
            Self.early(row, known, event: Self.time(row, event), "the event")
        case .knownOnDay(let day, let known):
            Self.early(
                row, known,
                event: CalendarDay(daysSinceEpoch: Int(Self.integer(row, day))).start, "the day")
        case .ordered(let low, let within, let high): Self.disorder(row, low, within, high)
        case .startsBeforeItEnds(let from, let until): Self.emptyStretch(row, from, until)
        case .announced(let kind, let start, let known):
            Self.text(row, kind) == MarketEvent.Kind.schedule.rawValue
                ? nil : Self.early(row, known, event: Self.time(row, start), "the event")
        case .successorOfMerged(let asset, let kind, let into):
            Self.wrongSuccessor(row, asset, kind, into)
        case .paysInAThirdAsset(let unit, let price):
            Self.text(row, unit) != "quanto" && row[row.startIndex + price] != .null
                ? "quanto_usd of a contract of \(Self.text(row, unit))" : nil
        case .unitOfMargin(let margin, let unit):
            Self.text(row, unit) == (Self.text(row, margin) == "coin" ? "usd" : "coins")
                ? nil
                : "unit \(Self.text(row, unit)) is not that of margin \(Self.text(row, margin))"
        }
    }

    private static func early(
        _ row: ArraySlice<StoreValue>, _ known: Int, event: Timestamp, _ name: String
    ) -> String? {
        let known = time(row, known)
        return known >= event ? nil : "known \(known) is before \(name) at \(event)"
    }

    private static func disorder(
        _ row: ArraySlice<StoreValue>, _ low: Int, _ within: [Int], _ high: Int
    ) -> String? {
        let bounds = (low: figure(row, low), high: figure(row, high))
        if bounds.low > bounds.high { return "low \(bounds.low) is above high \(bounds.high)" }
        for place in within {
            let value = figure(row, place)
            if value < bounds.low { return "low \(bounds.low) is above \(value)" }
            if value > bounds.high { return "high \(bounds.high) is below \(value)" }
        }
        return nil
    }

    private static func emptyStretch(
        _ row: ArraySlice<StoreValue>, _ from: Int, _ until: Int
    ) -> String? {
        guard case .integer(let first) = row[row.startIndex + from],
            case .integer(let last) = row[row.startIndex + until], first >= last
        else { return nil }
        return "it ends \(time(row, until)), not after it begins"
    }

    private static func wrongSuccessor(
        _ row: ArraySlice<StoreValue>, _ asset: Int, _ kind: Int, _ into: Int
    ) -> String? {
        let name = text(row, into)
        if (text(row, kind) == "merged") == name.isEmpty {
            return name.isEmpty
                ? "a merged asset has no successor"
                : "successor \(name) of an asset that is not merged"
        }
        return name == text(row, asset) && !name.isEmpty ? "\(name) is its own successor" : nil
    }

    // The field rules have made each value what its column holds; the other cases do not occur.

    private static func integer(_ row: ArraySlice<StoreValue>, _ place: Int) -> Int64 {
        guard case .integer(let value) = row[row.startIndex + place] else { return 0 }
        return value
    }

    private static func time(_ row: ArraySlice<StoreValue>, _ place: Int) -> Timestamp {
        Timestamp(microseconds: integer(row, place))
    }

    private static func span(_ row: ArraySlice<StoreValue>, _ place: Int) -> TimeSpan {
        TimeSpan(microseconds: integer(row, place))
    }

    private static func figure(_ row: ArraySlice<StoreValue>, _ place: Int) -> Double {
        guard case .real(let value) = row[row.startIndex + place] else { return 0 }
        return value
    }

    private static func text(_ row: ArraySlice<StoreValue>, _ place: Int) -> String {
        guard case .text(let value) = row[row.startIndex + place] else { return "" }
        return value
    }
}
