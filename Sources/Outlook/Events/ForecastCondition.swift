/// To which side of a price a level lies.
package enum LevelSide: String, Hashable, Codable, CaseIterable, Sendable {
    /// Below: the price would fall to it.
    case down
    /// Above: the price would rise to it.
    case up

    /// The other side.
    package var opposite: LevelSide { self == .down ? .up : .down }
}

/// What a forecast says will happen, so exact that bars alone decide it.
///
/// Prices and bands are in quote currency. "Beyond" is below for `down` and above for `up`.
package enum ForecastCondition: Hashable, Codable, Sendable {
    /// A bar's low or high reaches the level or goes beyond.
    case touch(LevelSide, level: Double)
    /// A bar closes at the level or beyond.
    case close(LevelSide, level: Double)
    /// A bar closes beyond the level by more than the band, or two bars in a row close beyond it.
    case breaks(LevelSide, level: Double, band: Double)
    /// The level breaks, and in that bar or a later one the target, further on, is touched.
    case breaksThenTouches(LevelSide, level: Double, band: Double, target: Double)
    /// The level breaks, and a later bar closes back on the near side by more than the band.
    case breaksThenReturns(LevelSide, level: Double, band: Double)
    /// Neither the lower level breaks down nor the upper one up, each with its band.
    case holds(lower: Double, lowerBand: Double, upper: Double, upperBand: Double)
    /// A bar's low or high reaches one of the two levels or goes beyond.
    case leaves(lower: Double, upper: Double)

    /// Whether its numbers have a meaning: finite levels above zero, bands from zero, and a target beyond.
    package var isValid: Bool {
        switch self {
        case .touch(_, let level), .close(_, let level): Self.isLevel(level)
        case .breaks(_, let level, let band), .breaksThenReturns(_, let level, let band):
            Self.isLevel(level) && Self.isBand(band)
        case .breaksThenTouches(let side, let level, let band, let target):
            Self.isLevel(level) && Self.isBand(band) && Self.isLevel(target)
                && (side == .down ? target < level : target > level)
        case .holds(let lower, let lowerBand, let upper, let upperBand):
            Self.isLevel(lower) && Self.isBand(lowerBand) && Self.isLevel(upper)
                && Self.isBand(upperBand) && lower < upper
        case .leaves(let lower, let upper):
            Self.isLevel(lower) && Self.isLevel(upper) && lower < upper
        }
    }

    private static func isLevel(_ level: Double) -> Bool { level > 0 && level.isFinite }

    private static func isBand(_ band: Double) -> Bool { band >= 0 && band.isFinite }

    /// The condition as words and shortest exact numbers: equal texts are equal conditions.
    package var canonicalText: String {
        switch self {
        case .touch(let side, let level): "touch \(side.rawValue) \(level)"
        case .close(let side, let level): "close \(side.rawValue) \(level)"
        case .breaks(let side, let level, let band): "break \(side.rawValue) \(level) \(band)"
        case .breaksThenTouches(let side, let level, let band, let target):
            "break-touch \(side.rawValue) \(level) \(band) \(target)"
        case .breaksThenReturns(let side, let level, let band):
            "break-return \(side.rawValue) \(level) \(band)"
        case .holds(let lower, let lowerBand, let upper, let upperBand):
            "hold \(lower) \(lowerBand) \(upper) \(upperBand)"
        case .leaves(let lower, let upper): "leave \(lower) \(upper)"
        }
    }
}
