/// How a text ties a figure to what it says of the world.
package enum Hedge: String, Hashable, Sendable, CaseIterable {
    /// The figure itself.
    case exact
    /// `about`, `around`, `roughly`, `~`.
    case about
    /// `over`, `more than`: the figure is exceeded, and not by much.
    case over
    /// `nearly`, `almost`, `just under`: not quite reached.
    case nearly
    /// `at least`: a floor, however far it is exceeded.
    case atLeast
    /// `at most`, `up to`: a ceiling.
    case atMost
}
