#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Catalysts
internal import Indices
internal import Market
internal import Series
internal import Store

/// What may have caused the move: names that rose in the news, who they bear on, and whether those went
/// further than the market explains and than chance does.
struct CauseState {
    /// What was tested, with the sector or group that a name bears on.
    struct Candidate {
        let cause: CandidateCause
        /// The name in the news; `nil` of a sector that no name bears on.
        let name: StoryBoard.Name?
        let sector: SectorID
        let group: String?
        let stories: [NamedStory]
    }

    let onset: OnsetState
    /// Where the move may have begun, as stories are held against it.
    let began: TimeRange
    /// What rose in the news, whether it bears on anything or not.
    let names: [StoryBoard.Name]
    let candidates: [Candidate]
    let ranking: CauseRanking?
    /// How many days the tests estimate on, and how many dates they compare with at most.
    let rules: CauseRules?
    private let window: TimeRange

    /// A name bears on sectors of this many priced members and more.
    private static let fewestMembers = 3
    /// Hours on which the band of hours is estimated.
    private static let hourlyEstimation = 72

    /// - Input: `board`, what the headlines of the inputs tell; `panel`, the days that groups are tested on;
    ///   `surveys`, what is known of some of the groups already.
    init(
        _ inputs: DayInputs, _ causes: CauseInputs, _ findings: DayFindings, _ board: StoryBoard,
        _ panel: CausePanel?, surveys: [Set<AssetID>: StudySurvey] = [:]
    ) {
        let falls = (findings.total?.window?.ratio ?? 0) < 0
        window = inputs.question.range
        let members = causes.labels.rows
        let focus = findings.exposed?.sector
        onset = OnsetState(
            inputs, causes, exposed: members.filter { $0.sector == focus }.map(\.asset),
            falls: falls)
        let turn = falls ? findings.total?.peak : findings.total?.trough
        let bounds =
            onset.market.map(\.credible.range)
            ?? turn.map { TimeRange(from: $0.openTime, to: $0.closeTime) }
        began = bounds ?? TimeRange(from: causes.stretch.start, to: causes.stretch.end)
        names = board.names
        candidates = Self.candidates(
            board, inputs, members, labelled: causes.stretch.start - TimeSpan(microseconds: 1))
        guard !candidates.isEmpty, let panel else {
            (ranking, rules) = (nil, nil)
            return
        }
        rules = panel.rules
        ranking = CauseRanking(
            of: candidates.map(\.cause), panel: panel.returns, before: panel.returns.bars,
            onset: began, rules: panel.rules, surveys: surveys)
    }

    /// Whom names may bear on: the members of each sector with enough of them.
    static func sectors(_ causes: CauseInputs) -> [Set<AssetID>] {
        Dictionary(grouping: causes.labels.rows, by: \.sector).sorted { $0.key < $1.key }
            .map { Set($0.value.map(\.asset)) }.filter { $0.count >= fewestMembers }
    }

    /// What is said of each candidate, as it may be written down; in the order of the ranking.
    var claims: [CauseClaim] {
        guard let ranking else { return [] }
        return ranking.tests.compactMap {
            CauseClaim($0, window: window, direction: ranking.direction)
        }
    }

    /// What the headlines tell: read apart from the rest, because it takes as long.
    static func board(_ inputs: DayInputs) -> StoryBoard {
        let asOf = inputs.question.asOf
        let terms = inputs.themeTerms.rows.map { EntityTerm($0, known: asOf) }
        return StoryBoard(
            headlines: inputs.headlines.rows, lexicon: EntityLexicon(terms, asOf: asOf),
            asOf: asOf)
    }

    // MARK: Candidates

