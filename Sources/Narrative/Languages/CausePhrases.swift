internal import Evidence

/// A cause that a test stands behind.
struct SupportedCause {
    let name: Fact
    let effect: Fact
    let adjusted: Fact
    let direct: Fact
    let unexplained: Fact
}

/// When it began, and what may have caused it.
///
/// No sentence but `supported(_:)` may have a causal verb: see decision 0015.
protocol CausePhrases: Sendable {
    /// That nothing stands out from before.
    var nothingBegan: Sentence { get }
    /// Whether an order among the onsets is decided.
    func onsetOrder(isDecided: Bool) -> Sentence

    /// The one sentence with a causal verb.
    func supported(_ cause: SupportedCause) -> Sentence
    /// That no story bears on a sector.
    var noStory: Sentence { get }
    /// That the move coincided with news that could not be tested.
    func untested(_ name: Fact, seen: Fact) -> Sentence
    /// That the move coincided with news, and chance explains what those it bears on did.
    func coincided(_ name: Fact, seen: Fact, probability: Fact) -> Sentence
    /// How long the market waited after the first story.
    func waited(_ lead: Fact) -> Sentence
    /// What was tested, against what, and when a causal verb is allowed.
    func testRules(days: Fact, dates: Fact, level: Fact) -> Sentence
    /// A phrase: the direct effect of a cause.
    func directEffect(of name: Sentence) -> Sentence
    /// The heading of the chart of what those did that a cause bears on.
    func abnormalChart(of name: Fact) -> Sentence
}
