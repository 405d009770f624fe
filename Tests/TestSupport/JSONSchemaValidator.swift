/// Checks JSON against the part of JSON Schema (draft 2020-12) that our schemas use.
///
/// A keyword it does not know is a fault of its own, so that no rule is ever passed over in silence.
public struct JSONSchemaValidator {
    private let root: JSONDocument

    private static let annotations: Set<String> = [
        "$schema", "$id", "$defs", "title", "description",
    ]

    /// A validator of one schema.
    public init(_ schema: JSONDocument) {
        root = schema
    }

    /// What is wrong with a document, each with the path to it; nothing where it is valid.
    public func faults(in document: JSONDocument) -> [String] {
        faults(document, root, "$")
    }

    private func faults(
        _ value: JSONDocument, _ schema: JSONDocument, _ path: String
    ) -> [String] {
        schema.members.flatMap { rule -> [String] in
            switch rule.key {
            case let key where Self.annotations.contains(key): []
            case "$ref": reference(value, rule.value, path)
            case "oneOf": oneOf(value, rule.value.items, path)
            case "type": type(value, rule.value, path)
            case "const": value == rule.value ? [] : ["\(path): is not \(rule.value)"]
            case "enum": rule.value.items.contains(value) ? [] : ["\(path): is none of the words"]
            case "pattern": pattern(value, rule.value, path)
            case "items":
                value.items.enumerated().flatMap { faults($1, rule.value, "\(path)[\($0)]") }
            case "required": required(value, rule.value, path)
            case "properties": properties(value, rule.value, path)
            case "additionalProperties": closed(value, schema, rule.value, path)
            default: ["\(path): the schema uses the unknown keyword \(rule.key)"]
            }
        }
    }

    private func reference(
        _ value: JSONDocument, _ pointer: JSONDocument, _ path: String
    ) -> [String] {
        let prefix = "#/$defs/"
        guard let text = pointer.string, text.hasPrefix(prefix),
            let target = root["$defs"]?[String(text.dropFirst(prefix.count))]
        else { return ["\(path): the schema refers to \(pointer), which is not there"] }
        return faults(value, target, path)
    }

    private func oneOf(
        _ value: JSONDocument, _ branches: [JSONDocument], _ path: String
    ) -> [String] {
        let tried = branches.map { faults(value, $0, path) }
        let valid = tried.filter(\.isEmpty).count
        if valid == 1 { return [] }
        let nearest = tried.min { $0.count < $1.count } ?? []
        return ["\(path): \(valid) of \(branches.count) branches fit"] + nearest
    }

    private func type(_ value: JSONDocument, _ rule: JSONDocument, _ path: String) -> [String] {
        let names = rule.string.map { [$0] } ?? rule.items.compactMap(\.string)
        return names.contains(value.typeName)
            ? [] : ["\(path): is \(value.typeName), not \(names.joined(separator: " or "))"]
    }

    private func pattern(_ value: JSONDocument, _ rule: JSONDocument, _ path: String) -> [String] {
        guard let text = value.string else { return [] }
        guard let source = rule.string, let regex = try? Regex(source) else {
            return ["\(path): the schema's pattern cannot be read"]
        }
        return text.firstMatch(of: regex) == nil ? ["\(path): \(text) does not fit \(source)"] : []
    }

    private func required(
        _ value: JSONDocument, _ rule: JSONDocument, _ path: String
    ) -> [String] {
        guard case .object(let members) = value else { return [] }
        return rule.items.compactMap(\.string)
            .filter { key in !members.contains { $0.key == key } }
            .map { "\(path): lacks \($0)" }
    }

    private func properties(
        _ value: JSONDocument, _ rule: JSONDocument, _ path: String
    ) -> [String] {
        rule.members.flatMap { property in
            value[property.key].map { faults($0, property.value, "\(path).\(property.key)") } ?? []
        }
    }

    private func closed(
        _ value: JSONDocument, _ schema: JSONDocument, _ rule: JSONDocument, _ path: String
    ) -> [String] {
        guard rule == .bool(false) else {
            return ["\(path): the schema's additionalProperties must be false"]
        }
        let known = Set((schema["properties"]?.members ?? []).map(\.key))
        return value.members.map(\.key).filter { !known.contains($0) }.map {
            "\(path): has the unknown key \($0)"
        }
    }
}
