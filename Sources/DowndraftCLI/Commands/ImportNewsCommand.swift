internal import ArgumentParser
internal import Import
internal import Market

/// `downdraft import news`: brings stories into the store, as headlines.
struct ImportNewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "news",
        abstract: "Import stories from feeds, dumps, tables or notes, as headlines.",
        discussion: """
              downdraft import news feed.xml --source example --fetched 2025-01-27T12:00Z
              downdraft import news - --source example --fetched $(date -u +%FT%TZ) <feed
              downdraft import news archive.csv.gz --source archive --language en
              downdraft import news my-notes.txt --source me --format catalysts

            An answer uses a story from the moment it was known, never sooner. That is --fetched for a \
            live feed; without it the stories are taken as an archive, each known when it was \
            published or last changed, or when a table says it was first seen. Catalysts written by \
            hand say themselves when they were known. Import fetches of one source in the order in \
            which they were made.

            A story that the store has in the same words is left alone; one in other words is a \
            revision, and what was known before stays as it was. A story without a language is \
            stored as 'und', undetermined. Themes written into catalysts are not stored: which themes \
            a story has is told by the words of the lexicon in the store.

            A table has a header such as published,title,url,language,id, in any order; title must be \
            there, and published, updated or known, when a row was first seen. What is at fault within a file is told by kind and place; \
            the other stories are stored. Of a file that ends early what stands before is stored, and \
            the exit code says so.
            """)

    @Argument(
        help: ArgumentHelp(
            "A file, plain or gzip; - for the standard input.", valueName: "file"))
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "What to call the source: letters, digits, hyphens and points.", valueName: "name"))
    var source: String

    @Option(
        help: ArgumentHelp(
            "When the files were fetched from a live feed, with the zone.",
            discussion: "Such as 2025-01-27T12:00Z. By default they are taken as an archive.",
            valueName: "time"))
    var fetched: String?

    @Option(help: "The format; by default told from the bytes.")
    var format: ImportedFormat?

    @Option(
        help: ArgumentHelp(
            "The language of stories that name none, by two letters.", valueName: "code"))
    var language: String?

    @Option(help: "What the source is, for readers.")
    var title: String?

    @Option(help: ArgumentHelp("Who publishes it.", valueName: "name"))
    var publisher: String?

    @Option(help: ArgumentHelp("Under which terms.", valueName: "terms"))
    var licence: String?

    @OptionGroup var storeOption: StoreOption

    func run() throws {
        do {
            let news = try importer()
            var cut: ImportError?
            for path in files {
                let report = try imported(path, by: news)
                StandardStream.error.write(ImportedNews(report, store: storeOption.path).text)
                cut = cut ?? report.cut
            }
            if let cut { throw cut }
        } catch {
            throw Failure(error)
        }
    }

    private func importer() throws -> NewsImport {
        let described = NewsSource(
            name: source, title: title, publisher: publisher, licence: licence)
        do {
            return try NewsImport(
                source: described, fetched: try fetched.map(instant), format: format?.name,
                language: language)
        } catch let error as ImportError {
            throw Failure(status: .usage, message: "\(error)")
        }
    }

    private func instant(_ text: String) throws -> Timestamp {
        guard let instant = Timestamp(text) else {
            throw Failure(
                status: .usage,
                message:
                    "'\(text)' is not an instant — write it as 2025-01-27T12:00Z, zone included")
        }
        return instant
    }

    private func imported(_ path: String, by news: NewsImport) throws -> NewsReport {
        let file = path == "-" ? try ImportedStream.file() : try NewsFile(path: path)
        var bar = ProgressBar(on: .error)
        defer { bar.clear() }
        return try news.run(file, store: storeOption.path) { done, total in
            bar.show(done: done, of: total, file.name)
        }
    }
}
