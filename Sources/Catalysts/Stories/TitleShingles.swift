/// What two titles are compared by: the pairs of tokens that follow each other, each once.
struct TitleShingles: Sendable {
    /// The pairs as numbers, rare ones first where the numbers were given in order of appearance.
    let pairs: [UInt64]
    /// The tokens that hold a digit, ascending.
    let numbers: [UInt32]
    /// The tokens before the first colon, ascending; empty without one.
    let subject: [UInt32]

    /// Of tokens numbered in order of appearance.
    init(tokens: [UInt32], numbers: [UInt32], subjectCount: Int) {
        pairs = Self.distinct(zip(tokens, tokens.dropFirst()).map(Self.pair), by: >)
        self.numbers = Self.distinct(numbers, by: <)
        subject = Self.distinct(Array(tokens.prefix(subjectCount)), by: <)
    }

    private static func distinct<Element: Equatable>(
        _ elements: [Element], by isBefore: (Element, Element) -> Bool
    ) -> [Element] {
        guard elements.count > 1 else { return elements }
        return elements.sorted(by: isBefore).reduce(into: []) { kept, element in
            if kept.last != element { kept.append(element) }
        }
    }

    /// The later number leads, so that pairs with a token that came late sort as the larger ones.
    private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
        let turn: UInt64 = first > second ? 1 : 0
        return UInt64(max(first, second)) << 32 | UInt64(min(first, second)) << 1 | turn
    }

    /// How many pairs two titles share.
    func shared(with other: TitleShingles) -> Int {
        Self.shared(pairs, other.pairs, by: >)
    }

    /// Whether each names a number or a subject that the other has not: two reports of one form.
    func contradicts(_ other: TitleShingles) -> Bool {
        let common = Self.shared(numbers, other.numbers, by: <)
        if common < numbers.count && common < other.numbers.count { return true }
        guard !subject.isEmpty, !other.subject.isEmpty else { return false }
        let same = Self.shared(subject, other.subject, by: <)
        return 2 * same < subject.count + other.subject.count - same
    }

    /// The number of equal elements of two arrays in one order, without repeats.
    private static func shared<Element: Equatable>(
        _ left: [Element], _ right: [Element], by isBefore: (Element, Element) -> Bool
    ) -> Int {
        var count = 0
        var (leftIndex, rightIndex) = (0, 0)
        while leftIndex < left.count, rightIndex < right.count {
            if left[leftIndex] == right[rightIndex] {
                count += 1
                leftIndex += 1
                rightIndex += 1
            } else if isBefore(left[leftIndex], right[rightIndex]) {
                leftIndex += 1
            } else {
                rightIndex += 1
            }
        }
        return count
    }
}
