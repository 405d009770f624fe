import Downdraft
import Market
import Rendering

/// Explains one UTC day from a store, as Markdown: `ExplainADay downdraft.sqlite 2025-01-27`.
@main
struct ExplainADay {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let day = CalendarDay(arguments[2]) else {
            print("usage: ExplainADay STORE DAY, such as ExplainADay downdraft.sqlite 2025-01-27")
            return
        }
        let report = try Engine(store: arguments[1]).answer(Question(day: day))
        print(MarkdownRenderer().render(report), terminator: "")
    }
}
