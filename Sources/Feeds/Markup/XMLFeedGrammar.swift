/// A field of an item whose text is gathered.
enum XMLFeedField: Hashable {
    case title(TextKind)
    case link
    case id(isLink: Bool)
    case published
    case publishedElsewhere
    case updated
    case summary(TextKind)
    case language
    /// The language of the whole feed.
    case feedLanguage
}

/// Which elements of a feed in XML mean what.
protocol XMLFeedGrammar {
    static var format: NewsFormat { get }

    /// Whether a feed of the format begins with this element.
    static func isRoot(_ element: XMLElement) -> Bool

    /// Whether the element is an item.
    static func isItem(_ element: XMLElement) -> Bool

    /// Whether the element names the language of the feed.
    static func isLanguage(_ element: XMLElement, in parent: XMLElement?) -> Bool

    /// The field that a child of an item is; what its attributes say goes into the item at once.
    static func startField(_ element: XMLElement, _ tag: XMLTag, _ item: inout StoryDraft?)
        -> XMLFeedField?
}

extension XMLFeedGrammar {
    /// Puts the text of a field into the item. The first of two that say something stands.
    static func endField(_ field: XMLFeedField, _ text: FieldText, _ item: inout StoryDraft?) {
        guard !text.string.unicodeScalars.allSatisfy(PlainText.isSpace) else { return }
        switch field {
        case .title(let kind) where item?.title == nil:
            item?.title = text
            item?.titleKind = kind
        case .summary(let kind) where item?.summary == nil:
            item?.summary = text
            item?.summaryKind = kind
        case .id(let isLink) where item?.id == nil:
            item?.id = text
            item?.isIDLink = isLink
        case .link where item?.link == nil: item?.link = text
        case .published where item?.published == nil: item?.published = .text(text)
        case .publishedElsewhere where item?.publishedElsewhere == nil:
            item?.publishedElsewhere = .text(text)
        case .updated where item?.updated == nil: item?.updated = .text(text)
        case .language: item?.language = text
        default: break
        }
    }
}
