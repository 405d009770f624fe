/// The rooms as they are: the folders of `Sources` that hold Swift, with what their files import.
struct Rooms {
    /// The modules that each room imports.
    let imports: [String: Set<String>]

    /// Modules that come with the toolchain: no package has to be named for them.
    static let standard: Set<String> = [
        "Glibc", "Darwin", "Foundation", "FoundationEssentials", "FoundationNetworking",
    ]
    /// Modules from other packages and from the machine, and those that hold no Swift.
    static let packaged: Set<String> = [
        "CZlib", "CStreams", "GRDB", "GRDBSQLite", "Crypto", "ArgumentParser",
    ]

    init() throws {
        var imports: [String: Set<String>] = [:]
        for file in try SourceFile.sources() {
            let room = String(file.path.split(separator: "/")[1])
            imports[room, default: []].formUnion(Self.imports(in: file.code))
        }
        self.imports = imports
    }

    /// The modules imported by a source.
    static func imports(in source: SourceText) -> Set<String> {
        Set(source.lines.compactMap { module(importedBy: $0) })
    }

    private static func module(importedBy line: Substring) -> String? {
        var words = line.split(separator: " ")
        while let first = words.first, first.hasPrefix("@") || accesses.contains(first) {
            words.removeFirst()
        }
        guard words.first == "import", words.count > 1 else { return nil }
        words.removeFirst()
        if words.count > 1, kinds.contains(words[0]) { words.removeFirst() }
        return words[0].split(separator: ".").first.map(String.init)
    }

    private static let accesses: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private",
    ]
    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
    ]
}
