/// A pattern in which `*` stands for any characters, none included.
///
/// Takes time in proportion to pattern times text, whatever the pattern.
struct Wildcard {
    private let pattern: [UInt8]

    init(_ pattern: String) {
        self.pattern = Array(pattern.utf8)
    }

    func matches(_ text: String) -> Bool {
        let text = Array(text.utf8)
        var position = 0
        var start = 0
        // The last star and where its run began: the only place worth going back to.
        var star: (pattern: Int, text: Int)?
        while start < text.count {
            if position < pattern.count, pattern[position] == UInt8(ascii: "*") {
                star = (position, start)
                position += 1
            } else if position < pattern.count, pattern[position] == text[start] {
                position += 1
                start += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                position = last.pattern + 1
                start = last.text + 1
            } else {
                return false
            }
        }
        return pattern[position...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
