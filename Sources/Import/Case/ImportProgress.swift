/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
    /// The file that is at hand, or was finished last.
    package internal(set) var file = ""
    /// Files that are done.
    package internal(set) var filesDone = 0
    /// Files there are, as the manifest says.
    package let filesTotal: Int
    /// Rows that are done, in files done and the one at hand.
    package internal(set) var rowsDone = 0
    /// Rows there are, as the manifest says.
    package let rowsTotal: Int
}
