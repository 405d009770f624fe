internal import ArgumentParser
internal import Downdraft
internal import Market

/// The store to read, and what is asked of it.
struct QuestionOptions: ParsableArguments {
    @OptionGroup var instant: InstantOptions

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

    var storeOption: StoreOption { instant.storeOption }

    func question(of engine: Engine) throws -> Question {
        if let day { return try question(day: day) }
        let asOf = try instant.asOf(of: engine)
        guard let question = Question(asOf: asOf, window: try window.map(parsed) ?? .dayLong)
        else {
            throw Failure(
                status: .usage,
                message: "a window is between 1h and 30d long — choose one in between")
        }
        return question
    }

    private func question(day text: String) throws -> Question {
        guard instant.at == nil, window == nil || window == "utc-day" else {
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

    private func parsed(_ text: String) throws -> Question.Window {
        guard let window = Question.Window(text) else {
            throw Failure(
                status: .usage,
                message: "'\(text)' is not a window — write 24h, utc-day, or a length such as 6h")
        }
        return window
    }
}
