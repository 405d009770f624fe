internal import Evidence
internal import Market

/// Writes findings down as facts: the one place where measures meet names, units and sources.
struct FactScribe {
    let question: Question
    private(set) var book = EvidenceBook()

    /// The window of the question, as measures spell it.
    var window: String { question.window.measureWord }

    init(_ question: Question) {
        self.question = question
        recordQuestion()
    }

    /// Writes a number down.
    mutating func record(
        _ measure: Measure, of subject: Subject, _ number: Double, _ unit: Unit,
        low: Double? = nil, high: Double? = nil, at observed: Timestamp?, _ method: Method,
        from sources: Provenance, standing: Fact.Standing = .measured
    ) {
        record(
            measure, of: subject, .number(number), unit, low: low, high: high, at: observed,
            method, from: sources, standing: standing)
    }

    /// Writes a value down.
    mutating func record(
        _ measure: Measure, of subject: Subject, _ value: Fact.Value, _ unit: Unit,
        low: Double? = nil, high: Double? = nil, at observed: Timestamp?, _ method: Method,
        from sources: Provenance, standing: Fact.Standing = .measured
    ) {
        // A figure that overflowed is a figure we do not have.
        let isFinite = [value.number, low, high].allSatisfy { $0?.isFinite ?? true }
        book.add(
            Fact(
                measure, of: subject, value: isFinite ? value : .none, unit: unit,
                low: isFinite ? low : nil, high: isFinite ? high : nil, asOf: question.asOf,
                observedAt: observed, method: method, sources: sources,
                standing: isFinite ? standing : .undecidable))
    }

    /// Writes down that there is nothing to compute a measure from.
    mutating func recordAbsence(
        of measure: Measure, of subject: Subject, _ unit: Unit, _ method: Method
    ) {
        record(
            measure, of: subject, .none, unit, at: nil, method, from: [], standing: .noData)
    }

    /// Writes words of a source down.
    mutating func recordText(
        _ measure: Measure, of subject: Subject, _ text: String, at observed: Timestamp? = nil,
        _ method: Method = .quoted, from sources: Provenance
    ) {
        record(measure, of: subject, .text(text), .text, at: observed, method, from: sources)
    }

    /// Takes a fact of another book as it stands.
    mutating func copy(_ fact: Fact) {
        book.add(fact)
    }

    /// Writes a run of values down.
    mutating func record(_ series: SeriesFact) {
        book.add(series)
    }

    /// Writes a curve down.
    mutating func record(_ curve: CurveFact) {
        book.add(curve)
    }

    private mutating func recordQuestion() {
        let range = question.range
        record(
            "asOf", of: .question, .instant(range.end), .instant, at: range.end, .question,
            from: [])
        record(
            "window", of: .question, range.span.inHours, .hours, at: range.end, .question,
            from: [])
        if range.span >= .days(2), range.span.microseconds % TimeSpan.day.microseconds == 0 {
            record(
                "window.days", of: .question, range.span.inHours / 24, .days, at: range.end,
                .question, from: [])
        }
        record(
            "window.start", of: .question, .instant(range.start), .instant, at: range.start,
            .question, from: [])
    }
}
