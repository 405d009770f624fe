/// The block in which a reasoning model talks to itself: `<think>…</think>`.
enum ReasoningBlock {
    /// The text without it. A block without its end takes all that follows; an end without its beginning, all before it.
    static func removed(from text: String) -> String {
        var rest = text[...]
        if let end = rest.ranges(of: "</think>").last,
            rest[..<end.lowerBound].firstRange(of: "<think>") == nil
        {
            rest = rest[end.upperBound...]
        }
        var kept = ""
        while let start = rest.firstRange(of: "<think>") {
            kept += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstRange(of: "</think>") else {
                return kept
            }
            rest = rest[end.upperBound...]
        }
        return kept + rest.replacing("</think>", with: "")
    }
}
