extension ScenarioTable {
    /// The falls of many scenarios, each as `fall(shock:scale:)` gives it to the last bit.
    ///
    /// Shocks and scales are zero or more and finite.
    package func falls(shocks: [Double], scales: [Double]) throws(CascadeError) -> [Double] {
        try Self.check(shocks: shocks, scales: scales)
        return falls(shocks, scales, 0..<shocks.count)
    }

    /// The same on all cores at once.
    package func fallsOnAllCores(
        shocks: [Double], scales: [Double]
    ) async throws(CascadeError) -> [Double] {
        try Self.check(shocks: shocks, scales: scales)
        return await ConcurrentPieces.map(count: shocks.count) { falls(shocks, scales, $0) }
    }

    /// Refuses scenarios that do not pair up, and amounts that are not zero or more and finite.
    static func check(shocks: [Double], scales: [Double]) throws(CascadeError) {
        guard shocks.count == scales.count else { throw .lengthsDiffer("shocks and scales") }
        guard shocks.count <= ScenarioPaths.maximumScenarios else {
            throw .tooMany("scenarios", allowed: ScenarioPaths.maximumScenarios)
        }
        guard areAmounts(shocks) else { throw .outOfRange("shock") }
        guard areAmounts(scales) else { throw .outOfRange("scale") }
    }

    private static func areAmounts(_ values: [Double]) -> Bool {
        // NaN and infinity minus themselves are not zero.
        var (least, oddity) = (0.0, 0.0)
        for value in values {
            least = min(least, value)
            oddity += value - value
        }
        return least >= 0 && oddity == 0
    }

    private func falls(_ shocks: [Double], _ scales: [Double], _ range: Range<Int>) -> [Double] {
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
