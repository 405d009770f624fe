/// One bar as it is appended, its figures checked; its series, length and source stand beside it.
struct StoredBar {
    let openTime: Int64
    let known: Int64
    let open: Double
    let high: Double
    let low: Double
    let close: Double
    /// NaN where the source does not say.
    let volume: Double

    init(
        openTime: Int64, known: Int64, open: Double, high: Double, low: Double, close: Double,
        volume: Double
    ) {
        self.openTime = openTime
        self.known = known
        self.open = open
        self.high = high
        self.low = low
        self.close = close
        self.volume = volume
    }

    /// A bar from the values of its row, in the order of `RowKind.columns`.
    ///
    /// - Throws: `.refused` where a value is not of its column's type or breaks a rule.
    init(_ values: ArraySlice<StoreValue>, interval: Int64) throws(StoreError) {
        let first = values.startIndex
        openTime = try Self.time(values[first + 2], "open_time")
        known = try Self.time(values[first + 3], "known")
        open = try Self.price(values[first + 4], "open")
        high = try Self.price(values[first + 5], "high")
        low = try Self.price(values[first + 6], "low")
        close = try Self.price(values[first + 7], "close")
        volume = try Self.amount(values[first + 8])
        guard low <= min(open, close), high >= max(open, close) else {
            throw .refused(reason: "the low and the high of a bar are not on either side of it")
        }
        let (closing, overflows) = openTime.addingReportingOverflow(interval)
        guard !overflows, known >= closing else {
            throw .refused(reason: "a bar is known before it closes")
        }
    }

    private static func time(_ value: StoreValue, _ name: String) throws(StoreError) -> Int64 {
        guard case .integer(let time) = value else {
            throw .refused(reason: "\(name) of a bar is not a time")
        }
        return time
    }

    private static func price(_ value: StoreValue, _ name: String) throws(StoreError) -> Double {
        guard case .real(let price) = value, price > 0, price.isFinite else {
            throw .refused(reason: "\(name) of a bar is not above zero and finite")
        }
        return price
    }

    private static func amount(_ value: StoreValue) throws(StoreError) -> Double {
        if case .null = value { return .nan }
        guard case .real(let amount) = value, amount >= 0, amount.isFinite else {
            throw .refused(reason: "volume of a bar is below zero or not finite")
        }
        // Zero has one spelling, so that equal bars are equal bytes.
        return amount + 0
    }
}

extension StoredBar {
    /// What orders bars of one series and source: the opening, then `known`.
    struct Key: Comparable {
        let openTime: Int64
        let known: Int64

        static func < (left: Key, right: Key) -> Bool {
            left.openTime == right.openTime
                ? left.known < right.known : left.openTime < right.openTime
        }
    }

    var key: Key { Key(openTime: openTime, known: known) }

    /// The first figure in which another bar of the same key differs; `nil` where none does.
    func difference(from other: StoredBar) -> String? {
        let columns: [(String, Double, Double)] = [
            ("open", open, other.open), ("high", high, other.high), ("low", low, other.low),
            ("close", close, other.close), ("volume", volume, other.volume),
        ]
        for (name, own, theirs) in columns where own != theirs && !(own.isNaN && theirs.isNaN) {
            let words = [own, theirs].map { $0.isNaN ? "nothing" : "\($0)" }
            return "\(name) \(words[0]), not \(words[1])"
        }
        return nil
    }
}
