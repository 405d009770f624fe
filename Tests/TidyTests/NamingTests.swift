import TestSupport
import Testing

@Suite struct NamingTests {
    @Test func everyFileIsNamedForWhatItDeclares() throws {
        for file in try SourceFile.sources() {
            let name = file.path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
            let isNamed = Self.declares(String(name), file.code)
            #expect(isNamed, "\(file.path) declares nothing of its name")
        }
    }

    @Test func noFolderIsADrawer() throws {
        let drawers: Set<Substring> = [
            "Utils", "Utilities", "Util", "Helpers", "Helper", "Common", "Manager", "Managers",
            "Misc", "Core",
        ]
        for path in try Repository.files(under: "Sources") + Repository.files(under: "Tests") {
            let folders = path.split(separator: "/").dropLast()
            #expect(drawers.isDisjoint(with: folders), "\(path)")
        }
    }

    /// `Type`, `Type+Aspect` as an extension of `Type`, or a function for a file of its own.
    private static func declares(_ file: String, _ source: SourceText) -> Bool {
        let parts = file.split(separator: "+", maxSplits: 1)
        guard let name = parts.first, let initial = name.first else { return false }
        let words = source.code.split {
            !$0.isLetter && !$0.isNumber && $0 != "_"
        }
        let function = initial.lowercased() + name.dropFirst()
        return zip(words, words.dropFirst()).contains { word, next in
            if parts.count == 2 { return word == "extension" && next == name }
            return ["struct", "enum", "class", "actor", "protocol", "extension", "typealias"]
                .contains(word) && next == name || word == "func" && next == function
        }
    }

    @Test(arguments: [
        ("A", "struct A {}", true), ("A", "struct AB {}", false), ("A", "// struct A", false),
        ("A+B", "extension A: C {}", true), ("A+B", "struct A {}", false),
        ("DoThis", "func doThis() {}", true), ("A", "package enum A: B {}", true),
    ])
    func recognises(file: String, source: String, expected: Bool) {
        #expect(Self.declares(file, SourceText(source)) == expected)
    }
}
