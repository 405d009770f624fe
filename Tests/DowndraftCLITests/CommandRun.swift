import Foundation
import TestSupport

/// What the built program answered to one command line.
struct CommandRun {
    let status: Int32
    let output: String
    let error: String

    /// Runs `downdraft` with arguments, as a shell would, without a terminal.
    init(_ arguments: String..., environment: [String: String] = [:]) throws {
        try self.init(arguments, environment: environment)
    }

    init(
        _ arguments: [String], environment: [String: String] = [:], program: URL = program
    ) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .filter { !["NO_COLOR", "DOWNDRAFT_STORE"].contains($0.key) }
            .merging(environment) { $1 }
        let folder = try TemporaryFolder()
        let outputFile = try Self.file(folder, "output")
        let errorFile = try Self.file(folder, "error")
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = outputFile
        process.standardError = errorFile
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = String(decoding: try folder.bytes("output"), as: UTF8.self)
        error = String(decoding: try folder.bytes("error"), as: UTF8.self)
    }

    // Files and not pipes: a pipe fills up while nobody reads it.
    private static func file(_ folder: TemporaryFolder, _ name: String) throws -> FileHandle {
        try folder.write("", to: name)
        return try FileHandle(forWritingTo: URL(filePath: folder.path(name)))
    }

    /// The program stands beside the bundle of tests that is running.
    static var program: URL {
        let running = URL(filePath: CommandLine.arguments[0])
        return running.deletingLastPathComponent().appending(path: "downdraft")
    }
}
