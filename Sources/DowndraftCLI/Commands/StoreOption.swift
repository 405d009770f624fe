internal import ArgumentParser

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Which store a command reads or writes.
struct StoreOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The store.",
            discussion: "By default $DOWNDRAFT_STORE, or downdraft.sqlite in this folder.",
            valueName: "file"))
    var store: String?

    /// The path of the store.
    var path: String {
        store ?? getenv("DOWNDRAFT_STORE").map { String(cString: $0) } ?? "downdraft.sqlite"
    }
}
