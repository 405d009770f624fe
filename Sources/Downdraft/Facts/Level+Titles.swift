internal import Levels
internal import Market

extension Level.Kind {
    /// The kind for readers.
    var title: String {
        switch self {
        case .average(let days): "\(days)-day average"
        case .exponentialAverage(let days): "\(days)-day exponential average"
        case .anchoredAverage(let day): "volume-weighted average since \(day.spoken)"
        case .round: "round number"
        case .high(let days): "\(days)-day high"
        case .low(let days): "\(days)-day low"
        case .highestOfHistory: "highest of the history"
        case .lowestOfHistory: "lowest of the history"
        case .swingZone: "swing zone"
        case .volume(let mark): mark.title
        case .floorPivot(let mark): mark.title
        case .prior(let unit, let part): "\(part.rawValue) of the \(unit.rawValue) before"
        case .trendLine(.low): "line along swing lows"
        case .trendLine(.high): "line along swing highs"
        }
    }
}

extension Level.Kind {
    /// The kind on a chart, where there is little room.
    var shortTitle: String {
        switch self {
        case .average(let days): "SMA \(days)"
        case .exponentialAverage(let days): "EMA \(days)"
        case .highestOfHistory: "highest"
        case .lowestOfHistory: "lowest"
        case .trendLine(.low): "line of lows"
        case .trendLine(.high): "line of highs"
        default: title
        }
    }
}

extension VolumeProfile.Mark {
    fileprivate var title: String {
        switch self {
        case .pointOfControl: "busiest price"
        case .valueAreaLow: "foot of the value area"
        case .valueAreaHigh: "top of the value area"
        }
    }
}

extension FloorPivots.Mark {
    fileprivate var title: String {
        switch self {
        case .secondResistance: "floor pivot R2"
        case .firstResistance: "floor pivot R1"
        case .pivot: "floor pivot"
        case .firstSupport: "floor pivot S1"
        case .secondSupport: "floor pivot S2"
        }
    }
}

extension LevelDetector {
    /// The method for readers.
    var title: String {
        switch self {
        case .average: "moving averages"
        case .roundNumber: "round numbers"
        case .extreme: "extremes of thirty days"
        case .swing: "swing zones"
        case .volumeProfile: "volume profile"
        case .floorPivot: "floor pivots"
        case .priorPeriod: "day, week and month before"
        case .trendLine: "trend lines"
        }
    }
}

extension LevelBreak.Standing {
    /// The standing for readers.
    var title: String {
        switch self {
        case .unknown: "not met yet"
        case .support: "held from above"
        case .resistance: "held from below"
        case .brokenDown: "broken downwards"
        case .brokenUp: "broken upwards"
        }
    }
}

extension LevelBreak.Event {
    /// The event for readers.
    var title: String {
        switch self {
        case .broken(.down, _): "broken downwards"
        case .broken(.up, _): "broken upwards"
        case .swept(.down): "swept below and closed back"
        case .swept(.up): "swept above and closed back"
        case .reclaimed(.down): "lost again"
        case .reclaimed(.up): "reclaimed"
        case .failedRetest(.down): "retested from below, and failed"
        case .failedRetest(.up): "retested from above, and held"
        }
    }
}

extension TrendLine.Refusal {
    /// The reason for readers.
    var title: String {
        switch self {
        case .tooFewPivots(let count): "only \(count) confirmed turns"
        case .fewerThanThreeTouches(let best): "no line meets three turns; the best meets \(best)"
        case .leftBehind(let day): "the price left it behind; last touched on \(day.spoken)"
        case .closedBeyond(let day): "closed across on \(day.spoken)"
        }
    }
}
