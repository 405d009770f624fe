internal import Claims
internal import Evidence
internal import Identity
internal import Market
public import Narrative
internal import Store

/// What an article is written in.
public enum ArticleFormat: String, Hashable, Sendable, CaseIterable {
    /// Text as it is.
    case plain
    /// Markdown.
    case markdown
    /// A page or a piece of one.
    case html
}

extension Engine {
    /// Holds every claim of an article against the article itself and against the data of its time.
    ///
    /// An article seldom states a minute: its figures are held against the closes of the hour asked about and
    /// of the three before, whichever they fit best.
    ///
    /// - Input: the article's bytes, of which two megabytes are read.
    /// - Throws: `StoreError`. Where the store holds nothing near the time the article is held against itself
    ///   alone, and the report says so.
    public func check(
        _ article: [UInt8], format: ArticleFormat, _ question: Question
    ) throws -> Report {
        let snapshot = try storeIfAny(question)
        let text = ArticleText(article, format: format.articleFormat)
        let books = try (0..<Self.hoursChecked)
            .map { Question(asOf: question.asOf - .hours($0)) }
            .compactMap { snapshot == nil ? nil : try evidence($0) }
        let review = ArticleReview(
            text, vocabulary: try Self.vocabulary(snapshot), books: books,
            published: question.asOf.day,
            formerNames: try Self.formerNames(snapshot, at: question.asOf))
        var scribe = FactScribe(question)
        scribe.recordReview(review, isHeldAgainstData: !books.isEmpty)
        return narrated(scribe.book, question, try snapshot?.sources() ?? []) {
            $0.checkReport(sources: $1)
        }
    }

    /// The store as it was; `nil` where there is none, which is no obstacle to an article's own arithmetic.
    private func storeIfAny(_ question: Question) throws -> StoreSnapshot? {
        do {
            return try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        } catch StoreError.missing {
            return nil
        }
    }

    /// How many hours an article's figures may be of.
    private static let hoursChecked = 4

    /// What a report of the time would rest on; `nil` where the store holds nothing near it.
    private func evidence(_ question: Question) throws -> EvidenceBook? {
        do {
            return try answer(question).book
        } catch EngineError.outsideData {
            return nil
        }
    }

    /// Tickers that had been given up by an instant, by ticker.
    private static func formerNames(
        _ snapshot: StoreSnapshot?, at asOf: Timestamp
    ) throws -> [FormerName] {
        guard let snapshot else { return [] }
        let rows = try snapshot.tickers().rows
        let directory = AssetDirectory(
            assets: try snapshot.assets().rows, tickers: rows, instruments: [])
        let changes: Set<AssetTicker.Kind> = [.renamed, .redenominated, .merged]
        let ended = rows.filter { row in
            changes.contains(row.kind) && row.until.map { $0 <= asOf } ?? false
        }
        return ended.map { row in
            FormerName(
                ticker: row.ticker, asset: row.asset.text,
                label: directory.label(of: row.into ?? row.asset, at: asOf))
        }
        .sorted { ($0.ticker, $0.asset) < ($1.ticker, $1.asset) }
    }

    /// The names that articles use for what is in the store, as known at its as-of.
    private static func vocabulary(_ snapshot: StoreSnapshot?) throws -> Vocabulary {
        let assets = try snapshot?.assets().rows.sorted { $0.id < $1.id } ?? []
        let tickers = try snapshot?.tickers().rows ?? []
        let sectors = try snapshot?.sectorMembers().rows ?? []
        var rows = [VocabularyRow(kind: .market, id: "TOTAL", name: "TOTAL", isTicker: true)]
        for asset in assets {
            rows.append(
                VocabularyRow(
                    kind: .asset, id: asset.id.text, name: asset.id.text, isTicker: true))
            if asset.name.count > 1 {
                rows.append(VocabularyRow(kind: .asset, id: asset.id.text, name: asset.name))
                rows.append(
                    VocabularyRow(
                        kind: .asset, id: asset.id.text, name: asset.name.lowercased()))
            }
        }
        rows += tickers.map {
            VocabularyRow(kind: .asset, id: $0.asset.text, name: $0.ticker, isTicker: true)
        }
        let titles = Dictionary(
            sectors.map { ($0.sector, $0.title) }, uniquingKeysWith: { first, _ in first })
        for (sector, title) in titles.sorted(by: { $0.key < $1.key }) {
            // A sector goes by its title, and by its own name with the usual words behind it.
            let short = sector.text.count <= 3 ? sector.text.uppercased() : sector.text
            let names =
                [title, title.lowercased()]
                + ["sector", "tokens", "coins", "-related tokens"].map { word in
                    word.hasPrefix("-") ? short + word : "\(short) \(word)"
                }
            rows += names.map { VocabularyRow(kind: .sector, id: sector.text, name: $0) }
        }
        return Vocabulary(rows: rows, market: "TOTAL")
    }
}

extension ArticleFormat {
    fileprivate var articleFormat: ArticleText.Format {
        switch self {
        case .plain: .plain
        case .markdown: .markdown
        case .html: .html
        }
    }
}
