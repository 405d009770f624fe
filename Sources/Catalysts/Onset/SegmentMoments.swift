/// The running sums at some places, side by side, so that many segments are costed at once.
struct SegmentMoments {
    private(set) var sums: [Double] = []
    private(set) var squares: [Double] = []
    /// The places themselves, as numbers.
    private(set) var places: [Double] = []

    /// Adds a place.
    mutating func append(_ running: SegmentSums, _ place: Int) {
        sums.append(running.sums[place])
        squares.append(running.squares[place])
        places.append(Double(place))
    }

    /// Puts one place where another stood.
    mutating func move(_ index: Int, to other: Int) {
        sums[other] = sums[index]
        squares[other] = squares[index]
        places[other] = places[index]
    }

    /// Drops the last places.
    mutating func removeLast(_ count: Int) {
        sums.removeLast(count)
        squares.removeLast(count)
        places.removeLast(count)
    }
}
