/// A bar that shows how far long work has come, on a terminal and only there.
///
/// It stays away for the first second, redraws at most ten times a second, and leaves no trace.
struct ProgressBar {
    private let stream: StandardStream
    private let started = ContinuousClock.now
    private var drawn: ContinuousClock.Instant?

    private static let patience = Duration.seconds(1)
    private static let pause = Duration.milliseconds(100)
    private static let width = 30

    init(on stream: StandardStream) {
        self.stream = stream
    }

    /// Shows that so much of the work is done.
    mutating func show(done: Int, of total: Int, _ label: String) {
        let now = ContinuousClock.now
        guard stream.isTerminal, now - started >= Self.patience, total > 0,
            drawn.map({ now - $0 >= Self.pause }) ?? true
        else { return }
        drawn = now
        let filled = min(Self.width, Self.width * done / total)
        let bar =
            String(repeating: "█", count: filled)
            + String(repeating: "░", count: Self.width - filled)
        stream.write("\r\u{1B}[2K\(bar) \(100 * done / total) % \(label)")
    }

    /// Takes the bar away.
    mutating func clear() {
        guard drawn != nil else { return }
        drawn = nil
        stream.write("\r\u{1B}[2K")
    }
}
