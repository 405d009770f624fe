import TestSupport
import Testing

/// `ARCHITECTURE.md`, the files of `Sources` and `Package.swift` name the same arrows.
@Suite struct ImportTableTests {
    private let rooms: Rooms
    private let table: ImportTable
    private let manifest: PackageManifest

    init() throws {
        rooms = try Rooms()
        table = ImportTable(try Repository.text("ARCHITECTURE.md"))
        manifest = PackageManifest(try Repository.text("Package.swift"))
    }

    @Test func everyRoomHasOneRow() {
        #expect(table.rows.map(\.room).sorted() == rooms.imports.keys.sorted())
        #expect(table.rows.allSatisfy { !$0.holds.isEmpty })
    }

    @Test func theTableIsWhatFilesImport() {
        for row in table.rows {
            let real = rooms.imports[row.room] ?? []
            #expect(real.subtracting(row.imports) == [], "\(row.room) imports, not in the table")
            #expect(
                row.imports.subtracting(real) == [], "\(row.room) does not import, in the table")
        }
    }

    @Test func theManifestIsTheTable() {
        for row in table.rows {
            let needed = row.imports.subtracting(Rooms.standard)
            #expect(manifest.dependencies[row.room] == needed, "\(row.room) in Package.swift")
        }
    }

    @Test func everyModuleIsARoomOrKnown() {
        let known = Rooms.standard.union(Rooms.packaged).union(rooms.imports.keys)
        for (room, imports) in rooms.imports {
            #expect(imports.subtracting(known) == [], "\(room)")
        }
    }

    /// A room may import only rooms above it in the table, so no arrow points back.
    @Test func arrowsPointOneWay() {
        var above: Set<String> = []
        for row in table.rows {
            let arrows = row.imports.intersection(rooms.imports.keys)
            #expect(arrows.subtracting(above) == [], "\(row.room) stands above what it imports")
            above.insert(row.room)
        }
    }

    @Test(
        arguments: [
            ("import A", ["A"]), ("public import A.B", ["A"]), ("    @testable import A", ["A"]),
            ("internal import struct A.B", ["A"]), ("// import A\n/* import B */", []),
            ("let text = \"\"\"\n    import A\n    \"\"\"", []), ("importance = 1", []),
            ("@preconcurrency package import A // B\nimport C", ["A", "C"]),
        ] as [(String, Set<String>)])
    func readsImports(source: String, expected: Set<String>) {
        #expect(Rooms.imports(in: SourceText(source)) == expected)
    }

    @Test func readsTables() {
        let table = ImportTable(
            """
            # A
            ## Rooms and arrows
            Words.

            | room | imports | holds |
            |---|---|---|
            | A | – | words |
            | B | `A`, Glibc | more |
            ## Next
            | C | – | no |
            """)
        #expect(table.rows.map(\.room) == ["A", "B"])
        #expect(table.rows.map(\.imports) == [[], ["A", "Glibc"]])
    }

    @Test func readsManifests() {
        let manifest = PackageManifest(
            """
            func room(_ name: String) { .target(name: name, dependencies: dependencies) }
            room("A"), room("B", ["A", .product(name: "C", package: "d")]),
            .executableTarget(
                name: "E",
                dependencies: [
                    "B", .product(name: "F", package: "f"),
                ], path: "G")
            """)
        #expect(manifest.dependencies == ["A": [], "B": ["A", "C"], "E": ["B", "F"]])
    }
}
