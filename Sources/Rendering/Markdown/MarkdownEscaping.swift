/// Makes text stand for itself in GitHub-flavoured Markdown, in prose and in the cells of tables.
enum MarkdownEscaping {
    /// Text in which nothing begins emphasis, code, a link, a list, a heading, a cell or a tag.
    static func text(_ text: String) -> String {
        let characters = Array(text)
        var escaped = ""
        for (place, character) in characters.enumerated() {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "@": escaped += "\\\(character)"
            case _ where isOpening(characters, place): escaped += "\\\(character)"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// Whether a character would mean something at its place though it does not elsewhere.
    private static func isOpening(_ text: [Character], _ place: Int) -> Bool {
        let next = place + 1 < text.count ? text[place + 1] : " "
        switch text[place] {
        case "-": return place == 0 && (next == " " || next == "-")
        case "+": return place == 0 && next == " "
        case "=": return place == 0
        case ".", ")": return next == " " && place > 0 && text[..<place].allSatisfy(\.isNumber)
        // GitHub makes links of bare addresses; a headline may not choose where a reader goes.
        case ":": return next == "/"
        default: return false
        }
    }
}
