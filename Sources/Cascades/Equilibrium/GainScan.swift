/// Measures the gain of the feedback over a window of ticks.
///
/// On a profile of single levels the density is nothing or infinite, so the gain is the impact of
/// what the next window liquidates over the window's own length: on a uniform profile and a linear
/// law exactly impact times density.
struct GainScan {
    private let map: CascadeMap
    private let window: Int

    init(map: CascadeMap, window: Double) {
        self.map = map
        self.window = max(1, Int((window * Double(map.profile.referenceTick)).rounded()))
    }

    /// The gain of a fall that goes on from a distance.
    func gain(at distance: Int) -> Double {
        gain(
            from: map.profile.liquidatable(map.side, within: distance),
            to: map.profile.liquidatable(map.side, within: distance + window))
    }

    /// The first level beyond a distance whose window has a gain of one or more.
    func trigger(beyond distance: Int) -> CascadeEquilibrium.Trigger? {
        let ladder = map.profile.ladder(map.side)
        let reference = Double(map.profile.referenceTick)
        var last = ladder.count(within: distance)
        for first in last..<max(last, ladder.distances.count) {
            let start = ladder.distances[first] - 1
            while last < ladder.distances.count, ladder.distances[last] <= start + window {
                last += 1
            }
            let gain = gain(
                from: first > 0 ? ladder.sums[first - 1] : 0, to: ladder.sums[last - 1])
            guard gain >= 1 else { continue }
            let tick = map.profile.tick(map.side, after: start + 1)
            return CascadeEquilibrium.Trigger(
                tick: tick, price: Double(tick) * map.profile.tickSize,
                distance: Double(start + 1 - distance) / reference, gain: gain)
        }
        return nil
    }

    private func gain(from before: Double, to after: Double) -> Double {
        let more = map.law.move(ofSelling: after) - map.law.move(ofSelling: before)
        return more * Double(map.profile.referenceTick) / Double(window)
    }
}
