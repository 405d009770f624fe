import Indicators

/// All recipes of the relative strength index at once, as one subject of the shared tests.
struct RecipesTogether: Indicator {
    struct Readings: Sendable {
        let simpleMean: Double
        let fromFirstMove: Double
        let weightedMean: Double
    }

    private var simpleMean: StrengthByRecipe
    private var fromFirstMove: StrengthByRecipe
    private var weightedMean: StrengthByRecipe

    init(period: Int) {
        simpleMean = StrengthByRecipe(period: period, recipe: .simpleMean)
        fromFirstMove = StrengthByRecipe(period: period, recipe: .fromFirstMove)
        weightedMean = StrengthByRecipe(period: period, recipe: .weightedMean)
    }

    mutating func update(_ close: Double) -> Readings? {
        let readings = (
            simpleMean.update(close), fromFirstMove.update(close), weightedMean.update(close)
        )
        guard case (let simple?, let first?, let weighted?) = readings else { return nil }
        return Readings(simpleMean: simple, fromFirstMove: first, weightedMean: weighted)
    }
}
