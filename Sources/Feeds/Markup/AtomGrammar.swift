/// Atom 1.0.
///
/// Source: RFC 4287.
enum AtomGrammar: XMLFeedGrammar {
    static let format = NewsFormat.atom

    static func isRoot(_ element: XMLElement) -> Bool {
        element == XMLElement(vocabulary: .atom, name: "feed")
    }

    static func isItem(_ element: XMLElement) -> Bool {
        element == XMLElement(vocabulary: .atom, name: "entry")
    }

    static func isLanguage(_ element: XMLElement, in parent: XMLElement?) -> Bool { false }

    static func startField(_ element: XMLElement, _ tag: XMLTag, _ item: inout StoryDraft?)
        -> XMLFeedField?
    {
        guard element.vocabulary == .atom else { return nil }
        switch element.name {
        case "title": return .title(kind(tag))
        case "id": return .id(isLink: false)
        case "published": return .published
        case "updated": return .updated
        case "summary": return .summary(kind(tag))
        case "link":
            let relation = tag.value("rel") ?? "alternate"
            if relation == "alternate", item?.link == nil, let address = tag.value("href") {
                item?.link = FieldText(string: address)
            }
            return nil
        default: return nil
        }
    }

    /// Text of `xhtml` comes as elements, whose tags are gone by the time it is gathered.
    private static func kind(_ tag: XMLTag) -> TextKind {
        switch tag.value("type")?.lowercased() {
        case "html", "text/html": .markup
        default: .plain
        }
    }
}
