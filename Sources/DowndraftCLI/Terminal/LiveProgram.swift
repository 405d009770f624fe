#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The program with the network in it, `downdraft-live`, which lies beside this one.
enum LiveProgram {
    /// Its path.
    static func path() throws -> String {
        let folder = own.lastIndex(of: "/").map { String(own[...$0]) } ?? "./"
        let path = folder + "downdraft-live"
        guard access(path, X_OK) == 0 else {
            throw Failure(
                status: .missingFile,
                message: "\(path): not there, and only it may use the network — put it there "
                    + "(make live), or leave --narrator at template")
        }
        return path
    }

    /// The path of the running program.
    private static var own: String {
        var buffer = [CChar](repeating: 0, count: 4_096)
        #if canImport(Glibc)
            let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
            guard count > 0 else { return CommandLine.arguments.first ?? "" }
            return String(
                decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #else
            var size = UInt32(buffer.count)
            guard _NSGetExecutablePath(&buffer, &size) == 0 else {
                return CommandLine.arguments.first ?? ""
            }
            return String(
                decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #endif
    }
}
