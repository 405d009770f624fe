/// The accounts of one side in the order in which a move reaches them.
///
/// Most are sorted once, before anything happens; those whose position has changed since stand in a
/// heap beside.
struct BreachQueue {
    private let order: [UInt64]
    private var next = 0
    private var changed: [UInt64] = []

    /// A queue of words of distance and place.
    init(_ words: [UInt64]) {
        order = RadixOrder.sorted(words)
    }

    /// A distance in ticks and a place in one word; a level passed already is at none.
    static func word(distance: Int, place: Int) -> UInt64 {
        UInt64(min(max(distance, 0), Int(UInt32.max))) << 32 | UInt64(place)
    }

    /// Takes an account in whose distance has changed.
    mutating func insert(distance: Int, place: Int) {
        changed.append(Self.word(distance: distance, place: place))
        var child = changed.count - 1
        while child > 0, changed[child] < changed[(child - 1) / 2] {
            changed.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// The next account within a distance.
    mutating func pop(within distance: Int) -> Int? {
        guard distance >= 0 else { return nil }
        let bound = Self.word(distance: distance + 1, place: 0)
        let sorted = next < order.count ? order[next] : .max
        guard let top = changed.first, top < sorted else {
            guard sorted < bound else { return nil }
            next += 1
            return Int(sorted & 0xffff_ffff)
        }
        guard top < bound else { return nil }
        removeFirst()
        return Int(top & 0xffff_ffff)
    }

    private mutating func removeFirst() {
        changed.swapAt(0, changed.count - 1)
        changed.removeLast()
        var parent = 0
        while 2 * parent + 1 < changed.count {
            var child = 2 * parent + 1
            if child + 1 < changed.count, changed[child + 1] < changed[child] { child += 1 }
            guard changed[child] < changed[parent] else { return }
            changed.swapAt(child, parent)
            parent = child
        }
    }
}
