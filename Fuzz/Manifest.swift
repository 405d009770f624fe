@testable import Import

/// Any bytes as a manifest: files within the case, or an error.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let manifest = try? CaseManifest(json: bytes) else { return 0 }
    for file in manifest.files {
        precondition(!file.path.hasPrefix("/"), "a path leaves the case")
        precondition(!file.path.split(separator: "/").contains(".."), "a path leaves the case")
        precondition(file.rows >= 0, "a file has fewer rows than none")
    }
    return 0
}
