internal import ArgumentParser
internal import Downdraft
internal import Narrative
internal import Rendering

/// `downdraft verify`: a report against the rows it was made from.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Make a report again from the store, and list what differs and why.",
        discussion: """
              downdraft explain --at 2025-01-27T12:00Z --format json --output report.json
              downdraft verify report.json
            A difference is told apart by its cause: rows that changed, a method that changed, or a file that was \
            altered by hand. The exit code is \(ExitStatus.reportDiffers.rawValue) where anything differs.
            """)

    @Argument(help: "The report, in JSON; - for standard input.")
    var report: String

    @Option(
        help: ArgumentHelp(
            "The public key that must have signed it, as 'downdraft key' printed it.",
            valueName: "digits"))
    var key: String?

    @OptionGroup var storeOption: StoreOption
    @OptionGroup var written: ReportOptions

    func run() async throws {
        let store = storeOption.path
        var holds = false
        try await written.write(from: store) {
            let file = try StatedCommand(path: report, store: store)
            try check(file.stated)
            let found = try StatedReport(Array(JSONRenderer().render(try await file.report()).utf8))
            let audit = try Engine(store: store).audit(file.stated, against: found)
            holds = audit.holds
            return audit.report
        }
        guard holds else { throw ExitCode(ExitStatus.reportDiffers.rawValue) }
    }

    private func check(_ stated: StatedReport) throws {
        guard let key, stated.signer != key.lowercased() else { return }
        throw Failure(
            status: .reportDiffers,
            message: "\(report): not signed with that key — ask its author for a signed one")
    }
}
