/// What counts as a hit and as a bounce, and how many placebo sets a study draws.
package struct StudyRule: Hashable, Sendable {
    /// How close the price must come for a hit, as a ratio of the level.
    package var reach = 0.001
    /// How many bars after the bar of the hit its close decides.
    package var bars = 3
    /// How many sets of placebo levels are drawn.
    package var sets = 1000
    /// The chance of a false alarm that is accepted.
    package var significance = 0.05

    /// The rule of the house; every number of it may be changed.
    package init() {}
}
