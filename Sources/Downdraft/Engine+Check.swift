internal import Claims
internal import Evidence
internal import Identity
internal import Indicators
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
    ) async throws -> Report {
        let snapshot = try storeIfAny(question)
        let text = ArticleText(article, format: format.articleFormat)
        let vocabulary = try Self.vocabulary(snapshot)
        let extraction = ClaimGrammar(vocabulary).extraction(of: text)
        let books = snapshot == nil ? [] : try await evidence(question, for: extraction)
        let review = ArticleReview(
            text, extraction, books: books, published: question.asOf.day,
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

    /// What the article's claims are held against, hour by hour, the latest first, all at once; none where
    /// the store holds nothing near them.
    private func evidence(
        _ question: Question, for extraction: Extraction
    ) async throws -> [EvidenceBook] {
        let namesCause = extraction.claims.contains { $0.kind == .cause && $0.modality == .stated }
        // Causes take most of the time of a report, and are told by the latest hour alone.
        async let latest = namesCause ? causes(question) : figures(question)
        let earlier = await Array(1..<Self.hoursChecked).concurrentMap { hour in
            Result { try figures(Question(asOf: question.asOf - .hours(hour))) }
        }
        return try await [latest].compactMap { $0 } + earlier.compactMap { try $0.get() }
    }

    /// What a report of the time would rest on, but for its charts; `nil` where the store holds nothing near it.
    private func causes(_ question: Question) async throws -> EvidenceBook? {
        let reader = try StoreReader.open(path: store)
        let snapshot = try reader.snapshot(asOf: question.asOf)
        let inputs = try DayInputs(question, from: snapshot)
        async let board = CauseState.board(inputs)
        let causes = try CauseInputs(
            question, from: snapshot,
            labels: reader.snapshot(asOf: CauseInputs.stretch(question).start))
        let findings = DayFindings(inputs)
        guard Self.reaches(findings.total, question) else { return nil }
        async let figures = Self.figures(HourFindings(findings), inputs)
        let panel = CausePanel(inputs, findings)
        let surveys = await panel?.surveys(of: CauseState.sectors(causes)) ?? [:]
        let state = CauseState(inputs, causes, findings, await board, panel, surveys: surveys)
        var scribe = await figures
        scribe.recordCauses(state, inputs, causes)
        return scribe.book
    }

    /// The figures of an hour; `nil` where the store holds nothing near it.
    private func figures(_ question: Question) throws -> EvidenceBook? {
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        let inputs = try DayInputs(figuresOf: question, from: snapshot)
        let findings = HourFindings(inputs)
        return Self.reaches(findings.total, question)
            ? Self.figures(findings, inputs).book : nil
    }

    /// Whether the market was seen near the time of the question.
    private static func reaches(_ total: TotalMove?, _ question: Question) -> Bool {
        total.map { question.asOf - $0.levelAt <= reach } ?? false
    }

    private static func figures(_ findings: HourFindings, _ inputs: DayInputs) -> FactScribe {
        var scribe = FactScribe(inputs.question)
        let basket = findings.board.sources + inputs.supplies.sources + inputs.assets.sources
        scribe.recordTotal(findings.total)
        scribe.recordTechnical(
            findings.technical, level: findings.total?.level, at: findings.total?.levelAt,
            daily: inputs.totalDaily.sources, live: findings.total?.levelSources ?? [])
        scribe.recordAssets(findings.pricedAssets, inputs)
        scribe.recordSectors(
            findings.sectors, exposed: nil, market: nil,
            from: basket + inputs.sectorMembers.sources)
        scribe.recordLeverage(findings.leverage, inputs)
        return scribe
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
