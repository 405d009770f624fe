internal import ArgumentParser
internal import Import
internal import Store

/// `downdraft import PATH`: brings cases into the store.
struct ImportCaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "Import cases, or single files of one, into the store.",
        usage: "downdraft import [--store <file>] <path> ...",
        discussion: """
            A case is a folder with a manifest.json and the CSV files that it lists. Each file is \
            stored whole or not at all; importing twice changes nothing, and an import that was \
            cut short is taken up by running it again.
            """)

    @OptionGroup var storeOption: StoreOption

    @Argument(help: ArgumentHelp("A case's folder, or a file of one.", valueName: "path"))
    var paths: [String]

    func run() throws {
        do {
            let writer = try StoreWriter.open(path: storeOption.path)
            for path in paths {
                let report = try imported(path, into: writer)
                StandardStream.error.write(Self.summary(report, store: storeOption.path) + "\n")
            }
            try writer.close()
        } catch {
            throw Failure(error)
        }
    }

    private func imported(_ path: String, into writer: StoreWriter) throws -> ImportReport {
        var bar = ProgressBar(on: .error)
        defer { bar.clear() }
        return try CaseImport.run(path: path, into: writer) { progress in
            bar.show(done: progress.rowsDone, of: progress.rowsTotal, progress.file)
        }
    }

    private static func summary(_ report: ImportReport, store: String) -> String {
        let new = report.files.reduce(0) { $0 + $1.rows.inserted }
        let known = report.files.reduce(0) { $0 + $1.rows.alreadyThere }
        let rest = known > 0 ? ", \(known) were there already" : ""
        let count = report.files.count
        let files = count == 1 ? "1 file" : "\(count) files"
        return "\(report.caseName): \(files), \(new) rows added\(rest) → \(store)"
    }
}
