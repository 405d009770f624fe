@testable import Import

/// Any bytes as a gzip file: content or an error, and never more content than allowed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let limit = 1 << 20
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let content = try? GzipReader.inflate(bytes, limit: limit) {
        precondition(content.count <= limit, "more content than the limit")
    }
    return 0
}
