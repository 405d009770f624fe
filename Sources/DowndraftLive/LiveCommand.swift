internal import ArgumentParser

/// The program that may use the network. It never opens a store: what it is to send, it is handed.
@main
struct LiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "downdraft-live",
        abstract: "What downdraft does over the network, in a program of its own.",
        version: "0.1.0", subcommands: [CompleteCommand.self])
}
