#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Another program, run once: given its input, its output taken as it comes, ended in time.
///
/// No shell, no open file but the three streams, and only the environment that is given.
struct ChildProcess {
    let program: String
    let arguments: [String]
    /// `NAME=value`, one each.
    let environment: [String]

    /// How it ended.
    enum End: Equatable {
        case exited(Int32)
        case signalled
        case timedOut
        /// Its output was enough.
        case enough
        /// The operating system's reason.
        case notStarted(Int32)
    }

    /// What became of it, with the last line it wrote on standard error.
    struct Run {
        let end: End
        let error: String
    }

    /// Runs it.
    func run(
        _ input: [UInt8], within limit: Duration, take: (ArraySlice<UInt8>) -> Bool
    ) -> Run {
        var pipes: [PipePair] = []
        for _ in 0..<3 {
            guard let pair = PipePair() else {
                let code = errno
                pipes.forEach { $0.close() }
                return Run(end: .notStarted(code), error: "")
            }
            pipes.append(pair)
        }
        var child: pid_t = 0
        let code = spawn(&child, pipes)
        pipes[0].closeReading()
        pipes[1].closeWriting()
        pipes[2].closeWriting()
        guard code == 0 else {
            pipes.forEach { $0.close() }
            return Run(end: .notStarted(code), error: "")
        }
        // A child that does not read its input to the end must not end us.
        let previous = signal(SIGPIPE, SIG_IGN)
        var talk = ChildTalk(input: input, pipes: pipes, clock: MonotonicClock())
        let end = talk.run(within: limit, take: take)
        signal(SIGPIPE, previous)
        if end != nil { kill(child, SIGKILL) }
        let status = Self.waited(child)
        return Run(end: end ?? status, error: talk.lastError)
    }

    private func spawn(_ child: inout pid_t, _ pipes: [PipePair]) -> Int32 {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #else
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, pipes[0].reading, 0)
        posix_spawn_file_actions_adddup2(&actions, pipes[1].writing, 1)
        posix_spawn_file_actions_adddup2(&actions, pipes[2].writing, 2)
        var argv = ([program] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { (argv + variables).forEach { free($0) } }
        return posix_spawn(&child, program, &actions, &attributes, &argv, &variables)
    }

    private static func waited(_ child: pid_t) -> End {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        // WIFEXITED and WEXITSTATUS, which are macros.
        return status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .signalled
    }
}
