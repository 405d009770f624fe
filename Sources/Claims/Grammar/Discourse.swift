/// What has been spoken of so far, for words that point back.
struct Discourse: Sendable {
    private(set) var topic: Subject?
    /// Whether the last sentence spoke of positions closed by force.
    var wasAboutLiquidations = false
    /// Which way the last thing went that was told to go a way.
    var direction: Direction?
    private var asset: Subject?
    private var sector: Subject?
    private var index: Subject?

    mutating func note(_ subjects: [Subject]) {
        guard let last = subjects.last else { return }
        if subjects.count == 1 { topic = last }
        switch last.kind {
        case .asset: asset = last
        case .sector: sector = last
        case .index, .market: index = last
        case .unknown: break
        }
    }

    /// What a word that points back stands for.
    func referent(of term: Term, at span: Range<Int>) -> Subject? {
        let subject: Subject? =
            switch term {
            case .pronoun: topic
            case .tokenPronoun: asset
            case .sectorPronoun: sector
            case .indexPronoun: index
            default: nil
            }
        return subject?.resolved(.pronoun, at: span)
    }
}
