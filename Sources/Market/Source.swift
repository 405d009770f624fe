/// Where rows came from: who published them, in which state, under which terms.
public struct Source: Hashable, Sendable {
    /// The name inside Downdraft.
    public let id: SourceID
    /// What it is, for readers.
    public let title: String
    /// Who publishes it.
    public let publisher: String
    /// The public repository the figures were read from; empty where there is none.
    public let repository: String
    /// The state of that repository.
    public let commit: String
    /// The licence as stated there.
    public let licence: String
    /// Units and traps.
    public let note: String

    /// A source.
    public init(
        id: SourceID, title: String, publisher: String, repository: String, commit: String,
        licence: String, note: String
    ) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.repository = repository
        self.commit = commit
        self.licence = licence
        self.note = note
    }
}
