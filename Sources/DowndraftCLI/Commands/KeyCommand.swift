internal import ArgumentParser

/// `downdraft key`: a key to sign reports with.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Make a key to sign reports with, and print its public part.",
        discussion: """
              downdraft key my.key
              downdraft explain --format json --sign my.key --output report.json
            """)

    @Argument(help: "Where to keep the secret; nobody else may read that file.")
    var file: String

    func run() throws {
        do {
            try StandardStream.output.writeAll(KeyFile(path: file).make() + "\n")
        } catch {
            throw Failure(error)
        }
    }
}
