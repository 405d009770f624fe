package import Market

/// A forecast as it was written down: what it says is its own business, when it comes due is the store's.
package struct StoredForecast: Hashable, Sendable {
    /// Its name: the digest of what it says.
    package let id: String
    /// The series whose bars decide it.
    package let subject: String
    /// The latest moment whose rows it could know.
    package let asOf: Timestamp
    /// When it was written down.
    package let issued: Timestamp
    /// When it comes due.
    package let due: Timestamp
    /// What it says.
    package let body: String

    /// A forecast.
    package init(
        id: String, subject: String, asOf: Timestamp, issued: Timestamp, due: Timestamp,
        body: String
    ) {
        self.id = id
        self.subject = subject
        self.asOf = asOf
        self.issued = issued
        self.due = due
        self.body = body
    }
}
