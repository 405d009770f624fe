/// What came a fixed number of updates ago.
struct Delay<Element: Sendable>: Sendable {
    private let length: Int
    private var elements: [Element] = []
    private var oldest = 0

    /// A delay of `length` updates, which must be positive.
    init(by length: Int) {
        precondition(length > 0, "a delay must span at least one bar")
        self.length = length
        elements.reserveCapacity(length)
    }

    /// Takes the next element; answers the one that came `length` before it, `nil` while there is
    /// none.
    mutating func update(_ element: Element) -> Element? {
        if elements.count < length {
            elements.append(element)
            return nil
        }
        let past = elements[oldest]
        elements[oldest] = element
        oldest = oldest + 1 == length ? 0 : oldest + 1
        return past
    }
}
