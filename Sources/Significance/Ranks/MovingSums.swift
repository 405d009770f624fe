extension Collection where Element == Double, Index == Int {
    /// The sums of each `length` consecutive elements, oldest first: the moves over that many bars.
    ///
    /// Neighbours share all but one bar, so they are not independent and a share of them is no
    /// probability by itself. Empty where there are fewer elements or the length is not positive.
    /// Each is added up anew, so that a large element leaves no rounding behind in later sums.
    package func movingSums(of length: Int) -> [Double] {
        guard length > 0, count >= length else { return [] }
        return (startIndex...(endIndex - length)).map { start in
            self[start..<(start + length)].reduce(0, +)
        }
    }
}
