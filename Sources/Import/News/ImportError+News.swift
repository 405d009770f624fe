internal import Feeds

extension ImportError {
    /// Why a packed file of stories was not unpacked.
    init(unpacking error: GzipError, _ file: String) {
        switch error {
        case .empty:
            self.init(.emptyFile, file: file, what: "holds nothing", remedy: "get the file again")
        case .truncated:
            self.init(
                .truncated, file: file, what: "the gzip data end early",
                remedy: "get a whole copy of the file")
        case .corrupt(let offset):
            self.init(
                .corrupt, file: file, what: "the gzip data are damaged at byte \(offset)",
                remedy: "get a whole copy of the file")
        case .tooLarge(let limit):
            self.init(
                .tooLarge, file: file, what: "unpacks to over \(limit >> 20) MB",
                remedy: "split it into smaller files")
        }
    }

    /// Why a file was not read as stories at all.
    init(_ error: FeedError, file: String) {
        let kind: Kind =
            switch error.kind {
            case .empty: .emptyFile
            case .unknownFormat, .wrongFormat, .unknownEncoding, .entityDeclarations: .corrupt
            case .wrongColumns: .wrongColumns
            case .badCatalyst, .badSourceName: .badValue
            }
        self.init(kind, file: file, line: error.line, what: error.what, remedy: error.remedy)
    }

    /// Why the reading ended before the file did; `nil` where it did not.
    init?(cutting reading: FeedReading, file: String) {
        let found = reading.faultCounts.keys.filter { $0.consequence == .readingStopped }
        guard let stop = FeedFault.Kind.allCases.first(where: found.contains) else { return nil }
        let kind: Kind =
            switch stop {
            case .truncated: .truncated
            case .tooManyItems, .tooManyBytes: .tooLarge
            default: .corrupt
            }
        let fault = reading.faults.first { $0.kind == stop }
        let advice = kind == .tooLarge ? "split the file" : "get the whole file and import it again"
        self.init(
            kind, file: file, line: fault?.line, what: fault?.what ?? stop.words,
            remedy: "what stands before is stored; " + advice)
    }
}
