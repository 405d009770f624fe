internal import Market

/// A source of stories as its user names and describes it.
package struct NewsSource: Hashable, Sendable {
    /// What tells sources of users from those of cases.
    static let note =
        "Brought in by the user of this store: titles, links and times as the files say them."

    /// The name, which also stands before the ids of its stories.
    package let name: String
    /// What it is, who publishes it and under which terms, as far as the user says.
    package let title, publisher, licence: String?

    /// A source; what is not said is the name, nobody and `none stated`.
    package init(
        name: String, title: String? = nil, publisher: String? = nil, licence: String? = nil
    ) {
        self.name = name
        self.title = title
        self.publisher = publisher
        self.licence = licence
    }

    /// The source as a row.
    var row: Source {
        Source(
            id: SourceID(name), title: title ?? name, publisher: publisher ?? "", repository: "",
            commit: "", licence: licence ?? "none stated", note: Self.note)
    }

    /// The source to be made known, given those that a store has; `nil` where it has this one.
    ///
    /// What the user leaves unsaid is as it was said before.
    /// - Throws: `.conflict` where the name stands for a source of a case, or was described otherwise.
    func declaration(among stored: [Source], file: String) throws(ImportError) -> Source? {
        guard let before = stored.first(where: { $0.id.text == name }) else { return row }
        guard before.note == Self.note else {
            throw ImportError(
                .conflict, file: file, what: "the source \(name) is one of a case",
                remedy: "give another --source")
        }
        let isSaid = [
            (title, before.title), (publisher, before.publisher), (licence, before.licence),
        ]
        .allSatisfy { said, stored in said == nil || said == stored }
        guard isSaid else {
            throw ImportError(
                .conflict, file: file,
                what: "the source \(name) is already described, as \"\(before.title)\","
                    + " \"\(before.publisher)\", \"\(before.licence)\"",
                remedy: "leave the description out, or give another --source")
        }
        return nil
    }
}
