internal import Indices
internal import Market

/// Makes a definition of what somebody wrote, or says what is wrong with it.
struct IndexChecker {
    let file: String
    let index: WrittenIndex

    /// The definition.
    func definition() throws(ImportError) -> IndexDefinition {
        let name = try checkedName()
        try check(index.title, isShown: "title", upTo: 100)
        let universe = try checkedUniverse()
        let weighting = try checkedWeighting(of: universe)
        let covered = index.leastCoverage ?? 0.5
        guard (0...1).contains(covered) else {
            throw outOfRange("least_coverage is \(covered)", "give a share from 0 to 1")
        }
        return IndexDefinition(
            name: name, title: index.title, universe: universe, weighting: weighting,
            leastCoverage: covered)
    }

    private func checkedName() throws(ImportError) -> String {
        let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
        guard (1...40).contains(index.name.utf8.count), index.name.allSatisfy(letters.contains)
        else {
            throw ImportError(
                .badValue, file: file, what: "the name \"\(index.name.prefix(40))\" is no name",
                remedy: "use up to 40 small letters, digits and hyphens")
        }
        return index.name
    }

    private func checkedUniverse() throws(ImportError) -> UniverseRule {
        let written = index.universe
        if let largest = written.largest, largest < 1 {
            throw outOfRange("largest is \(largest)", "give a number from 1, or leave it out")
        }
        if let withoutLargest = written.withoutLargest, withoutLargest < 0 {
            throw outOfRange("without_largest is \(withoutLargest)", "give a number from 0")
        }
        guard written.group == nil || written.sector != nil else {
            throw outOfRange("group stands without a sector", "name the sector too")
        }
        let rule = UniverseRule(
            classes: try checkedClasses(), largest: written.largest,
            withoutLargest: written.withoutLargest ?? 0,
            without: try checkedAssets(written.without ?? []),
            only: try written.only.map { names throws(ImportError) in try checkedAssets(names) },
            sector: try checked(written.sector, "sector").map { SectorID($0) },
            group: try checked(written.group, "group"))
        guard !rule.isEmpty else {
            throw outOfRange("no asset can be a member", "widen the universe")
        }
        return rule
    }

    private func checkedClasses() throws(ImportError) -> Set<Asset.Class> {
        Set(
            try index.universe.classes.map { word throws(ImportError) in
                guard let found = Asset.Class(rawValue: word) else {
                    let known = Asset.Class.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ImportError(
                        .badValue, file: file,
                        what: "\(index.name): \"\(word.prefix(40))\" is no class",
                        remedy: "use some of \(known)")
                }
                return found
            })
    }

    private func checkedAssets(_ names: [String]) throws(ImportError) -> [AssetID] {
        try names.map { name throws(ImportError) in
            try check(name, isShown: "an asset", upTo: 40)
            return AssetID(name)
        }
    }

    private func checked(_ text: String?, _ field: String) throws(ImportError) -> String? {
        if let text { try check(text, isShown: field, upTo: 60) }
        return text
    }

    /// Refuses text that would not stand on a line of a report.
    private func check(
        _ text: String, isShown field: String, upTo length: Int
    ) throws(ImportError) {
        guard (1...length).contains(text.unicodeScalars.count),
            !text.unicodeScalars.contains(where: Printable.isControl)
        else {
            throw ImportError(
                .badValue, file: file,
                what: "\(index.name): \(field) is empty, too long or not on one line",
                remedy: "use up to \(length) characters")
        }
    }

    private func checkedWeighting(of universe: UniverseRule) throws(ImportError) -> Weighting {
        let written = index.weighting
        let weighting: Weighting
        switch (written.by, written.most, written.least) {
        case ("capitalisation", nil, nil): weighting = .capitalisation
        case ("square-root", nil, nil): weighting = .squareRootOfCapitalisation
        case ("equal", nil, nil): weighting = .equal
        case ("capped", let most?, let least?): weighting = .capped(most: most, least: least)
        case ("capped", _, _):
            throw ImportError(
                .wrongColumns, file: file, what: "\(index.name): capped needs most and least",
                remedy: "write both")
        case ("capitalisation", _, _), ("square-root", _, _), ("equal", _, _):
            throw ImportError(
                .wrongColumns, file: file, what: "\(index.name): \(written.by) takes no bounds",
                remedy: "take them out, or weight by capped")
        default:
            throw ImportError(
                .badValue, file: file,
                what: "\(index.name): \"\(written.by.prefix(40))\" is no weighting",
                remedy: "use capitalisation, square-root, equal or capped")
        }
        guard weighting.isSound, universe.mostMembers.map(weighting.isFeasible) ?? true else {
            throw outOfRange(
                "no weights of its members keep to the bounds",
                "raise most, lower least, or take other members")
        }
        return weighting
    }

    private func outOfRange(_ what: String, _ remedy: String) -> ImportError {
        ImportError(.outOfRange, file: file, what: "\(index.name): \(what)", remedy: remedy)
    }
}
