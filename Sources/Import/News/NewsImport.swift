internal import Digests
internal import Feeds
package import Market
internal import Store

/// Brings stories from a file into a store, as headlines of a source that its user names.
///
/// A file is stored whole or not at all. Stories that the store has in the same words are left alone, so
/// that importing a file twice adds nothing; a story in other words is a revision, known from its own
/// first-seen time on, and one in words older than the last is no news.
package struct NewsImport: Sendable {
    /// The language of stories for which nobody says one: ISO 639-2's code for undetermined.
    package static let undetermined = "und"
    /// The names of the formats that are read.
    package static let formats = NewsFormat.allCases.map(\.rawValue)

    private let source: NewsSource
    private let reader: NewsReader

    /// An import from one source.
    ///
    /// - Input: `fetched`, when the file was fetched from a live feed, before which nothing in it was
    ///   known; `nil` for an archive, whose stories were there from their publication; `format`, one of
    ///   `formats`, `nil` to tell it from the bytes; `language`, the two-letter code of stories whose file
    ///   says none. Hand-entered catalysts say themselves when they were known.
    /// - Throws: `.badValue` for a name, a format or a language that cannot be one.
    package init(
        source: NewsSource, fetched: Timestamp? = nil, format: String? = nil,
        language: String? = nil
    ) throws(ImportError) {
        self.source = source
        do {
            reader = try NewsReader(
                source: source.name, firstSeen: fetched.map { .asFetched($0) } ?? .asPublished,
                format: try Self.format(format), language: try Self.language(language))
        } catch let error as FeedError {
            throw ImportError(error, file: "--source")
        } catch let error as ImportError {
            throw error
        } catch {
            throw ImportError(.badValue, file: "--source", what: "\(error)", remedy: "try another")
        }
    }

    /// Imports one file.
    ///
    /// - Input: `store`, the path of the store, created where there is none once the file is read;
    ///   `progress`, told how much of how much is done.
    /// - Throws: `.emptyFile`, `.truncated`, `.corrupt`, `.tooLarge` where the bytes are no feed at all or
    ///   cannot be unpacked, `.wrongColumns`, `.badValue` for a catalyst; `.conflict` for the name of
    ///   another source; `.store`. The store's stories are then as they were.
    /// - Complexity: in proportion to the stories of the file and of the store.
    package func run(
        _ file: NewsFile, store path: String,
        progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(ImportError) -> NewsReport {
        let reading = try reading(of: file, progress)
        do {
            let writer = try StoreWriter.open(path: path)
            let stored = try StoreReader.open(path: path)
            let latest = try stored.snapshot(asOf: Timestamp(microseconds: .max))
            if let row = try source.declaration(among: latest.sources(), file: file.name) {
                try writer.declare([row])
            }
            let news = NewStories(
                reading.stories, besides: try latest.lastWords().rows)
            let added = try append(news.stories, of: file, to: writer, progress)
            try writer.close()
            return report(file, reading, news, added: added)
        } catch let error as StoreError {
            throw ImportError(error, file: file.name)
        } catch let error as ImportError {
            throw error
        } catch {
            throw ImportError(.corrupt, file: file.name, what: "\(error)", remedy: "try again")
        }
    }
}

extension NewsImport {
    private static func format(_ name: String?) throws(ImportError) -> NewsFormat? {
        guard let name else { return nil }
        guard let format = NewsFormat(rawValue: name) else {
            throw ImportError(
                .badValue, file: "--format", what: "there is no format \"\(name)\"",
                remedy: "take one of \(formats.joined(separator: ", "))")
        }
        return format
    }

    private static func language(_ code: String?) throws(ImportError) -> String {
        guard let code else { return "" }
        let isCode = code.utf8.count == 2 && code.utf8.allSatisfy { (97...122).contains($0) }
        guard isCode else {
            throw ImportError(
                .badValue, file: "--language", what: "\"\(code)\" is no language",
                remedy: "give two small letters, as in en")
        }
        return code
    }

    /// The bytes as stories; the progress of it is the first half of the whole.
    private func reading(of file: NewsFile, _ progress: @escaping (Int, Int) -> Void)
        throws(ImportError) -> FeedReading
    {
        let content = try file.content()
        let starts = stride(from: 0, to: content.count, by: Self.chunk)
        let chunks = starts.lazy.map { start in
            progress(start, 2 * content.count)
            return Array(content[start..<min(start + Self.chunk, content.count)])
        }
        do {
            return try reader.read(chunks: chunks)
        } catch {
            throw ImportError(error, file: file.name)
        }
    }

    private static let chunk = 1 << 20

    /// Stores the stories in one transaction; answers how many the store did not have.
    private func append(
        _ stories: [NewsStory], of file: NewsFile, to writer: StoreWriter,
        _ progress: @escaping (Int, Int) -> Void
    ) throws(StoreError) -> Int {
        let imported = ImportedFile(
            name: "news/\(source.name)/\(file.shortName)",
            sha256: ContentDigest(of: file.bytes).hexadecimal, kind: .headlines,
            source: SourceID(source.name), rows: stories.count)
        let rows = try writer.transaction(importing: imported) { store throws(StoreError) in
            for (index, story) in stories.enumerated() {
                try store.append(Self.row(of: story)[...])
                guard (index + 1) % Self.rowsBetweenReports == 0 else { continue }
                progress(stories.count + index + 1, 2 * stories.count)
            }
        }
        return rows.inserted
    }

    private static let rowsBetweenReports = 8192

    /// The values of a row, in the order of `RowKind.headlines.columns`.
    private static func row(of story: NewsStory) -> [StoreValue] {
        let headline = story.headline
        let language = headline.language.isEmpty ? undetermined : headline.language
        return [
            .text(headline.id), .integer(headline.published.microseconds),
            .integer(story.firstSeen.microseconds), .text(language), .text(headline.title),
            .text(headline.url),
        ]
    }

    private func report(_ file: NewsFile, _ reading: FeedReading, _ news: NewStories, added: Int)
        -> NewsReport
    {
        NewsReport(
            file: Printable.line(file.name), source: SourceID(source.name),
            format: reading.format.rawValue,
            stories: reading.stories.count, added: added, reworded: news.reworded,
            withoutLanguage: news.stories.count { $0.language.isEmpty },
            withThemes: news.stories.count { !$0.themes.isEmpty },
            faults: NewsReport.faults(of: reading),
            cut: ImportError(cutting: reading, file: file.name))
    }
}
