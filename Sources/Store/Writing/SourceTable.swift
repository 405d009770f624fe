internal import GRDB
internal import Market

/// The table of sources, which has no time: a name stands for one state of one publication.
enum SourceTable {
    static func insert(_ source: Source, into database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO source (id, title, publisher, repository, "commit", licence, note)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
            arguments: [
                source.id.text, source.title, source.publisher, source.repository, source.commit,
                source.licence, source.note,
            ])
        guard database.changesCount == 0 else { return }
        let stored = try all(in: database).first { $0.id == source.id }
        guard let stored, stored != source else { return }
        throw StoreError.conflict(
            key: "source \(source.id)", detail: "another description (state \(stored.commit))")
    }

    static func all(in database: Database) throws -> [Source] {
        let sql = """
            SELECT id, title, publisher, repository, "commit", licence, note FROM source ORDER BY id
            """
        let query = try PreparedQuery(sql, [], in: database)
        defer { query.reset() }
        var sources: [Source] = []
        while let fields = try query.next() {
            sources.append(
                Source(
                    id: SourceID(try fields.text(0)), title: try fields.text(1),
                    publisher: try fields.text(2), repository: try fields.text(3),
                    commit: try fields.text(4), licence: try fields.text(5),
                    note: try fields.text(6)))
        }
        return sources
    }
}
