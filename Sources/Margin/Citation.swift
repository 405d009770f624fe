package import Market

/// Who published a figure, where, and when.
package struct Citation: Hashable, Sendable {
    /// Who published it.
    package let publisher: String
    /// What it stands in.
    package let title: String
    /// The day it was published or was last seen to hold; `nil` where the page has no date.
    package let dated: CalendarDay?

    /// A citation.
    init(_ publisher: String, _ title: String, _ dated: String? = nil) {
        self.publisher = publisher
        self.title = title
        self.dated = dated.map(VenueProfile.day)
    }
}
