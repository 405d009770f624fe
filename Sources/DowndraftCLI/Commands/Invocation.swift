internal import Market

/// The arguments of a command.
struct Invocation {
    private let arguments: [String]

    init(_ arguments: some Sequence<String>) {
        self.arguments = Array(arguments)
    }

    /// What changes where a report goes and how it looks, and not what it says.
    private static let outward: Set<String> = ["--store", "--format", "--output", "-o", "--sign"]

    /// The arguments that make the same report again, its instant written out.
    func recorded(asOf: Timestamp) -> [String] {
        var kept: [String] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let name = argument.prefix { $0 != "=" }
            guard Self.outward.contains(String(name)) else {
                kept.append(argument)
                continue
            }
            if name.count == argument.count { rest = rest.dropFirst() }
        }
        let isTimed = kept.contains { ["--at", "--day"].contains($0.prefix { $0 != "=" }) }
        return isTimed ? kept : kept + ["--at", asOf.description]
    }
}
