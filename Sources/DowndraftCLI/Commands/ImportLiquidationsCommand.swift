internal import ArgumentParser
internal import Import
internal import Market

/// `downdraft import liquidations`: brings recorded liquidation messages into the store.
struct ImportLiquidationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "liquidations",
        abstract: "Import liquidations from recorded messages of a venue's feed.",
        discussion: """
              downdraft import liquidations forced.ndjson.gz --venue binance --source my-recorder

            A file holds messages as the venue's socket sends them, one JSON value a line: forceOrder \
            of Binance, allLiquidation and the older liquidation of Bybit, liquidation-orders of OKX, \
            the table liquidation of BitMEX. A recorder may wrap them in data, message or msg, with \
            the time at which it received them in timestamp, received or ts; BitMEX's have no other.

            Which side was closed, and what a quantity is of, follow each venue's own documents. Where \
            a symbol does not tell how large a contract is, the liquidation is stored and counted \
            without dollars. Messages of something else are counted, and so is what cannot be read; \
            of a file that ends early what stands before is stored, and the exit code says so.

            A case in a folder called liquidations is written ./liquidations.
            """)

    @Argument(
        help: ArgumentHelp(
            "A file, plain or gzip; - for the standard input.", valueName: "file"))
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "Whose messages: \(LiquidationFeedImport.venues.joined(separator: ", ")).",
            valueName: "venue"))
    var venue: String

    @Option(
        help: ArgumentHelp(
            "What to call the recording: letters, digits, hyphens and points.", valueName: "name"))
    var source: String

    @Option(help: "What the recording is, for readers.")
    var title: String?

    @Option(help: ArgumentHelp("Under which terms.", valueName: "terms"))
    var licence: String?

    @OptionGroup var storeOption: StoreOption

    func run() throws {
        do {
            let importer = try importer()
            var cut: LiquidationFeedReport?
            for path in files {
                let file = path == "-" ? try ImportedStream.file() : try NewsFile(path: path)
                let report = try importer.run(file, store: storeOption.path)
                StandardStream.error.write(Self.text(of: report, store: storeOption.path))
                if cut == nil, report.isCut { cut = report }
            }
            if let cut {
                throw Failure(
                    status: .truncatedFile,
                    message:
                        "\(cut.file): ends early — what stands before is stored; get the whole file"
                )
            }
        } catch {
            throw Failure(error)
        }
    }

    private func importer() throws -> LiquidationFeedImport {
        do {
            return try LiquidationFeedImport(
                venue: venue,
                source: NewsSource(name: source, title: title, licence: licence))
        } catch {
            throw Failure(status: .usage, message: "\(error)")
        }
    }

    /// The counts in one line, then what is remarkable, a line each.
    private static func text(of report: LiquidationFeedReport, store: String) -> String {
        let there = report.liquidations - report.added
        var lines = [
            "\(report.file): \(report.liquidations) liquidations of \(report.venue), \(report.added) added"
                + (there > 0 ? ", \(there) were there already" : "") + " → \(store)"
        ]
        if report.withoutSize > 0 {
            lines.append(
                "  of unknown contract size: \(report.withoutSize), stored and worth no dollars")
        }
        if report.others > 0 { lines.append("  messages of something else: \(report.others)") }
        lines += report.faults.map { "  \($0.what): \($0.count), first on line \($0.firstLine)" }
        return lines.map { $0 + "\n" }.joined()
    }
}
