/// Which model is asked, how, and how much it may cost.
package struct ModelSettings: Hashable, Sendable {
    /// The model's name at the endpoint; `nil` where the endpoint has but one.
    package var model: String?
    /// The seed of the draws of the model; at temperature 0 most servers draw nothing.
    package var seed: Int
    /// How much the model draws: 0 for the likeliest word always.
    package var temperature: Double
    /// How long one answer may take.
    package var timeout: Duration
    /// The most tokens of one answer, a reasoning block included.
    package var maximumTokens: Int
    /// The most sentences of one paragraph that are asked about.
    package var maximumSentences = 24
    /// The most bytes that an answer may bring, all framing included.
    package var maximumBytes = 4 << 20
    /// How often a question is asked again where no answer came.
    package var retries = 2
    /// How long to wait before the first time; twice as long before each further one.
    package var firstPause: Duration = .milliseconds(500)
    /// After so many paragraphs in a row without an answer the rest is not asked about.
    package var patience = 2

    /// Settings with the usual bounds.
    package init(
        model: String? = nil, seed: Int = 1, temperature: Double = 0,
        timeout: Duration = .seconds(120),
        maximumTokens: Int = 2_048
    ) {
        self.model = model
        self.seed = seed
        self.temperature = temperature
        self.timeout = timeout
        self.maximumTokens = maximumTokens
    }
}
