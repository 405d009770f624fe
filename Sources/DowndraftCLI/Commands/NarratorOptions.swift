internal import ArgumentParser
internal import Narrative
internal import Wording

/// Who words the report: the template, or a model behind a fence.
struct NarratorOptions: ParsableArguments {
    /// The narrators, as the command line spells them.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case template, model
    }

    @Option(help: "Who words the report. A model's sentences are checked against the facts.")
    var narrator = Kind.template

    @Option(
        help: ArgumentHelp(
            "Where the model answers, as OpenAI's interface does.", valueName: "url"))
    var endpoint = "http://127.0.0.1:8080"

    @Option(help: ArgumentHelp("The model's name at the endpoint.", valueName: "name"))
    var model: String?

    @Option(help: "The seed of the model's draws, of which there are none at temperature 0.")
    var seed = 1

    @Option(help: "How much the model draws, from 0 to 2.")
    var temperature = 0.0

    @Option(help: ArgumentHelp("How long one answer may take.", valueName: "seconds"))
    var modelTimeout = 120

    @Option(
        help: ArgumentHelp(
            "The most tokens of one answer, its reasoning included.", valueName: "count"))
    var modelTokens = 2_048

    @Flag(
        help: "Let the endpoint be on another machine, by https: what the report says goes there.")
    var allowRemote = false

    @Option(
        help: ArgumentHelp(
            "The environment variable that holds the key of the endpoint.", valueName: "name"))
    var keyVariable: String?

    @Option(
        help: ArgumentHelp(
            "Where to write why sentences were refused, as JSON lines.", valueName: "file"))
    var rejections: String?

    func validate() throws {
        guard (0...2).contains(temperature) else {
            throw ValidationError("--temperature is from 0 to 2")
        }
        guard (1...86_400).contains(modelTimeout) else {
            throw ValidationError("--model-timeout is from 1 to 86400 seconds")
        }
        guard (16...131_072).contains(modelTokens) else {
            throw ValidationError("--model-tokens is from 16 to 131072")
        }
    }

    /// The report in the narrator's words.
    func worded(_ report: Report) throws -> Report {
        guard narrator == .model else { return report }
        var transport = LiveTransport(
            program: try LiveProgram.path(), endpoint: endpoint, allowsRemote: allowRemote,
            keyVariable: keyVariable)
        var progress = WordingProgress(on: .error)
        let settings = ModelSettings(
            model: model, seed: seed, temperature: temperature, timeout: .seconds(modelTimeout),
            maximumTokens: modelTokens)
        let worded = ModelNarrator(settings).worded(
            report, by: &transport, clock: MonotonicClock()
        ) {
            progress.show($0)
        }
        progress.clear()
        if let fault = transport.usageFault { throw Failure(status: .usage, message: fault) }
        try tell(worded)
        return worded.report
    }

    private func tell(_ worded: WordedReport) throws {
        if let trouble = worded.trouble {
            StandardStream.error.write(
                "downdraft: the model at \(endpoint) was given up: \(trouble) — the template's "
                    + "sentences stand; is a server running there?\n")
        }
        StandardStream.error.write(
            "model: \(worded.accepted) of \(worded.asked) sentences accepted\n")
        guard let rejections else { return }
        try ReportFile(path: rejections).write(
            worded.rejections.map { $0.line + "\n" }.joined())
    }
}
