/// Which fields of an object mean what, in a dump of a site.
struct ObjectGrammar {
    let format: NewsFormat
    /// The language of the site, where it has one.
    let language: String
    /// The fields that `draft` reads.
    let fields: Set<String>
    /// What an object says.
    let draft: @Sendable (JSONFields) -> StoryDraft

    /// Items as the API of Hacker News gives them, and lists of front pages made of them. Titles are
    /// plain text: `Span<T> in C#`. Of an item without an id its time and link tell it from others, for
    /// links are handed in again.
    static let hackerNews = ObjectGrammar(
        format: .hackerNews, language: "en", fields: ["id", "title", "url", "time"]
    ) { fields in
        var draft = StoryDraft(line: fields.line)
        draft.id = fields.text("id")
        draft.title = fields.text("title")
        draft.link = fields.text("url")
        draft.published = fields.time("time")
        draft.areLinksRepeated = true
        return draft
    }

    /// Topics of Readhub. `publishDate` is the time of the version at hand, so it is what counts.
    static let readhub = ObjectGrammar(
        format: .readhub, language: "zh", fields: ["id", "title", "summary", "publishDate", "url"]
    ) { fields in
        var draft = StoryDraft(line: fields.line)
        draft.id = fields.text("id")
        draft.title = fields.text("title")
        draft.summary = fields.text("summary")
        draft.summaryKind = .plain
        draft.link = fields.text("url")
        draft.published = fields.time("publishDate")
        return draft
    }

    /// Items of a JSON Feed.
    ///
    /// Source: JSON Feed 1.1, jsonfeed.org.
    static let jsonFeed = ObjectGrammar(
        format: .jsonFeed, language: "",
        fields: [
            "id", "title", "url", "external_url", "summary", "language", "date_published",
            "date_modified",
        ]
    ) { fields in
        var draft = StoryDraft(line: fields.line)
        draft.id = fields.text("id")
        draft.isIDLink = true
        draft.title = fields.text("title")
        draft.link = fields.text("url") ?? fields.text("external_url")
        draft.summary = fields.text("summary")
        draft.summaryKind = .plain
        draft.language = fields.text("language")
        draft.published = fields.text("date_published").map { .text($0) }
        draft.updated = fields.text("date_modified").map { .text($0) }
        return draft
    }
}
