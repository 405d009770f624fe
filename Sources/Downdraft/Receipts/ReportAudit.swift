internal import Digests

/// A report held against the same question asked again: what differs, and why.
struct ReportAudit {
    /// Why something differs.
    enum Cause: String {
        /// Rows that it was made from have changed, come or gone.
        case dataChanged = "data changed"
        /// It was made by another version of its method.
        case methodChanged = "method changed"
        /// The same rows and the same method give something else.
        case alteredByHand = "altered by hand"
    }

    /// One fact, run of values or curve that differs.
    struct Difference {
        let measure: String
        let subject: String
        let cause: Cause
        let stated: String
        let found: String
        /// Which of its rows have changed.
        let rows: [String]
    }

    /// Rows that are not what they were.
    struct ChangedInput {
        let rows: String
        let before: Int
        let now: Int
    }

    /// A sentence that does not follow from the rows as they are now.
    struct Unsupported {
        let sentence: StatedReport.Sentence
        let cause: Cause
    }

    let seal: DocumentSeal.State
    let entries: Int
    let sentences: Int
    let inputs: [ChangedInput]
    let differences: [Difference]
    let unsupported: [Unsupported]

    /// Whether the file says what the rows give, and is as it was written.
    var holds: Bool {
        seal != .broken && inputs.isEmpty && differences.isEmpty && unsupported.isEmpty
    }

    private struct Place: Hashable {
        let measure: String
        let subject: String
        let observedAt: String
        let number: Int
    }

    /// Holds what a file states against what the same command gives now.
    init(_ stated: StatedReport, against found: StatedReport) {
        seal = stated.seal
        entries = stated.entries.count
        sentences = stated.sentences.count
        inputs = Self.changes(stated.inputs, found.inputs)
        let changed = Set(inputs.map(\.rows))
        differences = Self.differences(stated, found, changed)
        unsupported = Self.unsupported(stated, found, differences)
    }

    private static func changes(
        _ before: [String: StatedReport.Input], _ now: [String: StatedReport.Input]
    ) -> [ChangedInput] {
        Set(before.keys).union(now.keys).compactMap { id in
            let (old, new) = (before[id], now[id])
            guard old != new else { return nil }
            return ChangedInput(
                rows: old?.rows ?? new?.rows ?? id, before: old?.count ?? 0, now: new?.count ?? 0)
        }
        .sorted { $0.rows < $1.rows }
    }

    /// The entries by what they are of; several of one moment are told apart by their order.
    private static func placed(_ report: StatedReport) -> [Place: StatedReport.Entry] {
        var placed: [Place: StatedReport.Entry] = [:]
        var seen: [Place: Int] = [:]
        for entry in report.entries {
            let first = Place(
                measure: entry.measure, subject: entry.subject, observedAt: entry.observedAt,
                number: 0)
            let number = seen[first, default: 0]
            seen[first] = number + 1
            placed[
                Place(
                    measure: entry.measure, subject: entry.subject, observedAt: entry.observedAt,
                    number: number)] = entry
        }
        return placed
    }

    private static func differences(
        _ stated: StatedReport, _ found: StatedReport, _ changed: Set<String>
    ) -> [Difference] {
        let (before, now) = (placed(stated), placed(found))
        return Set(before.keys).union(now.keys).compactMap { place -> Difference? in
            let (old, new) = (before[place], now[place])
            guard old?.whole != new?.whole else { return nil }
            let selections =
                (old?.inputs ?? []).compactMap { stated.inputs[$0]?.rows }
                + (new?.inputs ?? []).compactMap { found.inputs[$0]?.rows }
            let rows = Set(selections).intersection(changed).sorted()
            return Difference(
                measure: place.measure, subject: place.subject,
                cause: cause(old, new, rows.isEmpty), stated: old?.value ?? "nothing",
                found: new?.value ?? "nothing", rows: rows)
        }
        .sorted { ($0.subject, $0.measure, $0.stated) < ($1.subject, $1.measure, $1.stated) }
    }

    private static func cause(
        _ old: StatedReport.Entry?, _ new: StatedReport.Entry?, _ isOnSameRows: Bool
    ) -> Cause {
        if let old, let new, old.method != new.method { return .methodChanged }
        return isOnSameRows ? .alteredByHand : .dataChanged
    }

    private static func unsupported(
        _ stated: StatedReport, _ found: StatedReport, _ differences: [Difference]
    ) -> [Unsupported] {
        let good = Set(found.sentences)
        let causes = Dictionary(
            differences.map { (Subjected($0.measure, $0.subject), $0.cause) },
            uniquingKeysWith: { first, _ in first })
        let names = Dictionary(
            stated.entries.map { ($0.id, Subjected($0.measure, $0.subject)) },
            uniquingKeysWith: { first, _ in first })
        return stated.sentences.compactMap { sentence in
            let cause = sentence.facts.lazy.compactMap { names[$0].flatMap { causes[$0] } }.first
            if let cause { return Unsupported(sentence: sentence, cause: cause) }
            guard !good.contains(sentence) else { return nil }
            // None of its facts differs: either the words do, or the report has other facts to tell now.
            return Unsupported(
                sentence: sentence,
                cause: differences.first { $0.cause != .alteredByHand }?.cause ?? .alteredByHand)
        }
    }

    private struct Subjected: Hashable {
        let measure: String
        let subject: String

        init(_ measure: String, _ subject: String) {
            self.measure = measure
            self.subject = subject
        }
    }
}
