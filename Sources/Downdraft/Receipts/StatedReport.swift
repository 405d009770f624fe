#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import Digests

/// A report as a file of JSON states it: what it says, without belief in any of it.
package struct StatedReport {
    /// A fact, a run of values or a curve, as it stands in the file.
    struct Entry: Equatable {
        let measure: String
        let subject: String
        let observedAt: String
        let method: String
        let inputs: [String]
        /// Everything, as one text.
        let whole: String
        /// The value, as one text.
        let value: String
        let id: String
    }

    /// The rows that entries were made from.
    struct Input: Equatable {
        let rows: String
        let count: Int
        let sha256: String
    }

    /// A sentence and the facts it rests on.
    struct Sentence: Hashable {
        let section: String
        let text: String
        let facts: [String]
    }

    /// The command that made the report, without where the store is; empty where it does not say.
    package let command: [String]
    /// What the seal says of the file.
    let seal: DocumentSeal.State
    /// The public key whose signature holds; `nil` where nobody's does.
    package var signer: String? {
        guard case .intact(let key) = seal else { return nil }
        return key
    }
    let asOf: String
    let entries: [Entry]
    let inputs: [String: Input]
    let sentences: [Sentence]

    /// The largest file that is read.
    package static let mostBytes = 64 << 20

    /// Reads the bytes of a file.
    ///
    /// - Throws: `EngineError.refused` where they are no report of ours.
    package init(_ bytes: [UInt8]) throws(EngineError) {
        guard bytes.count <= Self.mostBytes else {
            throw .refused("the report is larger than \(Self.mostBytes >> 20) MB")
        }
        guard let tree = try? JSONDecoder().decode(JSONTree.self, from: Data(bytes)),
            tree["schema"]?.text == "downdraft.report/1"
        else { throw .refused("this is not a report in JSON — make one with --format json") }
        command = tree["question"]?["command"]?.items.compactMap(\.text) ?? []
        asOf = tree["question"]?["asOf"]?.text ?? ""
        seal = DocumentSeal.state(of: bytes)
        entries = ["facts", "series", "curves"].flatMap { kind in
            (tree[kind]?.items ?? []).map(Self.entry)
        }
        var inputs: [String: Input] = [:]
        for input in tree["inputs"]?.items ?? [] {
            inputs[input["id"]?.text ?? ""] = Input(
                rows: input["rows"]?.text ?? "", count: Int(input["count"]?.number ?? 0),
                sha256: input["sha256"]?.text ?? "")
        }
        self.inputs = inputs
        var sentences: [Sentence] = []
        for part in ["title", "headline", "lead", "gaps"] {
            tree[part]?.each { Self.add($0, part, to: &sentences) }
        }
        for section in tree["sections"]?.items ?? [] {
            section.each { Self.add($0, section["id"]?.text ?? "", to: &sentences) }
        }
        self.sentences = sentences
    }

    private static func entry(_ tree: JSONTree) -> Entry {
        Entry(
            measure: tree["measure"]?.text ?? "", subject: tree["subject"]?.text ?? "",
            observedAt: tree["observedAt"]?.text ?? "", method: tree["method"]?.text ?? "",
            inputs: tree["inputs"]?.items.compactMap(\.text) ?? [],
            whole: tree.without("inputs", "receipt").description,
            value: tree["value"]?.description ?? "values", id: tree["id"]?.text ?? "")
    }

    private static func add(_ tree: JSONTree, _ section: String, to sentences: inout [Sentence]) {
        guard let text = tree["text"]?.text, let facts = tree["facts"]?.items, !text.isEmpty else {
            return
        }
        sentences.append(
            Sentence(section: section, text: text, facts: facts.compactMap(\.text)))
    }
}
