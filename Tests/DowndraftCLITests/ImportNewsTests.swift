import Foundation
import TestSupport
import Testing

/// `downdraft import news` as a user meets it, and `import` beside it as it was.
@Suite struct ImportNewsTests {
    private let folder: TemporaryFolder
    private let store: String

    private static let table = """
        id,published,title,url
        1,2025-01-27T10:00Z,Coins fall,https://news.example/1
        2,2025-01-27T11:00Z,Coins fall further,https://news.example/2

        """

    init() throws {
        folder = try TemporaryFolder()
        store = folder.path("store.sqlite")
    }

    private func news(_ file: String, _ options: String...) throws -> CommandRun {
        try CommandRun(["import", "news", folder.path(file), "--store", store] + options)
    }

    @Test func storiesAreCounted() throws {
        try folder.write(Self.table, to: "stories.csv")
        let first = try news("stories.csv", "--source", "mine", "--language", "en")
        #expect(first.status == 0 && first.output.isEmpty, "\(first.error)")
        #expect(
            first.error == "\(folder.path("stories.csv")): 2 stories of csv, 2 added → \(store)\n")
        let second = try news("stories.csv", "--source", "mine", "--language", "en")
        #expect(second.status == 0)
        #expect(second.error.contains("0 added, 2 were there already"), "\(second.error)")
        let other = Self.table.replacingOccurrences(of: "further", with: "no further")
        try folder.write(other, to: "later.csv")
        let third = try news(
            "later.csv", "--source", "mine", "--language", "en", "--fetched", "2025-01-28T00:00Z")
        #expect(third.error.contains("1 added (1 in new words), 1 were there already"))
    }

    @Test func faultsAndRemarksAreTold() throws {
        let rows = "3,yesterday,Old,\n4,2025-01-27T10:00Z,,\n"
        try folder.write(Self.table + rows, to: "stories.csv")
        let run = try news("stories.csv", "--source", "mine")
        #expect(run.status == 0 && run.output.isEmpty)
        for words in [
            "2 stories of csv, 2 added", "stored as 'und'", "no title (the story is left out): 1",
            "item 4, line 5: the title is missing", "--fetched gives one", "\"yesterday\"",
        ] {
            #expect(run.error.contains(words), "\(run.error)")
        }
        try folder.write("time: 2025-01-27T10:00Z\nwhat: a rule\nthemes: ai\n", to: "notes.txt")
        let notes = try news("notes.txt", "--source", "me", "--format", "catalysts")
        #expect(notes.status == 0 && notes.error.contains("with themes: 1, stored without them"))
    }

    /// The code of each, a word of its line, and that the stories are those from before.
    @Test(arguments: [
        ("", "", 11, "nothing in it"), ("words", "", 13, "no format"),
        ("a,title\n", "", 14, "published"), ("time: noon\nwhat: a\n", "", 15, "instant"),
        ("{}", "rss", 13, "no element"), ("a", "csv", 14, "title"),
    ])
    func whatIsNoFileOfStories(text: String, format: String, status: Int, words: String) throws {
        try folder.write(Self.table, to: "stories.csv")
        try #require(try news("stories.csv", "--source", "mine").status == 0)
        let before = try folder.bytes("store.sqlite")
        try folder.write(text, to: "bad")
        let options = format.isEmpty ? [] : ["--format", format]
        let run = try CommandRun(
            ["import", "news", folder.path("bad"), "--store", store, "--source", "mine"] + options)
        #expect(run.status == Int32(status) && run.output.isEmpty, "\(run.status) \(run.error)")
        #expect(run.error.split(separator: "\n").count == 1 && run.error.contains("—"))
        #expect(run.error.contains(words), "\(run.error)")
        #expect(try folder.bytes("store.sqlite") == before)
    }

    @Test func aCutFileIsToldByItsCode() throws {
        try folder.write(String(Self.table.dropLast()), to: "cut.csv")
        let run = try news("cut.csv", "--source", "mine")
        #expect(run.status == 12 && run.error.contains("1 added"), "\(run.error)")
        #expect(run.error.contains("cut.csv:3: the last line has no end"), "\(run.error)")
        try folder.write([0x1F, 0x8B, 8, 0], to: "cut.gz")
        #expect(try news("cut.gz", "--source", "mine").status == 12)
        #expect(try news("none.csv", "--source", "mine").status == 10)
    }

    @Test(arguments: [
        ["news"], ["news", "f"], ["news", "--source", "s"], ["news", "f", "--source", "a b"],
        ["news", "f", "--source", "s", "--fetched", "noon"],
        ["news", "f", "--source", "s", "--fetched", "2025-01-27"],
        ["news", "f", "--source", "s", "--format", "pdf"],
        ["news", "f", "--source", "s", "--language", "english"], ["case"], ["--nonsense", "f"],
    ])
    func whatCannotBeUnderstood(arguments: [String]) throws {
        let run = try CommandRun(["import"] + arguments, environment: ["DOWNDRAFT_STORE": store])
        #expect(run.status == 64 && run.output.isEmpty && !run.error.isEmpty, "\(run.error)")
        #expect(!FileManager.default.fileExists(atPath: store))
    }

    @Test func theStandardInputIsAFileToo() throws {
        try folder.write(Self.table, to: "stories.csv")
        let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "downdraft")
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = [
            "-c", #"gzip -c "$1" | "$0" import news - --source mine --store "$2" 2>"$3""#,
            program.path, folder.path("stories.csv"), store, folder.path("told"),
        ]
        try shell.run()
        shell.waitUntilExit()
        let told = String(decoding: try folder.bytes("told"), as: UTF8.self)
        #expect(shell.terminationStatus == 0, "\(told)")
        #expect(told.hasPrefix("standard input: 2 stories of csv, 2 added"), "\(told)")
        let empty = try CommandRun("import", "news", "-", "--source", "mine", "--store", store)
        #expect(empty.status == 11 && empty.error.contains("standard input"))
    }

    /// What is fetched after an instant changes no byte of its answer; what was known by then is in it.
    @Test func anAnswerHasTheStoriesOfItsTime() throws {
        let at = ["--at", "2025-01-27T12:00Z", "--format", "json", "--store", store]
        let bundled = Repository.path("Cases/2025-01-27")
        try #require(try CommandRun("import", bundled, "--store", store).status == 0)
        let before = try CommandRun(["explain"] + at).output
        let title = "DeepSeek tops the store"
        try folder.write("id,published,title\n1,2025-01-27T09:00Z,\(title)\n", to: "stories.csv")
        let late = try news("stories.csv", "--source", "late", "--fetched", "2025-01-27T12:01Z")
        #expect(late.status == 0 && !before.contains(title))
        #expect(try CommandRun(["explain"] + at).output == before)
        let early = try news("stories.csv", "--source", "early", "--fetched", "2025-01-27T11:59Z")
        #expect(early.status == 0)
        #expect(try CommandRun(["explain"] + at).output.contains(title))
    }

    @Test func aCaseIsImportedAsEver() throws {
        let broken = try BrokenCase()
        let path = broken.folder.url.path
        for (number, arguments) in [
            [path, "--store", store], ["--store", store, path], ["case", path, "--store", store],
        ].enumerated() {
            let run = try CommandRun(["import"] + arguments)
            #expect(run.status == 0 && run.output.isEmpty, "\(run.error)")
            let rest = number > 0 ? ", 2 were there already" : ""
            let added = number > 0 ? 0 : 2
            #expect(run.error == "broken: 1 file, \(added) rows added\(rest) → \(store)\n")
        }
    }
}
