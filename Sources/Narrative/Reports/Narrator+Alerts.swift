internal import Evidence
public import Market

extension Narrator {
    /// Which alerts have gone off, how each rule stands, and how good what alerts said before was.
    public func alertReport(window spelled: String, sources: [Source]) -> Report {
        Report(
            title: "Which alerts have gone off. As of \(asOfFact)", asOf: asOf, window: spelled,
            headline: alertHeadline, lead: alertLead,
            sections: [firedSection, ruleSection, recordSection].compactMap { $0 }, book: book,
            gaps: alertGaps, sources: sources)
    }

    private func count(_ name: String) -> Fact? { fact(Measure("alerts.\(name)"), .question) }

    private var alertHeadline: Sentence {
        guard let fired = count("fired"), let rules = count("rules"), let active = count("active")
        else { return "No rule has been walked" }
        return """
            Alerts that went off \(overWindow): \(fired); of \(rules) rules \(active) stand beyond their threshold
            """
    }

    private var alertLead: [Sentence] {
        let claims = fired.suffix(Self.mostTold).compactMap { at -> Sentence? in
            func part(_ name: String) -> Fact? { fact(alertMeasure(at).dot(name), at.subject) }
            guard let number = rulePlace(at.subject),
                let promise = fact(Measure("alert.\(number).promise"), at.subject),
                let watches = fact(Measure("alert.\(number).watches"), at.subject),
                let value = watched(alertMeasure(at), at.subject), let earlier = part("earlier")
            else { return nil }
            let start: Sentence =
                "\(subject: at) went off at \(at, .moment): \(watches) was \(value, Self.style(value))."
            guard let usual = part("climatology") else {
                return "\(start) Too little is known of such moves to say what follows."
            }
            guard let own = part("firings") else {
                return """
                    \(start) Next, \(promise): \(usual), which is the rate after any bar (earlier alerts: \
                    \(earlier), too few to go by).
                    """
            }
            return """
                \(start) Next, \(promise): \(own), going by \(earlier) earlier alerts; after any bar \(usual).
                """
        }
        return claims
            + [recordVerdict("alerts.record", .question, "Alerts of the past")].compactMap { $0 }
    }

    /// At most so many of the latest alerts are told in the lead; the table has all.
    private static let mostTold = 5

    /// Swings and scores to the digits that mean something.
    private static func style(_ fact: Fact) -> FactStyle {
        fact.unit == .coefficient ? .places(-2) : .plain
    }

    // MARK: What went off

    /// The moments at which alerts went off, the earliest first, those of one moment in the order of the rules.
    private var fired: [Fact] {
        let moments = (1...).lazy.map { self.book.all(Measure("fired.\($0).at")) }
            .prefix { !$0.isEmpty }.flatMap { $0 }
        let places = moments.map { at in
            (at, at.value.instant ?? at.asOf, rulePlace(at.subject) ?? .max)
        }
        return places.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
    }

    /// The measure of an alert whose moment this is.
    private func alertMeasure(_ at: Fact) -> Measure {
        Measure(String(at.measure.text.dropLast(3)))
    }

    /// Under which number a rule stands.
    private func rulePlace(_ subject: Subject) -> Int? {
        (1...).lazy.map { ($0, self.book.all(Measure("alert.\($0).rule")).first) }
            .prefix { $0.1 != nil }.first { $0.1?.subject == subject }?.0
    }

    /// What a rule watches is measured under a name of its own, as it has a unit of its own.
    private func watched(_ measure: Measure, _ subject: Subject, _ edge: String? = nil) -> Fact? {
        ["move", "swings", "distance", "strength", "liquidated", "openInterest"].lazy
            .map { edge.map(measure.dot($0).dot) ?? measure.dot($0) }
            .compactMap { self.fact($0, subject) }.first
    }

    private func value(_ fact: Fact?) -> Sentence { fact.map { cell($0, Self.style($0)) } ?? "" }

    private var firedSection: Section? {
        let fired = fired
        let isDecided = fired.contains {
            fact(alertMeasure($0).dot("outcome"), $0.subject) != nil
        }
        let rows = fired.map { at -> [Sentence] in
            let measure = alertMeasure(at)
            func cell(_ name: String, _ style: FactStyle = .plain) -> Sentence {
                self.cell(fact(measure.dot(name), at.subject), style)
            }
            let number = rulePlace(at.subject)
            let promise = number.flatMap { fact(Measure("alert.\($0).promise"), at.subject) }
            return [
                "\(at, .moment)", "\(subject: at)", value(watched(measure, at.subject)),
                self.cell(promise), cell("firings"), cell("climatology"), cell("due", .moment),
            ] + (isDecided ? [cell("outcome")] : []) + [cell("id")]
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "fired", "Alerts of the window, with what they claim",
            columns: [
                .words("When"), .words("Rule"), .numbers("Value"), .words("Claim"),
                .numbers("By alerts"), .numbers("By any bar"), .words("Due"),
            ] + (isDecided ? [.words("Outcome")] : []) + [.words("Name")], rows: rows)
        let words: [Sentence] = [
            """
            A claim is that the price goes so many usual swings of a bar from where it stood, counted from the second bar \
            after the alert: the one between is the time in which it can be written down. How likely that is, is told \
            by how often it followed earlier alerts of the rule, and by how often it followed any bar.
            """
        ]
        return Section("fired", "What went off", [.paragraph(words), .table(table)])
    }

