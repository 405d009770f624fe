internal import Evidence

extension EnglishPhrasebook {
    func averages(_ averages: [AverageDistance], isLastBarOpen: Bool) -> Sentence {
        let parts = averages.map { part -> Sentence in
            """
            \(part.distance, .magnitude) \(side(part.distance)) the \(measure: part.average) of \(part.average)
            """
        }
        let bars: Sentence =
            isLastBarOpen
            ? "With today's unfinished bar as the last close" : "On closed daily bars"
        return "\(bars), TOTAL is \(parts.joined(by: " and "))."
    }

    func strength(_ reading: StrengthReading) -> Sentence {
        let spread: Sentence =
            reading.seedSpread.map { "; without the first of them it would differ by \($0)" } ?? ""
        let past: Sentence =
            reading.past.map { ", down from \($0.reading) at the close of \($0.day, .date)" } ?? ""
        let live: Sentence = reading.isLive ? " live" : ""
        return """
            \(measure: reading.strength), by Wilder's smoothing seeded with a simple mean, reads \
            \(reading.strength)\(live)\(past) (from \(reading.closes) closes\(spread)).
            """
    }

    func levelsCaption(around price: Fact) -> Sentence {
        "Levels around \(subject: price), from the highest to the lowest"
    }

    func indicatorsCaption(until reading: Fact) -> Sentence {
        "Indicators on closed daily bars, until \(observed: reading)"
    }

    // MARK: News

    func turn(_ turn: Fact, fell: Bool) -> Sentence {
        let direction: Sentence = fell ? "highest" : "lowest"
        return "The market turned at \(turn), its \(direction) hour of the window."
    }

    func term(_ term: Fact, recent: Fact, expected: Fact, themed: Fact, before: Fact) -> Sentence {
        """
        Of \(themed) headlines before that on the themes of the sector in focus, the word that \
        had risen most is "\(term)": \(recent) in the last two days, where \(expected) would be, \
        were it no more in the news than before. Headlines with it before the turn: \(before); the earliest \
        and the latest of them below.
        """
    }

    var orderIsNoCause: Sentence {
        "That is an order in time. Whether the one moved the other is not tested here."
    }

    func newsChart(turn: Fact) -> Sentence {
        """
        The index by the hour; upright lines mark when stories were published. The market \
        turned at \(turn).
        """
    }

    // MARK: Printed elsewhere

    var printedFigures: Sentence {
        """
        A printed figure stands for every value that would be printed the same way; ours agrees \
        where it lies among them. Nothing in this report is computed from these figures.
        """
    }

    func printedMeasure(name: Fact?, measure: Fact?) -> Sentence {
        name.map { "\($0)" } ?? ""
    }

    func allVenues(_ name: Sentence) -> Sentence { "\(name), all venues" }
}
