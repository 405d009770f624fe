internal import CStreams

/// Writes a large column that comes in stretches of one length, each in several places at once, past
/// the cache, a whole line of it at a time.
///
/// A stretch is laid down on a stage, which the cache holds. The stage has two halves: while one is
/// filled, the lines of the other are written, one at a time, so that memory is busy while the next
/// numbers are computed. What a stretch has beyond its last line is held back until the next.
struct StagedLines {
    private let length: Int
    /// Where the half begins that is being filled, and where the other one.
    private var filled = 0
    private var other: Int
    /// How many numbers of the line that the stretch begins in lie before it.
    private var before: Int
    /// Where the next line belongs in the column, and where the lines end that can be written.
    private var next: Int
    private var end: Int
    /// How far the place of the next line on the stage lies behind its place in the column.
    private var shift = 0

    /// How many numbers a stage has for stretches of `length`.
    static func size(length: Int) -> Int { 2 * half(length) }

    private static func half(_ length: Int) -> Int { length + Octet.count }

    /// For stretches of `length` numbers from `index` on; there must be an octet before.
    init(
        length: Int, of column: Span<Double>, from index: Int, on stage: inout MutableSpan<Double>
    ) {
        self.length = length
        other = Self.half(length)
        before = Octet.count - column.taken(byLineAt: index)
        next = index - before
        end = next
        // What stands there is written once more, with the first line.
        for place in 0..<before { stage[place] = column[next + place] }
    }

    /// Where on the stage the stretch is to be laid down.
    var target: Int { filled + before }

    /// Writes a line of the stretch before, if one is left.
    @inline(__always) mutating func write(
        _ stage: Span<Double>, in column: inout MutableSpan<Double>
    ) {
        guard next < end else { return }
        Octet(stage, at: next &- shift).stream(in: &column, at: next)
        next &+= Octet.count
    }

    /// Ends a stretch; its lines can be written now.
    mutating func turn(_ stage: inout MutableSpan<Double>, in column: inout MutableSpan<Double>) {
        while next < end { write(stage.span, in: &column) }
        let whole = (before + length) / Octet.count * Octet.count
        before += length - whole
        for place in 0..<before { stage[other + place] = stage[filled + whole + place] }
        shift = next - filled
        end = next + whole
        swap(&filled, &other)
    }

    /// Writes what is left.
    mutating func finish(_ stage: Span<Double>, in column: inout MutableSpan<Double>) {
        while next < end { write(stage, in: &column) }
        for place in 0..<before { column[next + place] = stage[filled + place] }
        streams_end()
    }
}
