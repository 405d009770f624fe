package import Market

extension EventStudy {
    /// The rows of an exposure regression on each of some dates: members are exposed, others not;
    /// empty where no window ends.
    ///
    /// Traits that are given stand for every date alike; assets without any are left out then.
    package func exposureRows(
        before ends: [Int], traits: [AssetID: [Double]] = [:]
    ) -> [[ExposureRegression.Row]] {
        let places = ends.indices.filter { isInside(ends[$0]) }
        let inside = places.map { ends[$0] }
        let known = panel.assets.indices.filter {
            traits.isEmpty || traits[panel.assets[$0]] != nil
        }
        var answers = [[ExposureRegression.Row]](repeating: [], count: ends.count)
        eachRow(of: known, before: inside) { row in
            for (date, place) in places.enumerated() {
                let own = traits[panel.assets[row.asset]] ?? []
                if let found = exposureRow(row, at: date, traits: own) {
                    answers[place].append(found)
                }
            }
        }
        return answers
    }

    /// What a row says of exposure on a date by its number; `nil` where the asset has no place.
    func exposureRow(_ row: Row, at date: Int, traits: [Double] = []) -> ExposureRegression.Row? {
        row.standing(at: date).map { standing in
            ExposureRegression.Row(
                asset: panel.assets[row.asset], response: standing.eventReturn,
                beta: standing.beta, exposure: row.isMember ? 1 : 0, traits: traits,
                cap: panel.caps[row.asset])
        }
    }
}
