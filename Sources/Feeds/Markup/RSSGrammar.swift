/// RSS 2.0, RSS 1.0 and 0.9x, with the dates of Dublin Core and the links of Atom.
///
/// Source: the RSS 2.0 specification of the RSS Advisory Board; RDF Site Summary 1.0.
enum RSSGrammar: XMLFeedGrammar {
    static let format = NewsFormat.rss

    static func isRoot(_ element: XMLElement) -> Bool {
        switch element.vocabulary {
        case .rss: element.name.lowercased() == "rss"
        case .resourceDescription: element.name == "RDF"
        default: false
        }
    }

    static func isItem(_ element: XMLElement) -> Bool {
        element.vocabulary == .rss && element.name == "item"
    }

    static func isLanguage(_ element: XMLElement, in parent: XMLElement?) -> Bool {
        parent == XMLElement(vocabulary: .rss, name: "channel") && element.name == "language"
            && (element.vocabulary == .rss || element.vocabulary == .dublinCore)
    }

    static func startField(_ element: XMLElement, _ tag: XMLTag, _ item: inout StoryDraft?)
        -> XMLFeedField?
    {
        switch (element.vocabulary, element.name) {
        case (.rss, "title"): return .title(.either)
        case (.rss, "link"): return .link
        case (.rss, "guid"): return .id(isLink: tag.value("isPermaLink") != "false")
        case (.rss, "pubDate"): return .published
        case (.rss, "description"): return .summary(.markup)
        case (.dublinCore, "date"), (.dublinCoreTerms, "issued"), (.atom, "published"):
            return .publishedElsewhere
        case (.dublinCoreTerms, "modified"), (.atom, "updated"): return .updated
        case (.dublinCore, "language"): return .language
        default: return nil
        }
    }
}
