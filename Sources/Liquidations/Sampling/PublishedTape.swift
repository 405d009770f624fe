package import Market
internal import Series

/// What a venue published of one symbol, second by second.
///
/// - Shape: one place for each second of the window, empty or with the one order that was published.
/// - Degenerate case: orders outside the window and dollars that are not positive and finite are left out.
package struct PublishedTape: Hashable, Sendable {
    /// An order with its dollars.
    package struct Order: Hashable, Sendable {
        /// When it happened.
        package let time: Timestamp
        /// What it was worth, in US dollars.
        package let dollars: Double

        /// An order.
        package init(time: Timestamp, dollars: Double) {
            self.time = time
            self.dollars = dollars
        }
    }

    /// What is known of where the venue's seconds begin.
    package enum Clock: String, Hashable, Sendable, CaseIterable {
        /// They are those of the clock, so that how long before its end the latest order came says how
        /// many there were: the later, the more.
        case wholeSeconds = "the seconds of the clock"
        /// They follow each other without a gap, from an instant that is not known: it is drawn with the rest.
        case periodic = "seconds without a gap, from an instant that is not known"
        /// An order is published at once, a second begins with it, and those that come in it are never seen.
        /// How long after its end the next order comes says how many there are: the sooner, the more.
        case sinceEachOrder = "a second begins with each order published"
        /// Nothing is known; only whether a second has an order says anything, and what the tape shows of it.
        case unknown = "not known"
    }

    /// The one order published of a second.
    package struct Sighting: Hashable, Sendable {
        /// US dollars.
        package let dollars: Double
        /// How long before the end of its second, from zero, excluded, to one; `nil` of an unknown clock.
        package let age: Double?
    }

    /// The window.
    package let window: TimeRange
    /// Which order of a second is published.
    package let rule: SamplingRegime.Rule
    /// What is known of where seconds begin.
    package let clock: Clock
    /// The orders that were published, in order of time.
    package let orders: [Order]
    /// The seconds of the window; the last may be cut short.
    package let seconds: [Sighting?]

    /// Lays published orders out over the seconds of a window; `nil` for a window of less than a second or
    /// more than a hundred days.
    ///
    /// Of an unknown clock two orders may fall into one second of ours; the later goes into the next
    /// free one, and where none is left both are one.
    package init?(
        published orders: [Order], window: TimeRange, rule: SamplingRegime.Rule, clock: Clock
    ) {
        let count = window.span.microseconds / 1_000_000
        guard count >= 1, count <= 8_640_000 else { return nil }
        var seconds = [Sighting?](repeating: nil, count: Int(count))
        let sound = Self.sound(orders, window).sorted(by: Self.isEarlier)
        for order in sound {
            let place = Self.place(order, window)
            guard place.second < seconds.count else { continue }
            let sighting = Sighting(
                dollars: order.dollars, age: clock == .wholeSeconds ? place.age : nil)
            let free = seconds[place.second...].firstIndex { $0 == nil }
            if let free, free <= place.second + 1 { seconds[free] = sighting }
        }
        self.window = window
        self.rule = rule
        self.clock = clock
        self.orders = sound
        self.seconds = seconds
    }

    /// What a rule would have published of all orders: the down-sampling that estimates are tested with.
    ///
    /// - Parameter phase: When the venue's first whole second begins, counted from the start of the window.
    package init?(
        sampling orders: [Order], window: TimeRange, rule: SamplingRegime.Rule, clock: Clock,
        phase: TimeSpan = TimeSpan(microseconds: 0)
    ) {
        let sound = Self.sound(orders, window).sorted(by: Self.isEarlier)
        let kept =
            clock == .sinceEachOrder
            ? Self.spaced(sound)
            : Self.windowed(
                sound, from: window.start + phase, isLargest: rule == .largestPerSecond)
        self.init(published: kept, window: window, rule: rule, clock: clock)
    }

    /// One order of each second of a clock: the latest or the largest.
    private static func windowed(
        _ orders: [Order], from start: Timestamp, isLargest: Bool
    ) -> [Order] {
        var kept: [Int64: Order] = [:]
        for order in orders {
            let since = (order.time - start).microseconds
            let second = since >= 0 ? since / 1_000_000 : -1
            let isKept = isLargest ? kept[second].map { $0.dollars < order.dollars } ?? true : true
            if isKept { kept[second] = order }
        }
        return Array(kept.values)
    }

    /// Each order that comes a second or more after the one kept before it.
    private static func spaced(_ orders: [Order]) -> [Order] {
        orders.reduce(into: []) { kept, order in
            let isSilent = kept.last.map { (order.time - $0.time).microseconds < 1_000_000 }
            if isSilent != true { kept.append(order) }
        }
    }

    /// The dollars of what was published: the floor.
    package var observedUSD: Double { seconds.compactMap { $0?.dollars }.compensatedSum }

    private static func sound(_ orders: [Order], _ window: TimeRange) -> [Order] {
        orders.filter { $0.dollars > 0 && $0.dollars.isFinite && window.contains($0.time) }
    }

    private static func isEarlier(_ left: Order, _ right: Order) -> Bool {
        (left.time, left.dollars) < (right.time, right.dollars)
    }

    private static func place(_ order: Order, _ window: TimeRange) -> (second: Int, age: Double) {
        let since = (order.time - window.start).microseconds
        return (Int(since / 1_000_000), 1 - Double(since % 1_000_000) / 1_000_000)
    }
}
