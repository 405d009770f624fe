internal import GRDB
package import Market

extension StoreSnapshot {
    /// Titles published within a range, by time of publication, then id.
    package func headlines(_ range: TimeRange) throws(StoreError) -> Sourced<Headline> {
        // All revisions of a story are read before one is chosen: the chosen one says when it was
        // published.
        let sql = Self.select(
            "id, published, language, title, url", from: .headlines,
            where: """
                AND id IN (SELECT id FROM headline WHERE published >= ? AND published < ?)
                """)
        let arguments: StatementArguments = [
            asOf.microseconds, range.start.microseconds, range.end.microseconds,
        ]
        let selection = RowSelection(.headlines, in: range)
        let found = try connection.rows(sql, arguments, of: selection) { fields in
            let headline = Headline(
                id: try fields.text(1), published: try fields.time(2),
                language: try fields.text(3), title: try fields.text(4), url: try fields.text(5))
            return (headline.id, (headline, SourceID(try fields.text(0))))
        }
        let inRange = found.rows.filter { range.contains($0.0.published) }
            .sorted { ($0.0.published, $0.0.id) < ($1.0.published, $1.0.id) }
        return Sourced(
            rows: inRange.map(\.0), sources: Provenance(inRange.map(\.1), rows: [selection]))
    }

    /// The last words of every story, with when they were known, by id.
    package func lastWords() throws(StoreError) -> Sourced<KnownHeadline> {
        let sql = Self.select("id, published, language, title, url, known", from: .headlines)
        return try connection.rows(sql, [asOf.microseconds], of: RowSelection(.headlines)) {
            fields in
            let headline = Headline(
                id: try fields.text(1), published: try fields.time(2),
                language: try fields.text(3), title: try fields.text(4), url: try fields.text(5))
            return (headline.id, KnownHeadline(headline: headline, known: try fields.time(6)))
        }
    }

    /// Words that tie a title to a theme, by theme and word.
    package func themeTerms() throws(StoreError) -> Sourced<ThemeTerm> {
        let sql = Self.select("theme, term, language, sector", from: .themes)
        return try connection.rows(sql, [asOf.microseconds], of: RowSelection(.themes)) { fields in
            let term = ThemeTerm(
                theme: try fields.text(1), term: try fields.text(2), language: try fields.text(3),
                sector: try fields.optionalText(4).map { SectorID($0) })
            return ([term.theme, term.term], term)
        }
    }

    /// Figures that somebody printed, by name.
    package func publishedFigures() throws(StoreError) -> Sourced<PublishedFigure> {
        let sql = Self.select(
            "id, subject, measure, value, low, high, unit, printed, reason", from: .published)
        return try connection.rows(sql, [asOf.microseconds], of: RowSelection(.published)) {
            fields in
            let figure = PublishedFigure(
                id: try fields.text(1), subject: try fields.text(2), measure: try fields.text(3),
                value: try fields.figure(4), low: try fields.figure(5), high: try fields.figure(6),
                unit: try fields.text(7), printed: try fields.text(8), reason: try fields.text(9))
            return (figure.id, figure)
        }
    }
}
