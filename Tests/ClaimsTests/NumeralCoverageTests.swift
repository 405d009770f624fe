import Claims
import Market
import TestSupport
import Testing

/// Every numeral of a text of figures stands in a claim: as a figure, a date, a window or a period.
@Suite struct NumeralCoverageTests {
    /// Where digits stand, with points and commas between them; those within words are names.
    private func numerals(_ text: ArticleText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        let scalars = text.scalars + [" "]
        for (place, scalar) in scalars.enumerated() {
            if ("0"..."9").contains(scalar) {
                start = start ?? place
            } else if let begun = start,
                scalar != "." && scalar != ","
                    || !("0"..."9").contains(scalars[min(place + 1, scalars.count - 1)])
            {
                let isWord = begun > 0 && scalars[begun - 1].properties.isAlphabetic
                if !isWord { found.append(begun..<place) }
                start = nil
            }
        }
        return found
    }

    private func spans(_ claim: Claim) -> [Range<Int>] {
        var spans = [claim.span] + claim.figures.map(\.figure.span)
        spans += claim.figures.compactMap(\.date?.span)
        spans += [claim.window?.span, claim.indicator?.span].compactMap { $0 }
        if case .since(let date)? = claim.window?.kind { spans.append(date.span) }
        return spans
    }

    @Test func theGoldenDaysNumeralsAreAllClaimed() throws {
        let text = ArticleText(try Repository.text("Tests/Fixtures/Claims/golden-day.txt"))
        let claims = ClaimGrammar(try ClaimCorpus.vocabulary()).extraction(of: text).claims
        let claimed = claims.flatMap(spans)
        let numerals = numerals(text)
        let missed = numerals.filter { numeral in
            !claimed.contains {
                $0.lowerBound <= numeral.lowerBound && numeral.upperBound <= $0.upperBound
            }
        }
        #expect(numerals.count >= 36)
        #expect(missed.map { text.text($0) } == [])
        let figures = Set(claims.flatMap { $0.figures.map(\.figure.span) })
        print(
            "golden day: \(numerals.count) numerals, \(figures.count) figures in \(claims.count) claims"
        )
        #expect(figures.count >= 26 && claims.count >= 30)
    }
}
