internal import ArgumentParser
internal import Downdraft
internal import Evidence
internal import Narrative

/// `downdraft check`: an article's claims against the data.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold the claims of an article against itself and against the data.",
        discussion: """
              downdraft check article.md --at 2025-01-27T12:00Z
              downdraft check - --at 2025-01-27T12:00Z < article.txt
            The exit code is \(ExitStatus.claimsRefuted.rawValue) where a claim is refuted, contradicts the rest or \
            defines a thing wrongly.
            """)

    /// What the article is written in, as the command line spells it.
    enum Written: String, CaseIterable, ExpressibleByArgument {
        case plain, markdown, html
    }

    @Argument(help: "The article: a file, or - for standard input.")
    var article: String

    @Option(
        name: .customLong("as"),
        help: "What the article is written in; by default told from the file's name.")
    var form: Written?

    @OptionGroup var asked: InstantOptions
    @OptionGroup var written: ReportOptions

    func run() async throws {
        var worst = ""
        try await written.write {
            let engine = Engine(store: asked.storeOption.path)
            let bytes = try ArticleFile(path: article).contents()
            let report = try await engine.check(
                bytes, format: format, try asked.question(of: engine))
            if case .text(let verdict)? = report.book["claims.worst", Subject.question]?.value {
                worst = verdict
            }
            return report
        }
        guard ["refuted", "internallyInconsistent", "definitionError"].contains(worst) else {
            return
        }
        throw ExitCode(ExitStatus.claimsRefuted.rawValue)
    }

    private var format: ArticleFormat {
        switch form {
        case .plain?: return .plain
        case .markdown?: return .markdown
        case .html?: return .html
        case nil: break
        }
        let name = article.lowercased()
        if name.hasSuffix(".html") || name.hasSuffix(".htm") { return .html }
        return name.hasSuffix(".md") || name.hasSuffix(".markdown") ? .markdown : .plain
    }
}
