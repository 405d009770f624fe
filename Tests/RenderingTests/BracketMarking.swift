@testable import Rendering

/// Puts brackets that no text has around whatever something vouches for.
struct BracketMarking: OriginMarking {
    func mark(_ text: String, _ origin: Origin) -> String { "⟦\(text)⟧" }

    /// What is left when everything vouched for is taken out.
    static func unmarked(_ text: String) -> String {
        var depth = 0
        var left = ""
        for character in text {
            switch character {
            case "⟦": depth += 1
            case "⟧": depth -= 1
            default: if depth == 0 { left.append(character) }
            }
        }
        return left
    }
}
