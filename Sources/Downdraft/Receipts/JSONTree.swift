/// Any value of JSON, read without belief in its shape.
indirect enum JSONTree: Decodable, CustomStringConvertible {
    case object([String: JSONTree])
    case array([JSONTree])
    case string(String)
    case number(Double)
    case bool(Bool)
    case null

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let flag = try? value.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let items = try? value.decode([JSONTree].self) {
            self = .array(items)
        } else {
            self = .object(try value.decode([String: JSONTree].self))
        }
    }

    /// The member of an object.
    subscript(_ key: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The items of an array; of anything else, none.
    var items: [JSONTree] {
        guard case .array(let items) = self else { return [] }
        return items
    }

    /// The text of a string.
    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The value of a number.
    var number: Double? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    /// The object without some of its members.
    func without(_ keys: String...) -> JSONTree {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { !keys.contains($0.key) })
    }

    /// Calls `body` with the value, then with all that is in it: items in order, members by name.
    func each(_ body: (JSONTree) -> Void) {
        body(self)
        switch self {
        case .array(let items): for item in items { item.each(body) }
        case .object(let members):
            for (_, member) in members.sorted(by: { $0.key < $1.key }) { member.each(body) }
        case .string, .number, .bool, .null: break
        }
    }

    /// The value in one way of writing it, so that equal values have equal texts.
    var description: String {
        switch self {
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
                .joined(separator: ",") + "}"
        case .array(let items): "[" + items.map(\.description).joined(separator: ",") + "]"
        case .string(let text): text
        case .number(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        case .null: "null"
        }
    }
}
