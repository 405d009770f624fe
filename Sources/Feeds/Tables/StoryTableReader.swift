/// Reads stories from a table with a header that names its columns, in any order.
///
/// `title` and one of `published`, `updated` and `known` must be there; `id`, `url`, `language` and
/// `summary` may. `known` is the first-seen time that the row itself has. Other columns are not read. A
/// last line without its end may be cut, so it is a fault and no story.
struct StoryTableReader {
    private var records: RecordReader
    private var collector: StoryCollector
    private static let columns = [
        "id", "title", "url", "language", "published", "updated", "known", "summary",
    ]

    init(_ source: ByteSource, _ collector: StoryCollector) {
        records = RecordReader(source, limit: collector.limits.text)
        self.collector = collector
    }

    /// Reads to the end, or to where reading stops.
    ///
    /// - Throws: `.wrongColumns`.
    mutating func read() throws(FeedError) -> FeedReading {
        guard let header = records.next() else {
            throw FeedError(
                .wrongColumns, what: "there is no header", remedy: "begin with published,title,url")
        }
        let places = try places(header)
        if !header.isEnded {
            collector.note(.truncated, line: header.line, "the header has no end, and may be cut")
        }
        var isFull = false
        while let record = records.next() {
            isFull = !collector.hasRoom
            if isFull { break }
            take(record, places, count: header.fields.count)
        }
        noteEnding(isFull: isFull)
        return collector.reading(.csv)
    }

    private mutating func places(_ header: RecordReader.Record) throws(FeedError) -> [String: Int] {
        var places: [String: Int] = [:]
        for (place, field) in header.fields.enumerated() {
            let name = PlainText.line(field.string, limit: 40).line.lowercased()
            guard Self.columns.contains(name) else {
                collector.note(
                    .unknownColumn, line: header.line,
                    "the column \(PlainText.shown(field.string)) is not known and was not read")
                continue
            }
            guard places.updateValue(place, forKey: name) == nil else {
                throw FeedError(
                    .wrongColumns, line: header.line, what: "the column \(name) stands twice",
                    remedy: "leave one of them")
            }
        }
        guard places["title"] != nil,
            places["published"] ?? places["updated"] ?? places["known"] != nil
        else {
            throw FeedError(
                .wrongColumns, line: header.line,
                what: "the header lacks the column title, or all of published, updated and known",
                remedy: "begin with published,title,url")
        }
        return places
    }

    private mutating func take(
        _ record: RecordReader.Record, _ places: [String: Int], count: Int
    ) {
        guard record.isEnded else {
            return collector.note(
                .truncated, line: record.line, "the last line has no end, and may be cut")
        }
        guard !record.isMalformed else {
            return collector.takeMalformed(
                line: record.line, "a quote stands within a field that is not quoted")
        }
        guard record.fields.count == count else {
            return collector.takeMalformed(
                line: record.line, "the line has \(record.fields.count) fields, not \(count)")
        }
        func field(_ name: String) -> FieldText? {
            guard let place = places[name] else { return nil }
            let text = record.fields[place]
            return text.string.unicodeScalars.allSatisfy(PlainText.isSpace) ? nil : text
        }
        var draft = StoryDraft(line: record.line)
        draft.id = field("id")
        draft.title = field("title")
        draft.link = field("url")
        draft.language = field("language")
        draft.summary = field("summary")
        draft.summaryKind = .plain
        draft.published = field("published").map { .text($0) }
        draft.updated = field("updated").map { .text($0) }
        draft.seen = field("known").map { .text($0) }
        collector.take(draft)
    }

    private mutating func noteEnding(isFull: Bool) {
        if records.repairs > 0 {
            collector.note(
                .repairedText, line: records.line,
                "the table has \(records.repairs) bytes that are no character")
        }
        if isFull {
            collector.note(
                .tooManyItems, line: records.line, "there are more lines than the limit")
        } else if records.isOverLimit {
            collector.note(
                .tooManyBytes, line: records.line, "there are more bytes than the limit")
        }
    }
}
