internal import ArgumentParser
internal import Downdraft
internal import Market

/// The store to read, and the instant to read it at.
struct InstantOptions: ParsableArguments {
    @OptionGroup var storeOption: StoreOption

    @Option(
        help: ArgumentHelp(
            "The instant to ask about, with its zone.",
            discussion: "Such as 2025-01-27T12:00Z. By default the latest in the store.",
            valueName: "time"))
    var at: String?

    /// The instant, or else the latest that the store knows.
    func asOf(of engine: Engine) throws -> Timestamp {
        try at.map(parsed) ?? latest(of: engine)
    }

    /// The last 24 hours before the instant.
    func question(of engine: Engine) throws -> Question {
        Question(asOf: try asOf(of: engine))
    }

    private func parsed(_ text: String) throws -> Timestamp {
        guard let instant = Timestamp(text) else {
            throw Failure(
                status: .usage,
                message:
                    "'\(text)' is not an instant — write it as 2025-01-27T12:00Z, zone included")
        }
        return instant
    }

    private func latest(of engine: Engine) throws -> Timestamp {
        guard let latest = try engine.latestInstant() else {
            throw Failure(
                status: .outsideData, message: "the store is empty — import a case first")
        }
        return latest
    }
}
