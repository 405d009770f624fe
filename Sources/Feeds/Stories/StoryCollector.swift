internal import Market

/// Turns drafts into stories and keeps account of what was wrong with them.
struct StoryCollector {
    private struct Key: Hashable {
        let id: String
        let seen: Timestamp
    }

    private let source: String
    private let rule: FirstSeenRule
    let limits: FeedLimits
    /// The language of stories that name none: the feed's, or else the one the reader was given.
    var language: String
    private(set) var items = 0
    private var stories: [NewsStory] = []
    private var places: [Key: Int] = [:]
    private var faults: [FeedFault] = []
    private var counts: [FeedFault.Kind: Int] = [:]

    init(source: String, rule: FirstSeenRule, language: String, limits: FeedLimits) {
        self.source = source
        self.rule = rule
        self.language = language
        self.limits = limits
    }

    /// Whether there is room for another item.
    var hasRoom: Bool { items < limits.items }

    /// Notes what was wrong, outside the items or in the one that was taken last.
    mutating func note(_ kind: FeedFault.Kind, item: Int? = nil, line: Int, _ what: String) {
        counts[kind, default: 0] += 1
        guard faults.count < limits.faults else { return }
        faults.append(FeedFault(kind: kind, item: item, line: line, what: what))
    }

    /// Takes an item that is whole.
    mutating func take(_ draft: StoryDraft) {
        items += 1
        if draft.untidy > 0 {
            fault(.untidyMarkup, draft, "\(draft.untidy) tags do not fit, or lie too deep")
        }
        guard let title = title(draft) else {
            return fault(.missingTitle, draft, "the title is missing or empty")
        }
        let published = time(draft.published, "published", draft)
        let elsewhere = time(draft.publishedElsewhere, "published", draft)
        let updated = time(draft.updated, "updated", draft)
        add(
            draft, title, published: published ?? elsewhere, updated: updated,
            seen: time(draft.seen, "the first-seen time", draft))
    }

    /// Notes an item that is not of the format's shape.
    mutating func takeMalformed(line: Int, _ what: String) {
        items += 1
        note(.malformedItem, item: items, line: line, what)
    }

    /// What was read.
    func reading(_ format: NewsFormat) -> FeedReading {
        let spoken = language
        let told = stories.map { $0.language.isEmpty ? $0.spoken(spoken) : $0 }
        return FeedReading(
            format: format, stories: told, items: items, faults: faults, faultCounts: counts)
    }
}

extension StoryCollector {
    private mutating func add(
        _ draft: StoryDraft, _ title: String, published: Timestamp?, updated: Timestamp?,
        seen: Timestamp?
    ) {
        guard
            let firstSeen = rule.firstSeen(published: published, updated: updated, seen: seen)
        else {
            return fault(.missingTime, draft, "there is no time by which it could be known")
        }
        if case .asFetched(let fetched) = rule {
            for (time, name) in [(published, "published"), (updated, "updated"), (seen, "seen")] {
                guard let time, time > fetched else { continue }
                fault(.futureTime, draft, "\(name) is \(time), after the fetch at \(fetched)")
            }
        }
        let link = link(draft)
        keep(
            NewsStory(
                id: source + ":" + id(draft, title, link, published), title: title, url: link,
                language: draft.language.map { LanguageTag.code($0.string) } ?? "",
                published: published, updated: updated, firstSeen: firstSeen,
                summary: summary(draft), themes: []), draft)
    }

    private mutating func keep(_ story: NewsStory, _ draft: StoryDraft) {
        let key = Key(id: story.id, seen: story.firstSeen)
        guard let place = places[key] else {
            places[key] = stories.count
            return stories.append(story)
        }
        let shown = PlainText.shown(story.id)
        if stories[place].says(story) {
            fault(.repeatedStory, draft, "\(shown) stands in the feed already")
        } else {
            fault(
                .conflictingStory, draft,
                "\(shown) stands in the feed already, at the same time in other words")
        }
    }

    private mutating func fault(_ kind: FeedFault.Kind, _ draft: StoryDraft, _ what: String) {
        note(kind, item: items, line: draft.line, what)
    }

    private mutating func title(_ draft: StoryDraft) -> String? {
        guard let written = draft.title else { return nil }
        let title = line(written, draft.titleKind, limit: limits.title, "the title", draft)
        return title.isEmpty ? nil : title
    }

    private mutating func summary(_ draft: StoryDraft) -> String {
        guard let written = draft.summary else { return "" }
        return line(written, draft.summaryKind, limit: limits.summary, "the summary", draft)
    }

    private mutating func line(
        _ written: FieldText, _ kind: TextKind, limit: Int, _ name: String, _ draft: StoryDraft
    ) -> String {
        repairs(written, name, draft)
        let (line, isCut) = PlainText.line(
            MarkupText.text(of: written.string, kind), limit: limit)
        // A summary is often the whole story; that it is cut is no news.
        if isCut || written.isCut, name == "the title" {
            fault(.cutText, draft, "\(name) is longer than the limit and was cut")
        }
        return line
    }

    private mutating func repairs(_ written: FieldText, _ name: String, _ draft: StoryDraft) {
        guard written.repairs > 0 else { return }
        fault(
            .repairedText, draft,
            "\(name) has \(written.repairs) stretches of bytes that are no character")
    }

    private mutating func time(
        _ written: StoryDraft.WrittenTime?, _ name: String, _ draft: StoryDraft
    ) -> Timestamp? {
        switch written {
        case .text(let text):
            guard !text.isCut, let time = FeedDate.instant(text.string) else {
                fault(
                    .unreadableTime, draft,
                    "\(name) is \(PlainText.shown(text.string)), which is no instant")
                return nil
            }
            return time
        case .unixSeconds(let digits):
            guard let time = FeedDate.instant(unixSeconds: digits) else {
                fault(
                    .unreadableTime, draft,
                    "\(name) is \(PlainText.shown(digits)), which is no count of seconds")
                return nil
            }
            return time
        case nil: return nil
        }
    }

    private mutating func link(_ draft: StoryDraft) -> String {
        if let written = draft.link, !PlainText.line(written.string, limit: 1).line.isEmpty {
            if !written.isCut, let link = WebLink.address(written.string, limit: limits.link) {
                return link
            }
            fault(
                .unusableLink, draft,
                "the link is \(PlainText.shown(written.string)), which is no web address")
        }
        guard draft.isIDLink, let id = draft.id, !id.isCut else { return "" }
        return WebLink.address(id.string, limit: limits.link) ?? ""
    }

    /// The source's id for it, or else what tells it from others.
    private mutating func id(
        _ draft: StoryDraft, _ title: String, _ link: String, _ published: Timestamp?
    ) -> String {
        if let written = draft.id {
            repairs(written, "the id", draft)
            let (line, isCut) = PlainText.line(written.string, limit: limits.link)
            if !line.isEmpty {
                return isCut || written.isCut
                    ? line + "#" + Self.mark(of: written.string) : line
            }
        }
        let time = published.map(\.description) ?? ""
        if link.isEmpty { return time + "/" + title }
        return draft.areLinksRepeated ? time + "/" + link : link
    }

    /// What tells two long ids apart that begin alike: FNV-1a of all their bytes.
    private static func mark(of text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}

extension NewsStory {
    /// The story in a language.
    fileprivate func spoken(_ language: String) -> NewsStory {
        NewsStory(
            id: id, title: title, url: url, language: language, published: published,
            updated: updated, firstSeen: firstSeen, summary: summary, themes: themes)
    }
}
