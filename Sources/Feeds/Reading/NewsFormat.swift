/// The shape in which stories come.
package enum NewsFormat: String, Hashable, Sendable, CaseIterable {
    /// RSS 2.0 and its elder forms, RSS 1.0 and 0.9x.
    case rss
    /// Atom 1.0.
    case atom
    /// JSON Feed 1.0 and 1.1.
    case jsonFeed = "json-feed"
    /// Items of Hacker News as objects, in a list or one a line.
    case hackerNews = "hacker-news"
    /// Topics of Readhub as objects, in a list or one a line.
    case readhub
    /// A table with a header: `published,title,url,language,id`, in any order, some of them left out.
    case csv
    /// Catalysts that a person wrote down, as text, JSON or a table.
    case catalysts
}
