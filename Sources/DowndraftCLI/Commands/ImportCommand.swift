internal import ArgumentParser

/// `downdraft import`: brings cases into the store, or by a subcommand stories.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import cases, single files of one, or stories into the store.",
        usage: """
            downdraft import [--store <file>] <path> ...
            downdraft import news [<options>] --source <name> <file> ...
            downdraft import liquidations [<options>] --venue <venue> --source <name> <file> ...
            """,
        discussion: """
            A case is a folder with a manifest.json and the CSV files that it lists; stories come from \
            feeds, dumps, tables and notes of your own.

              downdraft import Cases/2025-01-27
              downdraft import news feed.xml --source example --fetched 2025-01-27T12:00Z

            Each file is stored whole or not at all; importing twice changes nothing, and an import \
            that was cut short is taken up by running it again. A case in a folder called news, \
            liquidations or case is written ./news, ./liquidations or ./case.
            """,
        subcommands: [
            ImportCaseCommand.self, ImportNewsCommand.self, ImportLiquidationsCommand.self,
        ],
        defaultSubcommand: ImportCaseCommand.self)
}
