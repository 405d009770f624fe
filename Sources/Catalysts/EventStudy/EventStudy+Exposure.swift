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
        let range = reach(of: inside)
        var answers = [[ExposureRegression.Row]](repeating: [], count: ends.count)
        let exposed = Set(members)
        for asset in panel.assets.indices {
            let name = panel.assets[asset]
            guard let own = traits.isEmpty ? [] : traits[name] else { continue }
            let row = row(of: asset, before: inside, over: range, marketReturns(for: asset))
            for (place, standing) in zip(places, row.standings) {
                guard let standing else { continue }
                answers[place].append(
                    ExposureRegression.Row(
                        asset: name, response: standing.eventReturn, beta: standing.beta,
                        exposure: exposed.contains(asset) ? 1 : 0, traits: own,
                        cap: panel.caps[asset]))
            }
        }
        return answers
    }
}