    // MARK: Rules

    private var rules: [Fact] {
        (1...).lazy.map { self.book.all(Measure("alert.\($0).rule")).first }
            .prefix { $0 != nil }.compactMap { $0 }
    }

    private var ruleSection: Section? {
        let rows = rules.enumerated().map { place, rule -> [Sentence] in
            let measure = Measure("alert.\(place + 1)")
            func cell(_ name: String, _ style: FactStyle = .plain) -> Sentence {
                self.cell(fact(measure.dot(name), rule.subject), style)
            }
            let enter = value(watched(measure, rule.subject, "enter"))
            return [
                "\(subject: rule)", "\(cell("of")): \(cell("watches"))", "\(cell("when")) \(enter)",
                value(watched(measure, rule.subject, "exit")),
                value(watched(measure, rule.subject)),
                cell("since", .moment), cell("bars"),
            ]
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "rules", "Every rule, with the last value of what it watches",
            columns: [
                .words("Rule"), .words("Watches"), .words("Goes off"),
                .numbers("Over at"), .numbers("Now"), .words("Beyond since"), .numbers("Bars"),
            ], rows: rows)
        return Section("rules", "How the rules stand", [.table(table)])
    }

    // MARK: The past

    private var recordSection: Section? {
        let rows = rules.enumerated().compactMap { place, rule -> [Sentence]? in
            let measure = Measure("alert.\(place + 1)")
            func cell(_ name: String, _ style: FactStyle = .plain) -> Sentence {
                self.cell(fact(measure.dot(name), rule.subject), style)
            }
            guard fact(measure.dot("fired"), rule.subject) != nil else { return nil }
            return [
                "\(subject: rule)", cell("promise"), cell("fired"), cell("followed.count"),
                cell("followed.rate"), cell("climatology.rate"), cell("record.count"),
                cell("record.brier", .fine), cell("record.climatology.brier", .fine),
                cell("record.skill", .signed),
            ]
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "record", "What followed alerts, and any bar; lower Brier scores are better",
            columns: [
                .words("Rule"), .words("Claim"), .numbers("Alerts"), .numbers("Decided"),
                .numbers("Followed"), .numbers("After any bar"), .numbers("Scored"),
                .numbers("Brier"), .numbers("Of any bar"), .numbers("Skill"),
            ], rows: rows)
        let words: [Sentence?] = [
            """
            Each claim is made again from what was known at its moment alone. Scored are those that rest on earlier alerts, \
            beside a forecast of how often the same had followed any bar by then.
            """,
            recordVerdict("alerts.record", .question, "Together they"),
        ]
        return Section(
            "record", "How they have fared", [.paragraph(words.compactMap { $0 }), .table(table)])
    }

    /// Whether alerts tell more than how often the same follows any bar, in a sentence.
    func recordVerdict(_ measure: Measure, _ subject: Subject, _ who: Sentence) -> Sentence? {
        guard let count = fact(measure.dot("count"), subject),
            case .text(let verdict)? = fact(measure.dot("verdict"), subject)?.value
        else { return nil }
        guard let skill = fact(measure.dot("skill"), subject) else {
            return
                "\(who) have come due \(count) times, too few to tell whether they know anything."
        }
        switch verdict {
        case "skill":
            return """
                \(who) told more than the rate after any bar did: a skill of \(skill, .signed) (\(skill, .interval)) over \
                \(count) of them.
                """
        case "worse":
            return """
                \(who) told less than the rate after any bar did: a skill of \(skill, .signed) (\(skill, .interval)) over \
                \(count) of them. They should not be heeded.
                """
        default:
            return """
                \(who) have no skill: over \(count) of them nothing tells what they said from the rate after any bar \
                (\(skill, .signed), \(skill, .interval)).
                """
        }
    }

    private var alertGaps: [ReportGap] {
        var gaps: [ReportGap] = []
        if let silent = count("silent"), (silent.number ?? 0) > 0 {
            gaps.append(
                ReportGap(
                    "silent-rules", .thin,
                    "\(silent) rules watch something of which the store holds no bars of late."))
        }
        if fact("alerts.record.count", .question) == nil {
            gaps.append(
                ReportGap(
                    "no-record", .note,
                    "No alert rests on enough earlier ones: how good such claims are is not known.")
            )
        }
        gaps.append(
            ReportGap(
                "alerts-hang-together", .note,
                "Alerts of one spell hang together, and so do rules that watch the same chart."))
        return gaps
    }
}
