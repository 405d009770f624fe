/// One horizontal bar in eighths of a character.
enum BlockBar {
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    private static let heights = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// A bar that grows to the right, `columns` long.
    static func rightward(_ columns: Double) -> String {
        let total = Int((max(0, columns) * 8).rounded())
        return String(repeating: "█", count: total / 8) + eighths[total % 8]
    }

    /// A bar that grows to the left. Unicode has no left-growing eighths, so its tip is a half or
    /// an eighth.
    static func leftward(_ columns: Double) -> String {
        let whole = Int(max(0, columns))
        let rest = max(0, columns) - Double(whole)
        let tip = rest >= 0.75 ? "█" : rest >= 0.375 ? "▐" : rest >= 0.0625 ? "▕" : ""
        return tip + String(repeating: "█", count: whole)
    }

    /// Upright bars of one character each. Absent is blank and zero is a dot: they are not the same.
    static func upright(_ values: [Double?], of greatest: Double) -> String {
        values.map { value in
            guard let value else { return " " }
            guard value > 0, greatest > 0 else { return "·" }
            return heights[min(7, Int(value / greatest * 8))]
        }
        .joined()
    }
}
