internal import Evidence
internal import Market

extension Narrator {
    /// How much of Bitcoin's move was forced: law by law, and never a figure without its ends.
    var forcedWords: [Sentence] {
        guard let change = fact(Measure("forced.change").dot(window), Self.forcedCoin),
            let range = fact(Measure("forced.share").dot(window), Self.forcedCoin)
        else { return [] }
        let shares = forcedShares
        let (kind, move): (Sentence, Sentence) =
            (change.number ?? 0) < 0
            ? ("Forced selling", "fall") : ("Forced buying", "rise")
        let each = shares.enumerated().reduce("" as Sentence) { list, entry in
            """
            \(list)\(entry.offset == 0 ? "" : ", ")\(entry.element.share, .rough) by the \
            \(entry.element.law)
            """
        }
        return [
            """
            \(kind) can account for \(range, .rough) of \(subject: change)’s \(move) of \(change, .magnitude) \
            \(overWindow), as far as one venue’s figures tell: \(each) law of impact.
            """,
            """
            No law is known to hold, so the range goes from the lowest end of any to the highest; each holds nine \
            tenths of the worlds that fit, and what came from outside is what it leaves over.
            """,
        ] + [silentLaws].compactMap { $0 }
    }

    /// The laws that cannot tell, by name: a range over the others says nothing of them.
    private var silentLaws: Sentence? {
        let names = SimulationWords.laws.compactMap { law -> Fact? in
            let measure = Measure("forced.share.\(law)")
            guard fact(measure, Self.forcedCoin) == nil else { return nil }
            return fact(measure.dot("law"), Self.forcedCoin)
        }
        guard let first = names.first else { return nil }
        let list = names.dropFirst().reduce("\(first)" as Sentence) { "\($0) and the \($1)" }
        return "Too few worlds fit by the \(list) law to tell."
    }

    private static let forcedCoin = Subject.asset("BTC")

    /// Each law that can tell, with its share.
    private var forcedShares: [(law: Fact, share: Fact)] {
        SimulationWords.laws.compactMap { law in
            let measure = Measure("forced.share.\(law)")
            guard let share = fact(measure, Self.forcedCoin),
                let name = fact(measure.dot("law"), Self.forcedCoin)
            else { return nil }
            return (law: name, share: share)
        }
    }

    /// Why nothing is said of it.
    var forcedGap: ReportGap? {
        guard fact(Measure("forced.share").dot(window), Self.forcedCoin) == nil else { return nil }
        return ReportGap(
            "no-forced-share", .note,
            phrases.gap(.noForcedShare))
    }
}
