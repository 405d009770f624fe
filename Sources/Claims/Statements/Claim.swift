package import Market

/// One statement of a text that somebody could check, or that is marked as one that nobody can.
package struct Claim: Hashable, Sendable {
    /// What is stated.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A measure of the subject has a value, or is above or below one.
        case level
        /// A measure changed by so much.
        case change
        /// A measure went from a value to another, perhaps by so much.
        case fromTo
        /// An amount over a window: liquidations, flows.
        case total
        /// A part as hundredths of a whole.
        case share
        /// The subject stands first or last in an order.
        case rank
        /// The subject did better or worse than another.
        case comparison
        /// A support or resistance was lost, broken, held or not passed.
        case levelStatus
        /// An indicator reads so much, or stands at such a price.
        case indicator
        /// What a name stands for.
        case definition
        /// One thing brought about another.
        case cause
        /// Something happened on a date.
        case event
        /// Somebody's words.
        case quotation
        /// A number that is none of these.
        case figure
    }

    /// What a figure is to the claim.
    package enum Role: String, Hashable, Sendable, CaseIterable {
        /// The value itself.
        case value
        /// Where a change began.
        case start
        /// Where it ended.
        case end
        /// How much it was; falls are negative.
        case change
    }

    /// How a level stands to the figure.
    package enum Relation: String, Hashable, Sendable, CaseIterable {
        /// At it.
        case at
        /// Higher.
        case above
        /// Lower.
        case below
        /// At it once, as the highest of a time.
        case high
        /// At it once, as the lowest of a time.
        case low
    }

    /// What became of a level.
    package enum LevelStatus: String, Hashable, Sendable, CaseIterable {
        /// Passed on the way down.
        case lost
        /// Passed on the way up.
        case broken
        /// Reached and not passed.
        case held
        /// Reached from below and turned.
        case rejected
        /// Named, with nothing said of what became of it.
        case named
    }

    /// How the text stands to its own statement.
    package enum Modality: String, Hashable, Sendable, CaseIterable {
        /// As a fact.
        case stated
        /// As something to come, or that may come.
        case forecast
        /// As somebody's words.
        case quoted
        /// As something that did not happen.
        case denied
    }

    /// A figure and what it is to the claim.
    package struct Figure: Hashable, Sendable {
        /// What it is to the claim.
        package let role: Role
        /// The figure.
        package let figure: StatedFigure
        /// The date given with it.
        package let date: StatedDate?

        /// A figure of a claim.
        package init(role: Role, figure: StatedFigure, date: StatedDate? = nil) {
            self.role = role
            self.figure = figure
            self.date = date
        }
    }

    /// What is stated.
    package let kind: Kind
    /// What it is about; `nil` where the text gives nothing.
    package var subject: Subject?
    /// The other side of a comparison.
    package var other: Subject?
    /// What is measured; `nil` where that does not apply.
    package var measure: Measure?
    /// The figures, in the order of the text.
    package var figures: [Figure] = []
    /// Which way it went.
    package var direction: Direction?
    /// How a level stands to its figure.
    package var relation: Relation?
    /// What became of a level.
    package var status: LevelStatus?
    /// Whether the level is called a support; `false` for a resistance, `nil` for neither.
    package var isSupport: Bool?
    /// The indicator that is spoken of, or that gives the level.
    package var indicator: IndicatorReference?
    /// Which positions were closed; `nil` for all.
    package var side: PositionSide?
    /// The stretch of time; `nil` where the sentence gives none.
    package var window: Window?
    /// How the text stands to it.
    package var modality: Modality = .stated
    /// Whether it is said of the present moment: `stands at`, not `had reached`.
    package var isPresent = false
    /// Whether the subject is named as next in an order: `followed by`.
    package var isFollower = false
    /// Whether an order is said to hold among some only: `among the top 10`, `one of the`.
    package var isScoped = false
    /// Who is said to say so, as a span.
    package var speaker: Range<Int>?
    /// For a cause, where the cause is given; for a definition, where the meaning is.
    package var content: Range<Int>?
    /// For a cause, where the effect is given.
    package var effect: Range<Int>?
    /// For a cause, the connective.
    package var connective: Range<Int>?
    /// Where the statement stands in the text.
    package var span: Range<Int>
    /// The sentence, counted from 0.
    package let sentence: Int

    init(kind: Kind, span: Range<Int>, sentence: Int) {
        self.kind = kind
        self.span = span
        self.sentence = sentence
    }

    /// The figure in a role.
    package func figure(_ role: Role) -> StatedFigure? {
        figures.first { $0.role == role }?.figure
    }
}
