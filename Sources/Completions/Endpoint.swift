#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Where a model answers: on this machine, or elsewhere where that is allowed in so many words.
///
/// A host counts as this machine where it is written as `localhost`, `127.…` or `[::1]`; names are not looked up. Elsewhere takes
/// `https`. Credentials in the address are refused: a key belongs in an environment variable.
package struct Endpoint: Hashable, Sendable {
    /// Why an address is no endpoint.
    package enum Fault: String, Error, Hashable, Sendable {
        /// It cannot be read, or holds credentials, a query or a fragment.
        case unreadable
        /// It is elsewhere, and that is not allowed.
        case remote
        /// It is elsewhere, and not by `https`.
        case unencrypted

        /// What to do about it.
        package var remedy: String {
            switch self {
            case .unreadable: "write it as http://127.0.0.1:8080, without key or query"
            case .remote: "say --allow-remote to send what the report says elsewhere"
            case .unencrypted: "elsewhere takes https"
            }
        }
    }

    /// The address of the completions, such as `http://127.0.0.1:8080/v1/chat/completions`.
    package let address: String
    /// Whether it is on this machine.
    package let isLocal: Bool
    /// Whether it is on this machine and takes no encryption.
    let isPlain: Bool
    /// The host as written, without brackets.
    let host: String
    /// The port.
    let port: Int
    /// The path.
    let path: String

    /// An endpoint as a user writes it: with or without the path of the interface.
    package init(_ text: String, allowsRemote: Bool) throws(Fault) {
        guard text.utf8.count <= 2_048, let parts = URLComponents(string: text),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil,
            parts.query == nil, parts.fragment == nil, (parts.port ?? 1) > 0,
            (parts.port ?? 1) < 65_536
        else { throw .unreadable }
        isLocal = Self.isLoopback(host)
        guard isLocal || allowsRemote else { throw .remote }
        guard isLocal || scheme == "https" else { throw .unencrypted }
        isPlain = isLocal && scheme == "http"
        self.host = String(host.filter { !"[]".contains($0) })
        port = parts.port ?? (scheme == "http" ? 80 : 443)
        path = Self.path(parts.percentEncodedPath)
        var whole = parts
        whole.scheme = scheme
        whole.path = Self.path(parts.path)
        guard let address = whole.string else { throw .unreadable }
        self.address = address
    }

    private static func path(_ path: String) -> String {
        let kept = path.hasSuffix("/") ? String(path.dropLast()) : path
        if kept.hasSuffix("/chat/completions") { return kept }
        return kept + (kept.hasSuffix("/v1") ? "" : "/v1") + "/chat/completions"
    }

    private static func isLoopback(_ host: String) -> Bool {
        let name = host.lowercased()
        if ["localhost", "::1", "[::1]"].contains(name) { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.first == "127"
            && parts.allSatisfy { part in
                (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
                    && (Int(part) ?? 256) < 256
            }
    }
}
