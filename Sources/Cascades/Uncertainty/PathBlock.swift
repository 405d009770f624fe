internal import Series

/// Paths side by side in columns, one entry a path: loops over columns are what a compiler turns into
/// vector instructions on every machine.
struct PathBlock {
    /// How many paths a block holds: few enough that all columns stay in the nearest cache.
    static let count = 64

    /// The columns of doubles, one after the other.
    private enum Column: Int, CaseIterable {
        case walk, push, scale, sold
        /// Short of it a path liquidates nothing more.
        case edge

        var start: Int { rawValue * PathBlock.count }
    }

    private typealias Values = UnsafeMutablePointer<Double>

    private var values = [Double](repeating: 0, count: Column.allCases.count * count)
    /// The two random steps of every path, in deviations.
    private var normals = [Float](repeating: 0, count: 2 * count)
    /// The four words of every path's generator, and the halves of what they gave.
    private var states = [UInt64](repeating: 0, count: 4 * count)
    private var halves = [UInt32](repeating: 0, count: 2 * count)
    private let table: [Double]

    /// The paths from `first` on.
    init(first: Int, seed: UInt64, shocks: [Double], scales: [Double], table: [Double]) {
        self.table = table
        for path in 0..<Self.count {
            values[Column.walk.start + path] = shocks[first + path]
            values[Column.scale.start + path] = scales[first + path]
            values[Column.sold.start + path] = table[0]
            var source = DeterministicGenerator(seed: seed, stream: UInt64(first + path))
            for word in 0..<4 { states[word * Self.count + path] = source.next() }
        }
    }

    /// Where the paths are.
    var falls: [Double] {
        (0..<Self.count).map { values[Column.walk.start + $0] + values[Column.push.start + $0] }
    }

    /// Two steps at a time, which share their random bits.
    mutating func step(times: Int, size: Double, rest: Double) {
        for _ in 0..<(times / 2) {
            draw()
            normals.withUnsafeMutableBufferPointer { normals in
                halves.withUnsafeBufferPointer { halves in
                    guard let normals = normals.baseAddress, let halves = halves.baseAddress
                    else { return }
                    Self.transform(halves, normals)
                }
            }
            move(size, rest)
        }
    }

    private mutating func draw() {
        states.withUnsafeMutableBufferPointer { states in
            halves.withUnsafeMutableBufferPointer { halves in
                guard let states = states.baseAddress, let halves = halves.baseAddress else {
                    return
                }
                Self.draw(states, halves)
            }
        }
    }

    private mutating func move(_ size: Double, _ rest: Double) {
        values.withUnsafeMutableBufferPointer { values in
            normals.withUnsafeBufferPointer { normals in
                table.withUnsafeBufferPointer { table in
                    guard let values = values.baseAddress, let normals = normals.baseAddress
                    else { return }
                    Self.move(values, by: normals, size, rest)
                    Self.reach(values, table)
                    Self.move(values, by: normals + Self.count, size, rest)
                    Self.reach(values, table)
                }
            }
        }
    }

    /// The next number of every path's own `DeterministicGenerator`, upper halves before lower ones.
    private static func draw(
        _ words: UnsafeMutablePointer<UInt64>, _ halves: UnsafeMutablePointer<UInt32>
    ) {
        for path in 0..<count {
            var (first, second) = (words[path], words[count + path])
            var (third, fourth) = (words[2 * count + path], words[3 * count + path])
            // Five and nine times by shifts: few machines multiply such vectors.
            let five = (second &<< 2) &+ second
            let turned = (five &<< 7) | (five &>> 57)
            let shifted = second &<< 17
            third ^= first
            fourth ^= second
            second ^= third
            first ^= fourth
            third ^= shifted
            fourth = (fourth &<< 45) | (fourth &>> 19)
            words[path] = first
            words[count + path] = second
            words[2 * count + path] = third
            words[3 * count + path] = fourth
            let drawn = (turned &<< 3) &+ turned
            halves[path] = UInt32(truncatingIfNeeded: drawn &>> 32)
            halves[count + path] = UInt32(truncatingIfNeeded: drawn)
        }
    }

    /// Two normal numbers of every path's bits.
    private static func transform(
        _ halves: UnsafePointer<UInt32>, _ normals: UnsafeMutablePointer<Float>
    ) {
        for path in 0..<count {
            let pair = SingleNormalPair(upper: halves[path], lower: halves[count + path])
            normals[path] = pair.cosine
            normals[count + path] = pair.sine
        }
    }

    /// A random step, and the fading of the push.
    private static func move(
        _ values: Values, by normals: UnsafePointer<Float>, _ size: Double, _ rest: Double
    ) {
        for path in 0..<count {
            values[Column.walk.start + path] += size * Double(normals[path])
            values[Column.push.start + path] *= rest
        }
    }

    /// The push of what is newly reached.
    private static func reach(_ values: Values, _ table: UnsafeBufferPointer<Double>) {
        let last = table.count - 1
        for path in 0..<count {
            let fall = values[Column.walk.start + path] + values[Column.push.start + path]
            guard fall >= values[Column.edge.start + path] else { continue }
            let place = Int(min(fall, Double(last)))
            let more = table[place] - values[Column.sold.start + path]
            values[Column.push.start + path] += values[Column.scale.start + path] * more
            values[Column.sold.start + path] = table[place]
            values[Column.edge.start + path] = place < last ? Double(place + 1) : .infinity
        }
    }
}
