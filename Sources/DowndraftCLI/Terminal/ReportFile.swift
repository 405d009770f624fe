#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file that a report is written to: whole, or not at all.
struct ReportFile {
    let path: String

    /// Writes beside the file and moves the result into its place, so that nobody sees half of it.
    func write(_ text: String, mode: mode_t = 0o644) throws {
        var status = stat()
        let exists = stat(path, &status) == 0
        // A device or a pipe has no place to move a file into.
        if exists, status.st_mode & S_IFMT != S_IFREG {
            return try fill(path, with: text, flags: O_WRONLY, mode)
        }
        let draft = "\(path).\(getpid()).part"
        do {
            try fill(draft, with: text, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode)
        } catch {
            unlink(draft)
            throw error
        }
        guard rename(draft, path) == 0 else {
            let code = errno
            unlink(draft)
            throw failure(code)
        }
    }

    /// What the file holds; `nil` where there is none. More than a gigabyte is refused.
    func contents() throws -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure(errno)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &piece, piece.count)
            guard count >= 0 else { throw failure(errno) }
            guard count > 0 else { return bytes }
            bytes += piece.prefix(count)
            guard bytes.count <= 1 << 30 else { throw failure(EFBIG) }
        }
    }

    private func fill(
        _ path: String, with text: String, flags: Int32, _ mode: mode_t
    ) throws {
        let descriptor = open(path, flags, mode)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        do {
            try FileDescriptor(raw: descriptor).write(text)
        } catch let error as WriteError {
            throw failure(error.code)
        }
        if fsync(descriptor) != 0, errno == ENOSPC || errno == EIO { throw failure(errno) }
    }

    private func failure(_ code: Int32) -> Failure {
        let reason = String(cString: strerror(code))
        switch code {
        case ENOSPC, EDQUOT:
            return Failure(
                status: .diskFull,
                message: "\(path): \(reason) — free some space, or name another place")
        case EACCES, EPERM, EROFS, EISDIR, ENOENT, ENOTDIR:
            return Failure(
                status: .notWritable,
                message: "\(path): \(reason) — name a file that may be written")
        default:
            return Failure(
                status: .inputOutput, message: "\(path): \(reason) — check the disk and the path")
        }
    }
}
