extension ScenarioTable {
    /// The falls of many scenarios, each as `fall(shock:scale:)` gives it to the last bit.
    package func falls(of scenarios: ScenarioSet) -> [Double] {
        falls(scenarios, 0..<scenarios.count)
    }

    /// The same on all cores at once.
    package func fallsOnAllCores(of scenarios: ScenarioSet) async -> [Double] {
        await ConcurrentPieces.map(count: scenarios.count) { falls(scenarios, $0) }
    }

    private func falls(_ scenarios: ScenarioSet, _ range: Range<Int>) -> [Double] {
        let (shocks, scales) = (scenarios.shocks, scenarios.scales)
        var falls = [Double](repeating: 0, count: range.count)
        let block = 2 * Lanes.count
        let whole = range.count / block * block
        shapes.withUnsafeBufferPointer { table in
            let places = Lanes.Places(last: last)
            for start in stride(from: 0, to: whole, by: block) {
                let first = range.lowerBound + start
                let found = Self.walk(table, places, shocks, scales, from: first)
                for lane in 0..<Lanes.count {
                    falls[start + lane] = found.0[lane]
                    falls[start + Lanes.count + lane] = found.1[lane]
                }
            }
        }
        for place in whole..<range.count {
            let scenario = range.lowerBound + place
            falls[place] = fall(shock: shocks[scenario], scale: scales[scenario])
        }
        return falls
    }

    /// The falls of twice eight scenarios side by side, until none moves: while one half waits for
    /// its look-ups the other works.
    @inline(__always) private static func walk(
        _ table: UnsafeBufferPointer<Double>, _ places: Lanes.Places, _ shocks: [Double],
        _ scales: [Double], from first: Int
    ) -> (Lanes.Values, Lanes.Values) {
        let (shock, scale) = (Lanes.load(shocks, at: first), Lanes.load(scales, at: first))
        let second = first + Lanes.count
        let (nextShock, nextScale) = (
            Lanes.load(shocks, at: second), Lanes.load(scales, at: second)
        )
        var (place, nextPlace) = (places.floor(shock), places.floor(nextShock))
        while true {
            let fall = shock + scale * Lanes.look(place, in: table)
            let nextFall = nextShock + nextScale * Lanes.look(nextPlace, in: table)
            let (found, nextFound) = (places.floor(fall), places.floor(nextFall))
            // Places never fall, so their sums tell whether any moved.
            if all((found + nextFound) .== (place + nextPlace)) { return (fall, nextFall) }
            (place, nextPlace) = (found, nextFound)
        }
    }
}
