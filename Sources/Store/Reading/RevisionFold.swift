internal import Market

/// Reduces rows ordered by key, source and `known` to one a key: the last known of the first source.
struct RevisionFold<Key: Equatable, Value: Sendable> {
    private(set) var values: [Value] = []
    private(set) var sources: Set<SourceID> = []
    private var lastKey: Key?
    private var lastSource: SourceID?

    mutating func add(_ key: Key, from source: SourceID, _ value: Value) {
        if key == lastKey {
            guard source == lastSource else { return }
            values[values.count - 1] = value
        } else {
            lastKey = key
            values.append(value)
            guard source != lastSource else { return }
            sources.insert(source)
            lastSource = source
        }
    }
}
