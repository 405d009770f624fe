/// The elements that are open, with the namespaces they declare.
///
/// An end tag ends the innermost element of its name and all that is open within it; one that fits
/// nothing ends nothing. Both are counted. Elements deeper than the limit are counted and not kept.
struct XMLElementStack {
    private struct Open {
        let name: String
        let element: XMLElement
        let bindings: Int
    }

    private struct Binding {
        let prefix: Substring
        let vocabulary: XMLElement.Vocabulary
    }

    /// The most namespaces that are declared at a time: each name is looked up among them.
    private static let mostBindings = 64
    private let limit: Int
    private var open: [Open] = []
    private var bindings: [Binding] = []
    private var deeper = 0
    /// How many tags did not fit or lay too deep.
    private(set) var untidy = 0

    init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// How many elements are open, those too deep left out.
    var depth: Int { open.count }
    /// The innermost of them.
    var innermost: XMLElement? { open.last?.element }
    /// Whether elements are open that lie too deep to be kept.
    var isTooDeep: Bool { deeper > 0 }

    /// Opens an element; `nil` where it lies too deep.
    mutating func push(_ tag: XMLTag) -> XMLElement? {
        guard open.count < limit, deeper == 0 else {
            if deeper == 0 { untidy += 1 }
            deeper += 1
            return nil
        }
        let before = bindings.count
        for attribute in tag.attributes where attribute.name.hasPrefix("xmlns") {
            let prefix = attribute.name.dropFirst("xmlns".count)
            guard prefix.isEmpty || prefix.hasPrefix(":"), bindings.count < Self.mostBindings else {
                continue
            }
            let vocabulary = XMLElement.vocabulary(attribute.value)
            bindings.append(Binding(prefix: prefix.dropFirst(), vocabulary: vocabulary))
        }
        let element = resolve(tag.name)
        open.append(
            Open(name: tag.name, element: element, bindings: bindings.count - before))
        return element
    }

    /// How many elements an end tag ends.
    mutating func closes(_ name: String) -> Int {
        guard deeper == 0 else {
            deeper -= 1
            return 0
        }
        guard let place = open.lastIndex(where: { $0.name == name }) else {
            untidy += 1
            return 0
        }
        let count = open.count - place
        if count > 1 { untidy += 1 }
        return count
    }

    /// Closes an element that lies too deep, or the innermost.
    mutating func pop() {
        if deeper > 0 {
            deeper -= 1
        } else if let last = open.popLast() {
            bindings.removeLast(last.bindings)
        }
    }

    private func resolve(_ name: String) -> XMLElement {
        let colon = name.firstIndex(of: ":")
        let prefix = colon.map { name[..<$0] } ?? ""
        let local = colon.map { String(name[name.index(after: $0)...]) } ?? name
        let vocabulary = bindings.last { $0.prefix == prefix }?.vocabulary
        return XMLElement(
            vocabulary: vocabulary ?? XMLElement.customary(String(prefix)), name: local)
    }
}
