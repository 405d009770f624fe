#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Files made by Python 3.11's `gzip.compress(…, 9, mtime=0)`, in Base64.
enum GzipVectors {
    /// `hello, market` and a line feed.
    static let hello = bytes("H4sIAAAAAAACA8tIzcnJ11HITSzKTi3hAgCvhkwUDgAAAA==")
    /// Nothing.
    static let nothing = bytes("H4sIAAAAAAACAwMAAAAAAAAAAAA=")
    /// Three members: `first,`, nothing, `second`.
    static let members = bytes(
        "H4sIAAAAAAACA0vLLCou0QEA1zZHFQYAAAAfiwgAAAAAAAIDAwAAAAAAAAAAAB+LCAAAAAAAAgMrTk3Oz0sBAGkRH7YGAAAA"
    )
    /// `named` and a line feed, with extra field, name, comment and header checksum put by `struct`.
    static let named = bytes(
        "H4sIHgAAAAAC/wQAYWJjZG5hbWUuY3N2AGNvbW1lbnQALXfLS8xNTeECANzwekEGAAAA")
    /// `bars`.
    static let barsFile = bytes(
        """
        H4sIAAAAAAACA33MsQrCMBSF4b3PchruvRCt3dwFl0wuInoxwTSRprY+vlYQEUQ4y3+Gr2gftCCkQfvxEJGvmvZD6BSX\
        lKf0avhw9oh5wjHmohhzvHVahXTSe+u2br0BewiJrYlrWTqmlubtvk5+n0wEZjIWKzJin23xT+Nfmny0WVigITRsePbE\
        2OoB6HylK9kAAAA=
        """)
    /// Of `barsFile`, by Python's `hashlib`.
    static let barsDigest = "274e82c4ac546cc65890be194474e13a27d2a87e2b96bec30ad93c5ec08ea84e"
    /// Two hourly bars.
    static let bars = """
        series,interval,open_time,known,open,high,low,close,volume
        index:TOTAL,1h,2025-01-27T10:00:00Z,2025-01-27T11:00:00Z,100,110.5,90.25,105,
        index:TOTAL,1h,2025-01-27T11:00:00Z,2025-01-27T12:00:00Z,105,106,80,81.125,12.5

        """
    /// A million zero bytes.
    static let million =
        bytes("H4sIAAAAAAACA+3BAQEAAACCIP+vbkhAAQ==") + Array(repeating: 0, count: 968)
        + bytes("rwaey3kSQEIPAA==")

    static func bytes(_ base64: String) -> [UInt8] {
        [UInt8](Data(base64Encoded: base64) ?? Data())
    }
}
