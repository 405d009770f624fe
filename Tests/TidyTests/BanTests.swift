import Testing

@Suite struct BanTests {
    /// The one place that may look at a clock: what it shows is how long the user has waited. And the one that needs
    /// an `NSObject`, which the smaller Foundation does not have.
    private static let exceptions: [Ban: Set<String>] = [
        .wallClock: ["Sources/DowndraftCLI/Terminal/ProgressBar.swift"],
        .wholeFoundation: ["Sources/Completions/CompletionDelegate.swift"],
    ]

    @Test(arguments: Ban.allCases)
    func noSourceBreaks(ban: Ban) throws {
        let files = try SourceFile.sources()
        #expect(files.count > 50)
        for file in files where !(Self.exceptions[ban]?.contains(file.path) ?? false) {
            let breaches = ban.breaches(in: file.text, file.code)
            #expect(breaches == [], "\(file.path): \(ban.rawValue)")
        }
    }

    @Test(
        arguments: [
            (.wallClock, "let a = Date()", true), (.wallClock, "a = ContinuousClock.now", true),
            (.wallClock, "f(.now)", true), (.wallClock, "a = volume.now.value", false),
            (.wallClock, "f().now", false), (.wallClock, "a.nowhere", false),
            (.wallClock, "// Date()", false), (.wallClock, "UpDate()", false),
            (.ambientRandomness, "Int.random(in: 0..<3)", true),
            (.ambientRandomness, "Int.random(in: f(0)..<3, using: &generator)", false),
            (.ambientRandomness, "a.shuffled()", true),
            (.ambientRandomness, "a.shuffled(using: &generator)", false),
            (.forced, "try! f()", true), (.forced, "a as! B", true), (.forced, "try f()", false),
            (.forced, "\"try! \\(try! f())\"", true), (.forced, "\"try!\"", false),
            (.uncheckedSharing, "class A: @unchecked Sendable {}", true),
            (.uncheckedSharing, "nonisolated(unsafe) var a = 1", true),
            (.printing, "print(a)", true), (.printing, "sprint(a)", false),
            (.printing, "/// print(a)", false), (.trap, "fatalError(\"\")", true),
            (.trap, "preconditionFailure(\"\")", false), (.unfinished, "// TO" + "DO: a", true),
            (.unfinished, "methodology", false), (.wholeFoundation, "import Foundation", true),
            (.wholeFoundation, "import FoundationEssentials", false),
            (
                .wholeFoundation,
                """
                #if canImport(FoundationEssentials)
                    internal import FoundationEssentials
                #else
                    internal import Foundation
                #endif
                """, false
            ),
            (.wholeFoundation, "#if os(Linux)\n#else\nimport Foundation\n#endif", true),
            (.wholeFoundation, "#if canImport(FoundationEssentials)\nimport Foundation\n", true),
        ] as [(Ban, String, Bool)])
    func recognises(ban: Ban, source: String, isBreach: Bool) {
        #expect(ban.breaches(in: source, SourceText(source)).isEmpty != isBreach)
    }
}
