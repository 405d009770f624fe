#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The checkout that the tests were built from.
public enum Repository {
    /// Its top folder.
    public static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The path of a file in it.
    public static func path(_ relative: String) -> String {
        root.appending(path: relative).path
    }

    /// The bytes of a file in it.
    public static func bytes(_ relative: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: relative)))
    }
}
