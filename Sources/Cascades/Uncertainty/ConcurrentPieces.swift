/// Work cut into pieces that all cores take in turn, put together in the order of the pieces.
///
/// The pieces depend on how much there is to do and never on how many cores there are, so neither does
/// what comes out.
enum ConcurrentPieces {
    /// How many pieces there are at most.
    private static let pieces = 64
    /// No piece is shorter than this, and all begin at a multiple of it.
    private static let grain = 64

    /// The results of a transform over the ranges that `0..<count` is cut into.
    static func map<Result: Sendable>(
        count: Int, _ transform: @escaping @Sendable (Range<Int>) -> [Result]
    ) async -> [Result] {
        let length = max(grain, (count / pieces / grain + 1) * grain)
        let ranges = stride(from: 0, to: count, by: length).map { $0..<min(count, $0 + length) }
        return await withTaskGroup(of: (place: Int, results: [Result]).self) { group in
            for (place, range) in ranges.enumerated() {
                group.addTask { (place, transform(range)) }
            }
            var parts = [[Result]](repeating: [], count: ranges.count)
            for await part in group { parts[part.place] = part.results }
            return parts.flatMap { $0 }
        }
    }
}
