internal import Market

/// What an item of a feed says, before it is checked.
struct StoryDraft {
    /// A time as it was written.
    enum WrittenTime: Hashable {
        /// As text, in any form that `FeedDate` reads.
        case text(FieldText)
        /// As seconds since 1970.
        case unixSeconds(String)
    }

    /// The line on which the item begins.
    let line: Int
    var id: FieldText?
    /// Whether `id` may serve as a link where there is none.
    var isIDLink = false
    var title: FieldText?
    var titleKind = TextKind.plain
    var link: FieldText?
    var summary: FieldText?
    var summaryKind = TextKind.markup
    var language: FieldText?
    var published: WrittenTime?
    /// A second time of publication, for where the first cannot be read.
    var publishedElsewhere: WrittenTime?
    var updated: WrittenTime?
    /// The first-seen time that the row itself has.
    var seen: WrittenTime?
    /// Whether an id made of the link is to have the time before it, because links come again.
    var areLinksRepeated = false
    /// How many tags did not fit.
    var untidy = 0

    init(line: Int) {
        self.line = line
    }
}
