/// An alarm of a watch on a level: which way, since when, and when it was noticed.
package struct PageAlarm: Hashable, Sendable {
    /// Whether the level rose; else it fell.
    package let isRise: Bool
    /// The index of the first value of the new level, from zero.
    package let onset: Int
    /// The index of the value that raised the alarm; never before the onset.
    package let index: Int
}
