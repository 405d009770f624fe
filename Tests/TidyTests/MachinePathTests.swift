import TestSupport
import Testing

/// Nothing in the checkout names a folder of the machine it was written on.
@Suite struct MachinePathTests {
    /// In two parts, so that this file does not find itself.
    private static let folders = [
        ("/ho", "me/"), ("/ro", "ot/"), ("/wo", "rk/"), ("/opt/", "swift"),
    ]
    .map { Array(($0 + $1).utf8) }

    @Test func noFileNamesAMachinesFolder() throws {
        let paths = try Repository.files()
        #expect(paths.contains("Package.swift") && paths.count > 100)
        for path in paths where !path.hasSuffix(".gz") && path != "Package.resolved" {
            let bytes = try Repository.bytes(path)
            #expect(Self.named(in: bytes) == [], "\(path)")
        }
    }

    private static func named(in bytes: [UInt8]) -> [String] {
        var found: [String] = []
        for start in bytes.indices where bytes[start] == UInt8(ascii: "/") {
            guard isPathStart(bytes, start) else { continue }
            found += folders.filter { bytes[start...].starts(with: $0) }
                .map { String(decoding: $0, as: UTF8.self) }
        }
        return found
    }

    /// A slash after a letter, a digit or a dot lies within a longer path or address.
    private static func isPathStart(_ bytes: [UInt8], _ place: Int) -> Bool {
        guard place > 0 else { return true }
        let before = Character(UnicodeScalar(bytes[place - 1]))
        return !before.isLetter && !before.isNumber && before != "." && before != "-"
    }

    @Test(arguments: [
        ("cd /wo" + "rk/main", true), ("/wo" + "rk/", true), ("net" + "/wo" + "rk/", false),
        ("\"/ho" + "me/a\"", true), ("example.org/ho" + "me/", false), ("/wo" + "rks/", false),
    ])
    func recognises(text: String, isNamed: Bool) {
        #expect(Self.named(in: Array(text.utf8)).isEmpty != isNamed)
    }
}