    /// Every name with the sectors and groups that its themes bear on, and every sector that none bears on.
    private static func candidates(
        _ board: StoryBoard, _ inputs: DayInputs, _ members: [SectorMember], labelled: Timestamp
    ) -> [Candidate] {
        var sectorsOfTheme: [String: Set<SectorID>] = [:]
        for term in inputs.themeTerms.rows {
            if let sector = term.sector { sectorsOfTheme[term.theme, default: []].insert(sector) }
        }
        var found: [Candidate] = []
        for name in board.names {
            let sectors = Set(name.themes.flatMap { sectorsOfTheme[$0] ?? [] }).sorted()
            let stories = board.stories(naming: name.burst.name)
            for sector in sectors {
                let groups = Set(members.filter { $0.sector == sector }.compactMap(\.group))
                    .sorted()
                for group in [nil] + groups.map(Optional.some) {
                    found += [
                        candidate(name, stories, sector, group, members, labelled: labelled)
                    ].compactMap { $0 }
                }
            }
        }
        let spoken = Set(found.map(\.sector))
        let silent = Set(members.map(\.sector)).subtracting(spoken).sorted()
        return found
            + silent.compactMap { candidate(nil, [], $0, nil, members, labelled: labelled) }
    }

    private static func candidate(
        _ name: StoryBoard.Name?, _ stories: [NamedStory], _ sector: SectorID, _ group: String?,
        _ members: [SectorMember], labelled: Timestamp
    ) -> Candidate? {
        let exposed = Set(
            members.filter { $0.sector == sector && (group == nil || $0.group == group) }
                .map(\.asset))
        guard exposed.count >= fewestMembers else { return nil }
        let place = group.map { "\(sector)/\($0)" } ?? sector.text
        let cause = CandidateCause(
            name: name.map { "\($0.burst.name) (\(place))" } ?? place,
            firstSeen: stories.map(\.firstSeen).min(), stories: stories.count, exposed: exposed,
            labelled: labelled)
        return Candidate(
            cause: cause, name: name, sector: sector, group: group, stories: stories)
    }

    // MARK: Hours

    /// The hours of the window for the first candidate, against earlier stretches of as many hours; `nil`
    /// without enough of them.
    func band(
        _ inputs: DayInputs, _ causes: CauseInputs, _ findings: DayFindings
    ) -> AbnormalBand? {
        guard let group = ranking?.tests.first?.cause.exposed else { return nil }
        let assets = Dictionary(
            inputs.instruments.rows.map { ($0.id, $0.asset) },
            uniquingKeysWith: { first, _ in first })
        let moments = Self.hours(causes, until: window.end)
        guard
            let shape = StudyWindow(
                estimation: Self.hourlyEstimation, gap: 0,
                length: Int(window.span.microseconds / TimeSpan.hour.microseconds))
        else { return nil }
        let places = Dictionary(uniqueKeysWithValues: moments.enumerated().map { ($1, $0) })
        var seen: Set<AssetID> = []
        let columns = causes.hours.rows.compactMap { row -> ReturnPanel.Column? in
            guard let asset = assets[row.instrument], seen.insert(asset).inserted,
                !findings.board.stablecoins.contains(asset)
            else { return nil }
            var closes = [Double](repeating: .nan, count: moments.count)
            for bar in 0..<row.columns.count {
                if let place = places[row.columns.closeTime(at: bar)] {
                    closes[place] = row.columns.closes[bar]
                }
            }
            return ReturnPanel.Column(
                asset: asset, cap: findings.market?.capsAfter[asset] ?? 0, values: closes)
        }
        guard let panel = ReturnPanel(closes: columns, closeTimes: moments),
            let study = EventStudy(panel: panel, group: group, window: shape)
        else { return nil }
        let ends = shape.placeboEnds(before: panel.bars, stride: 1, most: 1000)
        let dates = study.dates(before: [panel.bars] + ends, includesOthers: true)
        guard let event = dates.first ?? nil else { return nil }
        return AbnormalBand(
            of: event, among: dates.dropFirst().compactMap { $0 }, isScaled: true)
    }

    /// Every full hour from the first close there is.
    private static func hours(_ causes: CauseInputs, until end: Timestamp) -> [Timestamp] {
        let first = causes.hours.rows.filter { $0.columns.count > 0 }
            .map { $0.columns.closeTime(at: 0) }.min()
        var moments: [Timestamp] = []
        var moment = first ?? end
        while moment <= end {
            moments.append(moment)
            moment = moment + .hour
        }
        return moments
    }
}
