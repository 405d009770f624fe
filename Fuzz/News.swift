@testable import Feeds
@testable import Market

/// Any bytes as news, the first byte naming the format or none and the rule: every item accounted for, one
/// harmless line a title, nothing known before it was published, the same in chunks, or an error that
/// stands on one line.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    guard let first = input.first else { return 0 }
    let formats = [nil] + NewsFormat.allCases.map(Optional.some)
    let noon = Timestamp(seconds: 1_737_979_200)
    do {
        let reader = try NewsReader(
            source: "s", firstSeen: first < 128 ? .asPublished : .asFetched(noon),
            format: formats[Int(first) % formats.count])
        let bytes = Array(input.dropFirst())
        let reading = try reader.read(bytes)
        check(reading)
        let pieces = stride(from: 0, to: bytes.count, by: 5).map { Array(bytes[$0...].prefix(5)) }
        let again = try reader.read(chunks: pieces)
        precondition(again == reading, "chunks read otherwise")
    } catch {
        precondition(!error.description.contains("\n"), "an error takes several lines")
    }
    return 0
}

private func check(_ reading: FeedReading) {
    let lost = reading.faultCounts.filter {
        $0.key.consequence == .storyLost || $0.key == .repeatedStory
    }
    let accounted = reading.stories.count + lost.values.reduce(0, +)
    precondition(reading.items == accounted, "an item is lost in silence")
    for story in reading.stories {
        precondition(!story.title.isEmpty, "a title is empty")
        precondition(story.firstSeen >= story.published ?? story.firstSeen, "known too soon")
        precondition(story.headline.published <= story.firstSeen, "told before it was known")
        precondition(story.url.isEmpty || story.url.lowercased().hasPrefix("http"), "a wild link")
        for text in [story.id, story.title, story.url, story.summary] {
            precondition(
                !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E },
                "a text is harmful")
        }
    }
}
