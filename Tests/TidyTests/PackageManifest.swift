/// The dependencies that `Package.swift` gives each room, read from its text.
struct PackageManifest {
    /// The modules each target depends on, by target.
    let dependencies: [String: Set<String>]

    init(_ source: String) {
        var found: [String: Set<String>] = [:]
        for opening in ["room(", ".target(", ".executableTarget("] {
            for call in Self.calls(opening, in: source) {
                let names = Self.literals(in: call)
                guard let name = names.first else { continue }
                found[name] = Set(names.dropFirst())
            }
        }
        dependencies = found
    }

    /// What stands between the parentheses of each call.
    private static func calls(_ opening: String, in source: String) -> [String] {
        source.split(separator: opening, omittingEmptySubsequences: false).dropFirst()
            .compactMap { rest in
                var depth = 1
                let inside = rest.prefix { character in
                    if character == "(" { depth += 1 }
                    if character == ")" { depth -= 1 }
                    return depth > 0
                }
                return inside.isEmpty || inside.hasPrefix("_ ") || inside.hasPrefix("name: name")
                    ? nil : String(inside)
            }
    }

    /// The string literals of a call in order, but for those that name a package or a path.
    private static func literals(in call: String) -> [String] {
        let parts = call.split(separator: "\"", omittingEmptySubsequences: false)
        return stride(from: 1, to: parts.count, by: 2).compactMap { index in
            let label = parts[index - 1].split { $0 == " " || $0 == "\n" }.last ?? ""
            return label.hasSuffix("package:") || label.hasSuffix("path:")
                ? nil : String(parts[index])
        }
    }
}
