/// What bars are kept together by, beside their source: their series and their length.
struct BarPlace: Hashable, Comparable {
    let series: String
    let interval: Int64

    /// - Throws: `.refused` where the series has no name or the length is none.
    init(_ values: ArraySlice<StoreValue>) throws(StoreError) {
        guard case .text(let series) = values[values.startIndex], !series.isEmpty else {
            throw .refused(reason: "the series of a bar has no name")
        }
        guard case .integer(let interval) = values[values.startIndex + 1], interval > 0 else {
            throw .refused(reason: "the interval of a bar is not above zero")
        }
        self.series = series
        self.interval = interval
    }

    /// Whether the values of a row are of this place; quicker than making another to compare.
    func holds(_ values: ArraySlice<StoreValue>) -> Bool {
        guard case .text(series) = values[values.startIndex] else { return false }
        guard case .integer(interval) = values[values.startIndex + 1] else { return false }
        return true
    }

    static func < (left: BarPlace, right: BarPlace) -> Bool {
        (left.series, left.interval) < (right.series, right.interval)
    }
}
