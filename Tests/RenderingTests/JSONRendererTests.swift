import Evidence
import Foundation
import Narrative
import TestSupport
import Testing

@testable import Rendering

@Suite struct JSONRendererTests {
    private func schema() throws -> JSONDocument {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let path = "/\(root)/Docs/schema/downdraft.report.1.schema.json"
        return try #require(JSONDocument(String(contentsOfFile: path, encoding: .utf8)))
    }

    private func document(_ report: Report) throws -> JSONDocument {
        try #require(JSONDocument(JSONRenderer().render(report)))
    }

    @Test func fitsItsSchema() throws {
        let validator = JSONSchemaValidator(try schema())
        for report in [SmallSample.report(), RichSample.report(), HostileSample.empty()] {
            let page = try document(report)
            #expect(validator.faults(in: page) == [])
        }
    }

    @Test func theSchemaRefusesWhatItDoesNotKnow() throws {
        let validator = JSONSchemaValidator(try schema())
        let text = JSONRenderer().render(SmallSample.report())
        for (from, to) in [
            ("\"complete\": false", "\"complete\": \"no\""), ("\"gaps\":", "\"holes\":"),
            ("\"kind\": \"items\"", "\"kind\": \"list\""),
            ("\"standing\": \"floor\"", "\"standing\": \"firm\""),
            ("\"asOf\": \"2025-01-27T12:00:00Z\"", "\"asOf\": \"today\""),
        ] {
            #expect(text.contains(from))
            let spoiled = try #require(JSONDocument(text.replacing(from, with: to)))
            #expect(!validator.faults(in: spoiled).isEmpty, "\(to)")
        }
    }

    @Test func theSchemaDescribesEveryField() throws {
        func undescribed(_ schema: JSONDocument, _ path: String) -> [String] {
            var found: [String] = []
            for property in schema["properties"]?.members ?? [] {
                let isNamed =
                    property.value["description"] != nil || property.value["$ref"] != nil
                    || property.value["const"] != nil
                if !isNamed { found.append(path + property.key) }
                found += undescribed(property.value, path + property.key + ".")
            }
            return found + (schema["items"].map { undescribed($0, path) } ?? [])
        }
        let root = try schema()
        #expect(undescribed(root, "") == [])
        for definition in root["$defs"]?.members ?? [] {
            #expect(definition.value["description"] != nil)
            #expect(undescribed(definition.value, definition.key + ".") == [])
        }
    }

    @Test func everyIdIsFound() throws {
        for report in [SmallSample.report(), RichSample.report()] {
            let page = try document(report)
            let facts = Set((page["facts"]?.items ?? []).compactMap { $0["id"]?.string })
            let series = Set((page["series"]?.items ?? []).compactMap { $0["id"]?.string })
            let text = JSONRenderer().render(report)
            for id in text.matches(of: #/"([0-9a-f]{12})"/#).map({ String($0.output.1) }) {
                #expect(facts.contains(id) || series.contains(id), "\(id)")
            }
        }
    }

    @Test func keysStandInTheirOrder() throws {
        let page = try document(SmallSample.report())
        #expect(
            page.members.map(\.key) == [
                "schema", "question", "language", "style", "title", "headline", "lead", "complete",
                "sections", "facts", "series", "curves", "inputs", "gaps", "sources",
            ])
        #expect(
            page["facts"]?.items.first?.members.map(\.key) == [
                "id", "measure", "subject", "value", "unit", "low", "high", "asOf", "observedAt",
                "method", "sources", "standing", "inputs", "receipt",
            ])
    }

    @Test func numbersReadBackTheSame() throws {
        let values = [
            0.1 + 0.2, Double.leastNonzeroMagnitude, 1.7976931348623157e308, -3.2957e12, 0, 1e21,
            1e-7,
        ]
        let text = JSONNode.array(values.map { .number($0) }).text
        let read = try #require(JSONDocument(text))
        #expect(read.items == values.map { .number($0) })
        #expect(JSONNode.array([.number(.nan), .number(-.infinity)]).text == "[null, null]\n")
    }

    @Test func textReadsBackTheSame() throws {
        let text = "a\"\\\n\t\u{1B}[31m\u{202E}</script>\u{7F}性能\u{E0041}\u{2028}👍"
        let node = JSONNode.string(text).text
        #expect(JSONDocument(node)?.string == text)
        #expect(!node.dropLast().unicodeScalars.contains(where: CleanText.isHarmful))
    }

    @Test func ourReaderAgreesWithFoundation() throws {
        let text = JSONRenderer().render(RichSample.report())
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        #expect(object is [String: Any])
        for bad in [
            "", "{", "[1,]", "{\"a\":1,\"a\":2}", "01", "1.", "\"\n\"", "nul", "[1] 2", "-",
        ] {
            #expect(JSONDocument(bad) == nil, "\(bad)")
        }
    }

    @Test func theValidatorFailsOnAKeywordItDoesNotKnow() throws {
        let schema = try #require(JSONDocument("{\"type\":\"number\",\"minimum\":3}"))
        #expect(JSONSchemaValidator(schema).faults(in: .number(1)).count == 1)
        let lost = try #require(JSONDocument("{\"$ref\":\"#/$defs/nothing\"}"))
        #expect(JSONSchemaValidator(lost).faults(in: .null).count == 1)
    }
}
