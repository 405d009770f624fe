internal import ArgumentParser
internal import Downdraft
internal import Market

/// The store to read, and what is asked of it.
struct QuestionOptions: ParsableArguments {
    @OptionGroup var storeOption: StoreOption

    @Option(
        help: ArgumentHelp(
            "The instant to explain, with its zone.",
            discussion: "Such as 2025-01-27T12:00Z. By default the latest in the store.",
            valueName: "time"))
    var at: String?

    @Option(
        help: ArgumentHelp(
            "The UTC day to explain, as a whole, at its end.", discussion: "Such as 2025-01-27.",
            valueName: "date"))
    var day: String?

    @Option(
        help: ArgumentHelp(
            "The window: 24h, utc-day, or a length such as 6h, 90m, 7d.",
            discussion: "By default 24h; with --day, utc-day.", valueName: "window"))
    var window: String?

    func question(of engine: Engine) throws -> Question {
        if let day { return try question(day: day) }
        let asOf = try at.map(instant) ?? latest(of: engine)
        guard let question = Question(asOf: asOf, window: try window.map(parsed) ?? .dayLong)
        else {
            throw Failure(
                status: .usage,
                message: "a window is between 1h and 30d long — choose one in between")
        }
        return question
    }

    private func question(day text: String) throws -> Question {
        guard at == nil, window == nil || window == "utc-day" else {
            throw Failure(
                status: .usage,
                message: "--day asks about a whole UTC day — leave out --at and --window with it")
        }
        guard let day = CalendarDay(text) else {
            throw Failure(
                status: .usage, message: "'\(text)' is not a day — write it as 2025-01-27")
        }
        return Question(day: day)
    }

    private func instant(_ text: String) throws -> Timestamp {
        guard let instant = Timestamp(text) else {
            throw Failure(
                status: .usage,
                message:
                    "'\(text)' is not an instant — write it as 2025-01-27T12:00Z, zone included")
        }
        return instant
    }

    private func parsed(_ text: String) throws -> Question.Window {
        guard let window = Question.Window(text) else {
            throw Failure(
                status: .usage,
                message: "'\(text)' is not a window — write 24h, utc-day, or a length such as 6h")
        }
        return window
    }

    private func latest(of engine: Engine) throws -> Timestamp {
        guard let latest = try engine.latestInstant() else {
            throw Failure(
                status: .outsideData, message: "the store is empty — import a case first")
        }
        return latest
    }
}
