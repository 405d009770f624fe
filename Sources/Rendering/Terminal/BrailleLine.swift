/// A line over time drawn with braille dots, two across and four down in each character.
struct BrailleLine {
    /// The values, oldest first; `nil` leaves the line open.
    let values: [Double?]
    /// The characters across.
    let width: Int
    /// The characters down.
    let height: Int

    /// The rows, topmost first; blank where there are no values.
    var rows: [String] {
        var cells = Array(repeating: Array(repeating: UInt32(0), count: width), count: height)
        var previous: Int?
        for dot in 0..<(width * 2) {
            guard let level = level(at: dot) else {
                previous = nil
                continue
            }
            // A steep step is filled, so that the eye sees one line.
            let from = previous.map { $0 < level ? $0 + 1 : $0 > level ? $0 - 1 : $0 } ?? level
            for row in min(from, level)...max(from, level) {
                cells[row / 4][dot / 2] |= Self.bits[row % 4][dot % 2]
            }
            previous = level
        }
        return cells.map { row in
            String(
                String.UnicodeScalarView(
                    row.map { $0 == 0 ? " " : Unicode.Scalar(0x2800 + $0) ?? " " }))
        }
    }

    /// The row of dots of the line at a column of dots, from the top; `nil` where it is open.
    private func level(at dot: Int) -> Int? {
        let known = values.compactMap { $0 }
        guard let low = known.min(), let high = known.max(), let value = value(at: dot) else {
            return nil
        }
        let dots = Double(height * 4 - 1)
        let part = LinearScale(from: low, high, to: dots, 0).place(value)
        return max(0, min(height * 4 - 1, Int(part.rounded())))
    }

    private func value(at dot: Int) -> Double? {
        guard values.count > 1 else { return values.first ?? nil }
        let position = Double(dot) * Double(values.count - 1) / Double(max(1, width * 2 - 1))
        let place = min(Int(position), values.count - 2)
        guard let left = values[place], let right = values[place + 1] else {
            return position == Double(place) ? values[place] : nil
        }
        let part = position - Double(place)
        return left * (1 - part) + right * part
    }

    private static let bits: [[UInt32]] = [
        [0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80],
    ]
}
