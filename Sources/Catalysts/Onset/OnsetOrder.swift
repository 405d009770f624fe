internal import Market

/// In which order several series changed, as far as it can be told.
///
/// The series stand in groups, earliest first. Between two groups the order is decided: every series of the
/// earlier one changed before every series of the later with at least the probability asked for. Within a
/// group it is not, for at least some.
///
/// - Complexity: the square of the number of series, times their bars.
/// - Checked against: every way to cut the series into an earlier and a later part, `OnsetOrderTests`.
package struct OnsetOrder: Hashable, Sendable {
    /// The onsets that were dated, in groups, earliest first; within a group by name.
    package let groups: [[OnsetInterval]]
    /// The series that have no onset, by name.
    package let undated: [OnsetFinding]

    /// The order of findings, which have different names; decided from a probability above three quarters.
    ///
    /// From there on the medians of a decided pair stand in the same order, so that groups cannot contradict
    /// each other: two medians the other way round would have a quarter of the probability against it.
    package init(_ findings: [OnsetFinding], decidedFrom probability: Double = 0.9) {
        precondition(probability > 0.75 && probability <= 1, "an order is more than likely")
        undated = findings.filter { $0.interval == nil }.sorted { $0.name < $1.name }
        let dated = findings.compactMap(\.interval).sorted(by: Self.isEarlier)
        let ends = Self.reaches(dated, probability)
        var groups: [[OnsetInterval]] = []
        for index in dated.indices {
            // A cut stands before a series where all before it came before all from it on.
            if index > 0, ends[..<index].allSatisfy({ $0 <= index }) { groups.append([]) }
            if groups.isEmpty { groups.append([]) }
            groups[groups.count - 1].append(dated[index])
        }
        self.groups = groups.map { $0.sorted { $0.name < $1.name } }
    }

    /// Two onsets of which one is decidedly before the other have different medians, in that order.
    private static func isEarlier(_ left: OnsetInterval, _ right: OnsetInterval) -> Bool {
        (left.median.range.start, left.median.range.end, left.name)
            < (right.median.range.start, right.median.range.end, right.name)
    }

    /// For each series the first place from which on all are decidedly later.
    private static func reaches(_ dated: [OnsetInterval], _ probability: Double) -> [Int] {
        dated.indices.map { index in
            let later = dated[(index + 1)...].lastIndex { other in
                OnsetPrecedence(dated[index], other).before < probability
            }
            return (later ?? index) + 1
        }
    }
}
