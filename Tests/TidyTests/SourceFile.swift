import TestSupport

/// One Swift file of the checkout, read once for all tests.
struct SourceFile {
    let path: String
    let text: String
    let code: SourceText

    /// The files under `Sources`.
    static func sources() throws -> [SourceFile] { try readSources.get() }

    /// The files under `Sources` and `Tests`.
    static func all() throws -> [SourceFile] { try readSources.get() + readTests.get() }

    private static let readSources = Result { try read("Sources") }
    private static let readTests = Result { try read("Tests") }

    private static func read(_ folder: String) throws -> [SourceFile] {
        try Repository.files(under: folder, suffix: ".swift").map { path in
            let text = try Repository.text(path)
            return SourceFile(path: path, text: text, code: SourceText(text))
        }
    }
}
