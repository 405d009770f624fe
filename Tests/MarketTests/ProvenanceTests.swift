import Market
import Testing

@Suite struct ProvenanceTests {
    private let hour = RowSelection(
        "bars", where: ["series": "index:TOTAL", "interval": "3600000000"],
        in: TimeRange(from: Self.at(10), to: Self.at(20)))

    private static func at(_ seconds: Int64) -> Timestamp {
        Timestamp(microseconds: seconds * 1_000_000)
    }

    @Test func aSelectionSpellsAllItSelectsBy() {
        #expect(
            hour.description == """
                bars interval=3600000000 series=index:TOTAL from 1970-01-01T00:00:10Z \
                to 1970-01-01T00:00:20Z
                """)
        #expect(RowSelection("assets").description == "assets")
    }

    @Test func narrowingNeverWidens() {
        let narrow = hour.within(TimeRange(from: Self.at(15), to: Self.at(30)))
        #expect(narrow.range == TimeRange(from: Self.at(15), to: Self.at(20)))
        // Stretches that do not meet leave one without length, which holds no row.
        let none = hour.within(TimeRange(from: Self.at(30), to: Self.at(40)))
        #expect(none.range?.span.microseconds == 0)
        #expect(hour.with("series", "BTC") == hour)
        #expect(hour.with("source", "a").filters["source"] == "a")
    }

    @Test func sumsHoldEachOnceInOneOrder() {
        let left = Provenance(["b", "a"], rows: [hour])
        let right = Provenance(["a"], rows: [RowSelection("assets"), hour])
        #expect(left + right == right + left)
        #expect((left + right).sources == ["a", "b"])
        #expect((left + right).rows == [RowSelection("assets"), hour])
        #expect(left + [] == left && [] + left == left)
        #expect([left, right, left].joined == left + right)
    }

    @Test func aLiteralNamesSourcesAlone() {
        let plain: Provenance = ["z", "a", "z"]
        #expect(plain.sources == ["a", "z"] && plain.rows.isEmpty)
    }
}
