/// A column that does not fit the cache, and is written past it.
package enum LargeColumn {
    /// From how many numbers on a column is large: eight megabytes.
    ///
    /// With its companions it is then more than most caches hold. Where they do hold it, going past them
    /// costs ATR up to a sixth, and who reads the column next finds nothing of it there.
    package static let count = 1 << 20

    /// How many numbers ahead a large column that is read is asked for. Three columns are more than
    /// the processor follows by itself; from 128 to 1024 it makes no difference.
    static let foresight = 256
}
