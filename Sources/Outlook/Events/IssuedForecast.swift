/// An event with the probabilities that were given to it, as it was issued.
package struct IssuedForecast: Hashable, Codable, Sendable {
    /// What sort of statement it is: each sort is scored apart.
    package enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        /// A branch of a scenario tree.
        case scenario
        /// A level by itself: whether it is touched, or broken.
        case level
        /// What an alert says will follow.
        case alert
    }

    /// Who says how likely it is.
    package enum Method: String, Hashable, Codable, CaseIterable, Sendable {
        /// A walk of steady volatility without drift.
        case closedForm = "closed-form"
        /// Filtered historical simulation.
        case simulation
        /// How often its like had happened by then.
        case climatology
        /// The simulation, corrected by how often what it said had happened by then.
        case recalibrated
        /// How often the same followed earlier alerts of the same rule.
        case firings

        /// The methods of outlooks, which a walk forward scores; alerts have their own score.
        package static let ofOutlooks = allCases.filter { $0 != .firings }
    }

    /// A probability with its method.
    package struct Probability: Hashable, Sendable {
        /// The method.
        package let method: Method
        /// Zero to one.
        package let value: Double

        /// A method's probability; `nil` for a number that is none.
        package init?(_ method: Method, _ value: Double) {
            guard value >= 0, value <= 1 else { return nil }
            self.method = method
            self.value = value
        }
    }

    /// What sort of statement it is.
    package let kind: Kind
    /// What it is about.
    package let event: ForecastEvent
    /// What it is called among its like, such as the name of a branch.
    package let label: String
    /// The latest moment whose rows it could know, in microseconds since 1970 UTC.
    package let asOf: Int64
    /// When it was written down; never before `asOf`, and a forecast of the past is told by the difference.
    package let issuedAt: Int64
    /// The price it started from.
    package let price: Double
    /// The probabilities, one a method at most, by the methods' names.
    package let probabilities: [Probability]

    /// A forecast; `nil` where it was written before what it knows or knows what it foretells, for a price that
    /// is none, or for a method twice.
    package init?(
        _ kind: Kind = .scenario, event: ForecastEvent, label: String, asOf: Int64,
        issuedAt: Int64, price: Double, probabilities: [Probability]
    ) {
        guard issuedAt >= asOf, asOf <= event.start, price > 0, price.isFinite,
            Set(probabilities.map(\.method)).count == probabilities.count
        else { return nil }
        self.kind = kind
        self.event = event
        self.label = label
        self.asOf = asOf
        self.issuedAt = issuedAt
        self.price = price
        self.probabilities = probabilities.sorted { $0.method.rawValue < $1.method.rawValue }
    }

    /// The same, written down at another moment; at its as-of where that is later.
    package func issued(at instant: Int64) -> IssuedForecast {
        IssuedForecast(
            kind, event: event, label: label, asOf: asOf, issuedAt: max(asOf, instant),
            price: price, probabilities: probabilities) ?? self
    }

    /// Whether it was written down after what it is about had begun: the past forecast from what was known then,
    /// which proves less than a forecast that nobody could have fitted.
    package var isHindsight: Bool { issuedAt > event.firstOpening }

    /// The probability by a method, if it gave one.
    package func probability(_ method: Method) -> Double? {
        probabilities.first { $0.method == method }?.value
    }

    /// All that makes it the forecast it is, but for when it was written down: equal texts are equal forecasts,
    /// and the digest of this is its name.
    package var canonicalText: String {
        let parts = probabilities.map { "\($0.method.rawValue) \($0.value)" }
        // Scenarios came first, and have their names without it.
        let sort = kind == .scenario ? "" : "kind \(kind.rawValue) "
        return "forecast/1 \(sort)label \(label.utf8.count):\(label) as-of \(asOf) price \(price) "
            + parts.joined(separator: " ") + " \(event.canonicalText)"
    }

    private enum Key: String, CodingKey {
        case kind, event, label, asOf, issuedAt, price, probabilities
    }

    /// Reads a forecast that was stored; throws for one that could not have been issued.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let stored = try values.decode([String: Double].self, forKey: .probabilities)
        let probabilities = Method.allCases.compactMap { method in
            stored[method.rawValue].flatMap { Probability(method, $0) }
        }
        let forecast = IssuedForecast(
            try values.decodeIfPresent(Kind.self, forKey: .kind) ?? .scenario,
            event: try values.decode(ForecastEvent.self, forKey: .event),
            label: try values.decode(String.self, forKey: .label),
            asOf: try values.decode(Int64.self, forKey: .asOf),
            issuedAt: try values.decode(Int64.self, forKey: .issuedAt),
            price: try values.decode(Double.self, forKey: .price), probabilities: probabilities)
        guard let forecast, probabilities.count == stored.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .event, in: values, debugDescription: "no forecast has these values")
        }
        self = forecast
    }

    /// Stores the forecast.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        if kind != .scenario { try values.encode(kind, forKey: .kind) }
        try values.encode(event, forKey: .event)
        try values.encode(label, forKey: .label)
        try values.encode(asOf, forKey: .asOf)
        try values.encode(issuedAt, forKey: .issuedAt)
        try values.encode(price, forKey: .price)
        let pairs = probabilities.map { ($0.method.rawValue, $0.value) }
        try values.encode(Dictionary(uniqueKeysWithValues: pairs), forKey: .probabilities)
    }
}
