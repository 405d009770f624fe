internal import Evidence
internal import Market

extension Narrator {
    /// Figures that somebody printed, beside ours.
    var published: Section? {
        let printed = book.all("value").filter { $0.subject.kind == "published" }
            .sorted { (place(of: $0), $0.subject) < (place(of: $1), $1.subject) }
        guard !printed.isEmpty else { return nil }
        let table = Table(
            "published", phrases.caption(.published),
            columns: [
                words(.about), words(.measure), words(.printed), figures(.ours), words(.verdict),
                words(.whyTheyMayDiffer),
            ], rows: printed.map(publishedRow))
        return section(
            "published", .published, [.paragraph([phrases.printedFigures]), .table(table)])
    }

    private func publishedRow(_ figure: Fact) -> [Sentence] {
        let subject = figure.subject
        let ours = counterpart(of: subject)
        let verdict = verdict(figure, ours)
        let style: FactStyle = ours?.measure == .price ? .exact : .plain
        return [
            name(of: subject, ours),
            ours.map { "\(measure: $0)" } ?? unheld(subject),
            cell(fact("printed", subject)), cell(ours, style), phrases.label(verdict.label),
            verdict.needsReason ? cell(fact("reason", subject)) : "",
        ]
    }

    /// The measure of a figure that we have none for.
    private func unheld(_ published: Subject) -> Sentence {
        phrases.printedMeasure(
            name: fact("measure.name", published), measure: fact("measure", published))
    }

    /// The whole market first, then sectors, then coins, then venues.
    private func place(of figure: Fact) -> Int {
        guard case .text(let subject)? = fact("of", figure.subject)?.value else { return 0 }
        let kind = subject.prefix { $0 != ":" }
        return ["index", "sector", "asset", "venue"].firstIndex { $0 == kind } ?? 4
    }

    private func name(of published: Subject, _ ours: Fact?) -> Sentence {
        if let ours, ours.subject.kind == "sector", let title = fact(.title, ours.subject) {
            return "\(title)"
        }
        if ours?.subject == .venue("all") { return phrases.label(.allVenues) }
        if ours?.subject.parent == .venue("all") {
            return phrases.allVenues(cell(fact("name", published)))
        }
        return cell(fact("name", published))
    }

    /// Our fact of the same measure and subject; `rsi.14.closed@2025-01-24` is that day's reading.
    private func counterpart(of published: Subject) -> Fact? {
        guard case .text(let subject)? = fact("of", published)?.value,
            case .text(let measure)? = fact("measure", published)?.value
        else { return nil }
        let parts = measure.split(separator: "@", maxSplits: 1)
        let history = book.history(Measure(String(parts[0])), Subject(subject))
        guard parts.count == 2, let day = CalendarDay(parts[1]) else { return history.first }
        return history.first { $0.observedAt == day.advanced(by: 1).start }
    }

    private func verdict(_ figure: Fact, _ ours: Fact?) -> (label: CellLabel, needsReason: Bool) {
        guard let ours, let low = figure.low, let high = figure.high else {
            return (.noData, true)
        }
        guard let number = ours.number else {
            guard ours.standing == .undecidable, let least = ours.low else {
                return (.noData, true)
            }
            return least <= high
                ? (.floorBelow, true)
                : (.floorAbove, true)
        }
        if ours.standing == .floor {
            return number <= high
                ? (.notContradicted, true) : (.refutedByFloor, true)
        }
        return low <= number && number <= high ? (.agrees, false) : (.differs, true)
    }
}
