internal import Downdraft
internal import Import
internal import Store

/// What the process tells its caller by its exit code. The codes are a stable interface.
enum ExitStatus: Int32, CaseIterable {
    case answered = 0
    case thinAnswer = 2
    case outsideData = 3
    case claimsRefuted = 4
    case reportDiffers = 5
    case missingFile = 10
    case emptyFile = 11
    case truncatedFile = 12
    case corruptFile = 13
    case wrongColumns = 14
    case badValue = 15
    case outOfRange = 16
    case duplicateRow = 17
    case conflict = 18
    case checksumMismatch = 19
    case badManifest = 20
    case tooLarge = 21
    case storeMissing = 30
    case notAStore = 31
    case newerStore = 32
    case storeBusy = 33
    case diskFull = 34
    case notWritable = 35
    case damagedStore = 36
    case inputOutput = 37
    case usage = 64

    /// What the code says, for the help page.
    var meaning: String {
        switch self {
        case .answered: "done"
        case .thinAnswer: "answered, but something the answer leans on is missing"
        case .outsideData: "the store holds nothing near that time"
        case .claimsRefuted:
            "an article with a claim that is refuted, contradictory or a wrong definition"
        case .reportDiffers: "a report that is not what its rows give"
        case .missingFile: "no such file"
        case .emptyFile: "an empty file"
        case .truncatedFile: "a file that ends before its time"
        case .corruptFile: "a damaged file"
        case .wrongColumns: "a file with other columns than its kind has"
        case .badValue: "a field that cannot be read"
        case .outOfRange: "a figure that cannot be true"
        case .duplicateRow: "the same row twice in one file"
        case .conflict: "two files that disagree"
        case .checksumMismatch: "a file that is not the one its manifest describes"
        case .badManifest: "a manifest that cannot be used"
        case .tooLarge: "a file larger than is sensible"
        case .storeMissing: "no store at that path"
        case .notAStore: "a file that is not a store"
        case .newerStore: "a store from another version"
        case .storeBusy: "another process is writing to the store"
        case .diskFull: "no room left"
        case .notWritable: "a place that may not be written"
        case .damagedStore: "a damaged store"
        case .inputOutput: "the operating system refused"
        case .usage: "a command that cannot be understood"
        }
    }

    /// All codes with their meanings, a line each.
    static var table: String {
        "Exit codes:\n"
            + allCases.map { status in
                let code = String(status.rawValue)
                let padding = String(repeating: " ", count: 4 - code.count)
                return "  \(code)\(padding)\(status.meaning)"
            }
            .joined(separator: "\n")
    }
}

/// Why a command could not be carried out: one line for the reader, one code for the caller.
struct Failure: Error {
    let status: ExitStatus
    let message: String
}

extension Failure {
    /// What went wrong at an edge, as the caller sees it.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as EngineError: self.init(status: ExitStatus(error), message: "\(error)")
        case let error as StoreError:
            self.init(status: ExitStatus(error), message: "\(error)")
        case let error as ImportError:
            self.init(status: ExitStatus(error.kind), message: "\(error)")
        default: self.init(status: .inputOutput, message: "\(error)")
        }
    }
}

extension ExitStatus {
    fileprivate init(_ error: EngineError) {
        if case .refused = error { self = .usage } else { self = .outsideData }
    }

    fileprivate init(_ error: StoreError) {
        self =
            switch error {
            case .missing: .storeMissing
            case .notAStore: .notAStore
            case .newer, .older: .newerStore
            case .busy: .storeBusy
            case .full: .diskFull
            case .readOnly: .notWritable
            case .conflict: .conflict
            case .refused: .outOfRange
            case .damaged: .damagedStore
            case .io: .inputOutput
            }
    }

    fileprivate init(_ kind: ImportError.Kind) {
        self =
            switch kind {
            case .missingFile: .missingFile
            case .emptyFile: .emptyFile
            case .truncated: .truncatedFile
            case .corrupt: .corruptFile
            case .tooLarge: .tooLarge
            case .wrongColumns: .wrongColumns
            case .badValue: .badValue
            case .outOfRange: .outOfRange
            case .duplicateRow: .duplicateRow
            case .conflict: .conflict
            case .checksumMismatch: .checksumMismatch
            case .badManifest, .unsafePath: .badManifest
            case .store(let error): ExitStatus(error)
            }
    }
}
