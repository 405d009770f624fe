public import Evidence
public import Market

/// Prose in which every number is a fact.
///
/// A sentence is written as a string literal whose interpolations take facts and nothing else:
/// `"TOTAL \(word) \(change, .magnitude) in \(window)"`. A loose number does not compile, and a digit
/// in the literal itself traps, so that nobody types one in.
public struct Sentence: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// One stretch of a sentence.
    public enum Span: Hashable, Sendable {
        /// Words of ours, free of digits.
        case words(String)
        /// The value of a fact.
        case value(Fact, FactStyle)
        /// The name of what a fact measures, which may hold a number: `50-day average`.
        case measure(Fact)
        /// The name of what a fact is about, which may hold a number: `1INCH`.
        case subject(Fact)
        /// When a fact was observed; nothing where it has no moment.
        case observed(Fact, FactStyle)
        /// The measure that a fact of text names: `24 h change` where it says `change.24h`.
        case named(Fact)
        /// Who publishes a source.
        case publisher(Source)
    }

    /// The stretches, in reading order.
    public let spans: [Span]

    /// A sentence of given stretches; words must be free of digits.
    public init(spans: [Span]) {
        for case .words(let words) in spans {
            precondition(
                !words.contains(where: \.isNumber), "a digit in prose must be a fact: \(words)")
        }
        self.spans = spans
    }

    /// Words alone.
    public init(stringLiteral words: String) {
        self.init(spans: words.isEmpty ? [] : [.words(words)])
    }

    /// Words and facts.
    public init(stringInterpolation: StringInterpolation) {
        self.init(spans: stringInterpolation.spans)
    }

    /// Whether there is nothing to read.
    public var isEmpty: Bool { spans.isEmpty }

    /// The facts in reading order, each as often as it is used.
    public var facts: [Fact] {
        spans.compactMap { span in
            switch span {
            case .words, .publisher: nil
            case .value(let fact, _), .measure(let fact), .subject(let fact),
                .observed(let fact, _), .named(let fact):
                fact
            }
        }
    }

    /// Collects words and facts; there is no way in for a bare number or string.
    public struct StringInterpolation: StringInterpolationProtocol {
        var spans: [Span] = []

        /// Starts an empty collection.
        public init(literalCapacity: Int, interpolationCount: Int) {
            spans.reserveCapacity(2 * interpolationCount + 1)
        }

        /// Takes words as they stand in the code.
        public mutating func appendLiteral(_ words: String) {
            if !words.isEmpty { spans.append(.words(words)) }
        }

        /// Takes the value of a fact.
        public mutating func appendInterpolation(_ fact: Fact, _ style: FactStyle = .plain) {
            spans.append(.value(fact, style))
        }

        /// Takes the name of what a fact measures.
        public mutating func appendInterpolation(measure fact: Fact) {
            spans.append(.measure(fact))
        }

        /// Takes the name of what a fact is about.
        public mutating func appendInterpolation(subject fact: Fact) {
            spans.append(.subject(fact))
        }

        /// Takes the moment a fact was observed.
        public mutating func appendInterpolation(observed fact: Fact, _ style: FactStyle = .plain) {
            spans.append(.observed(fact, style))
        }

        /// Takes the name of the measure that a fact of text names.
        public mutating func appendInterpolation(named fact: Fact) {
            spans.append(.named(fact))
        }

        /// Takes the name of who publishes a source.
        public mutating func appendInterpolation(publisher source: Source) {
            spans.append(.publisher(source))
        }

        /// Takes another sentence.
        public mutating func appendInterpolation(_ sentence: Sentence) {
            spans.append(contentsOf: sentence.spans)
        }
    }
}

extension [Sentence] {
    /// The sentences in a row with the same words between any two; an empty sentence where there is none.
    func joined(by words: Sentence) -> Sentence {
        guard let first else { return "" }
        return dropFirst().reduce(first) { "\($0)\(words)\($1)" }
    }
}
