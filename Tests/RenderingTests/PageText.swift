/// Looks at a page the way a reader does: the words between the tags.
enum PageText {
    /// The page without the elements that an opening tag's text singles out, such as `data-fact=`.
    static func without(_ html: String, elements names: [String], having attribute: String)
        -> String
    {
        var page = html
        for name in names {
            let pattern = "<\(name)( [^>]*)?\(attribute)[^>]*>[\\s\\S]*?</\(name)>"
            guard let regex = try? Regex(pattern) else { continue }
            page = page.replacing(regex, with: "")
        }
        return page
    }

    /// The page without tags.
    static func words(_ html: String) -> String {
        html.replacing(#/<[^>]*>/#, with: "")
            .replacing("&#39;", with: "'").replacing("&#96;", with: "`")
    }

    /// The first fault in how tags are nested; `nil` where every tag that opens also closes.
    static func nestingFault(_ html: String) -> String? {
        let void: Set<String> = ["meta", "!DOCTYPE", "br", "hr"]
        var open: [String] = []
        for tag in html.matches(of: #/<(/?)([!a-zA-Z0-9]+)(?:"[^"]*"|[^>"])*>/#) {
            let name = String(tag.output.2)
            if void.contains(name) || tag.output.0.hasSuffix("/>") { continue }
            if tag.output.1.isEmpty {
                open.append(name)
            } else if open.popLast() != name {
                return "\(tag.output.0) closes what is not open"
            }
        }
        return open.last.map { "<\($0)> is never closed" }
    }
}
