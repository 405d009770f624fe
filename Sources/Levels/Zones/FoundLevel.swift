package import Market

/// A level as a method found it, with what the method knows of it.
package struct FoundLevel: Hashable, Sendable {
    /// The level with its kind.
    package let level: Level
    /// The lower end of the stretch it stands for, in the unit of the price; the level itself where it is sharp.
    package let low: Double
    /// The upper end of the stretch.
    package let high: Double
    /// How strong the method holds it to be, zero or more; one for a plain level.
    package let strength: Double
    /// How often the price turned at it, where the method counts that.
    package let touches: Int
    /// When the bar of the last touch opened.
    package let lastTouch: Timestamp?

    /// A level that stands for the prices from `low` to `high`, for itself alone where they are left out.
    package init(
        _ level: Level, low: Double? = nil, high: Double? = nil, strength: Double = 1,
        touches: Int = 0, lastTouch: Timestamp? = nil
    ) {
        self.level = level
        self.low = min(low ?? level.value, level.value)
        self.high = max(high ?? level.value, level.value)
        self.strength = strength
        self.touches = touches
        self.lastTouch = lastTouch
    }

    /// Round numbers around a price, each as strong as its step is wide: 1, 1/2, 1/5 and 1/10.
    package static func roundNumbers(around price: Double) -> [FoundLevel] {
        let levels = Level.roundNumbers(around: price)
        let steps = levels.map { level in
            if case .round(let step) = level.kind { return step }
            return 0
        }
        guard let unit = steps.max(), unit > 0 else { return [] }
        return zip(levels, steps).map { FoundLevel($0, strength: $1 / unit) }
    }

    /// Zones of turns, with their strengths.
    package static func zones(_ zones: PivotZones) -> [FoundLevel] {
        zones.zones.map { zone in
            FoundLevel(
                Level(kind: .swingZone, value: zone.centre), low: zone.low, high: zone.high,
                strength: zone.strength, touches: zone.touches, lastTouch: zone.lastTouch)
        }
    }

    /// The busiest price and the ends of the value area.
    package static func marks(of profile: VolumeProfile) -> [FoundLevel] {
        VolumeProfile.Mark.allCases.map { mark in
            let price = profile.price(of: mark)
            let half = profile.binWidth / 2
            return FoundLevel(
                Level(kind: .volume(mark), value: price), low: price - half, high: price + half)
        }
    }

    /// The five floor pivots.
    package static func marks(of pivots: FloorPivots) -> [FoundLevel] {
        FloorPivots.Mark.allCases.map {
            FoundLevel(Level(kind: .floorPivot($0), value: pivots.price(of: $0)))
        }
    }

    /// High, low and close of the day, week and month before `instant`, as far as they are known.
    package static func parts(of periods: PriorPeriods, at instant: Timestamp) -> [FoundLevel] {
        PriorPeriods.Unit.allCases.flatMap { unit -> [FoundLevel] in
            guard let record = periods.prior(unit, at: instant) else { return [] }
            return PriorPeriods.Part.allCases.map { part in
                FoundLevel(Level(kind: .prior(unit, part), value: record.price(of: part)))
            }
        }
    }

    /// A line at the opening of a bar.
    package static func line(_ line: TrendLine, at opening: Timestamp) -> FoundLevel {
        FoundLevel(
            Level(kind: .trendLine(line.side), value: line.value(at: opening)),
            touches: line.touches.count, lastTouch: line.touches.last?.openTime)
    }
}
