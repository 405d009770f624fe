/// Takes scalars with their origins, and keeps what a reader sees.
struct TextSink {
    static let blockEnd: Unicode.Scalar = "\u{2029}"

    private(set) var scalars: [Unicode.Scalar] = []
    private(set) var origins: [Int32] = []
    private(set) var hiddenMarks = 0

    init(capacity: Int) {
        scalars.reserveCapacity(capacity)
        origins.reserveCapacity(capacity)
    }

    /// The last scalar that was kept.
    var last: Unicode.Scalar? { scalars.last }

    mutating func append(_ scalar: Unicode.Scalar, at origin: Int) {
        guard let seen = Self.seen(scalar) else {
            hiddenMarks += 1
            return
        }
        scalars.append(seen)
        origins.append(Int32(origin))
    }

    /// Ends a block, once.
    mutating func endBlock(at origin: Int) {
        if scalars.last == " " {
            scalars.removeLast()
            origins.removeLast()
        }
        guard let last = scalars.last, last != Self.blockEnd else { return }
        scalars.append(Self.blockEnd)
        origins.append(Int32(origin))
    }

    /// A space, unless there is one.
    mutating func space(at origin: Int) {
        guard let last = scalars.last, last != " ", last != Self.blockEnd, last != "\n" else {
            return
        }
        scalars.append(" ")
        origins.append(Int32(origin))
    }

    /// What a reader sees of a scalar; `nil` for marks that are not seen.
    static func seen(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x20...0x7E, 0x0A: scalar
        case 0x09: " "
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x061C, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF:
            nil
        case 0x2028, 0x2029: "\n"
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        case 0xFFE5: "¥"
        case 0x3000: " "
        default: scalar
        }
    }
}
