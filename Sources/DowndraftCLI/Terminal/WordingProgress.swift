internal import Wording

/// A line that shows how far a model has come, on a terminal and only there; redrawn at most ten times a second.
struct WordingProgress {
    private let stream: StandardStream
    private let clock = MonotonicClock()
    private var drawn: Duration?

    init(on stream: StandardStream) {
        self.stream = stream
    }

    /// Shows which paragraph is being worded and how much of its answer has come.
    mutating func show(_ progress: ModelNarrator.Progress) {
        let elapsed = clock.elapsed
        guard stream.isTerminal, drawn.map({ elapsed - $0 >= .milliseconds(100) }) ?? true else {
            return
        }
        drawn = elapsed
        stream.write(
            "\r\u{1B}[2Kwording paragraph \(progress.paragraph) of \(progress.paragraphs), "
                + "\(progress.bytes) bytes")
    }

    /// Takes the line away.
    mutating func clear() {
        guard drawn != nil else { return }
        drawn = nil
        stream.write("\r\u{1B}[2K")
    }
}
