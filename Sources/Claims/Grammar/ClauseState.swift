/// What a reader keeps in mind while it goes through a clause.
struct ClauseState {
    /// What governs the next figure.
    enum Governor: Hashable, Sendable {
        case none, change, start, end, at, of, above, below, reach, state, share
        case extremum(Direction)
    }

    /// What the clause is about.
    var subjects: [Subject] = []
    /// Whether the clause names it.
    var isExplicit = false
    /// Something named beside it, as in `long Bitcoin positions`.
    var attached: Subject?
    var measure: Measure?
    var direction: Direction?
    /// Whether a verb or noun of movement was met in the clause.
    var hasMovement = false
    var governor = Governor.none
    var indicator: IndicatorReference?
    var status: Claim.LevelStatus?
    var isSupport: Bool?
    var levelSpan: Range<Int>?
    var isForecast = false
    var isDenied = false
    var isPresent = false
    var isFollower = false
    var since: Window?
    var event = ClauseEvent()

    /// The state at the start of the next clause of the same sentence.
    func next(keepsSubjects: Bool) -> ClauseState {
        var next = ClauseState()
        if keepsSubjects {
            next.subjects = subjects
            next.isExplicit = isExplicit
            next.measure = measure
        }
        next.direction = direction
        next.isFollower = isFollower
        next.isForecast = isForecast
        return next
    }
}
