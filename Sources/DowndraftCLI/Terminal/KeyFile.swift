internal import Digests

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file that holds the secret of a signing key, readable by its owner alone.
struct KeyFile {
    let path: String

    /// The key.
    ///
    /// - Throws: `Failure` where there is none, or where others may read it: such a key proves nothing.
    func key() throws -> SigningKey {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw Failure(
                status: .missingFile,
                message: "\(path): no such key — make one with 'downdraft key'")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw Failure(
                status: .badValue,
                message:
                    "\(path): others may read this key — run 'chmod 600' on it, or make a new one")
        }
        let bytes = try ArticleFile(path: path, limit: 4096).contents()
        guard let key = SigningKey(secret: String(decoding: bytes, as: UTF8.self)) else {
            throw Failure(
                status: .badValue, message: "\(path): not a key — make one with 'downdraft key'")
        }
        return key
    }

    /// Makes a new key and keeps it; answers its public part. A file that is there stays as it is.
    func make() throws -> String {
        guard access(path, F_OK) != 0 else {
            throw Failure(
                status: .conflict, message: "\(path): is there already — name another place")
        }
        let key = SigningKey()
        try ReportFile(path: path).write(key.secret + "\n", mode: 0o600)
        return key.publicKey
    }
}
