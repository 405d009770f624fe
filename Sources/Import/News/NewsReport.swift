internal import Feeds
package import Market

/// What an import of stories did with one file.
package struct NewsReport: Hashable, Sendable {
    /// What was wrong in one way, and how often.
    package struct Fault: Hashable, Sendable {
        /// What was wrong, and what that cost.
        package let what: String
        /// How often.
        package let count: Int
        /// The first of them with their places, at most `mostExamples`.
        package let examples: [String]

        /// How many of a kind are shown one by one.
        package static let mostExamples = 3
    }

    /// What messages call the file.
    package let file: String
    /// The source that its stories are stored under.
    package let source: SourceID
    /// The format that was read.
    package let format: String
    /// Stories that were read.
    package let stories: Int
    /// Stories and new wordings that the store did not have.
    package let added: Int
    /// How many of those are new wordings of stories that were there.
    package let reworded: Int
    /// How many of those added say no language and are stored as `NewsImport.undetermined`.
    package let withoutLanguage: Int
    /// How many of those added carry themes of a person's, which are not stored.
    package let withThemes: Int
    /// What was wrong, by kind.
    package let faults: [Fault]
    /// Why the reading ended before the file did; what stands before that place is stored.
    package let cut: ImportError?

    /// Stories that the store had, or has in later words.
    package var alreadyThere: Int { stories - added }
}

extension NewsReport {
    /// What was wrong in a reading, by kind, in the order of `FeedFault.Kind`.
    static func faults(of reading: FeedReading) -> [Fault] {
        FeedFault.Kind.allCases.compactMap { kind in
            guard let count = reading.faultCounts[kind] else { return nil }
            let first = reading.faults.lazy.filter { $0.kind == kind }.prefix(Fault.mostExamples)
            return Fault(
                what: kind.words + " (" + kind.cost + ")", count: count,
                examples: first.map { Printable.line($0.description) })
        }
    }
}

extension FeedFault.Kind {
    /// What was wrong, for people.
    var words: String {
        switch self {
        case .missingTitle: "no title"
        case .missingTime: "no time by which it could be known; --fetched gives one"
        case .conflictingStory: "other words under one id at one time"
        case .malformedItem: "an item that is none"
        case .repeatedStory: "a story that stands there twice"
        case .unreadableTime: "an unreadable time"
        case .futureTime: "a time after the fetch"
        case .unusableLink: "a link that is no web address"
        case .repairedText: "bytes that are no text"
        case .cutText: "a text that is too long"
        case .untidyMarkup: "tags that do not fit"
        case .unknownColumn: "an unknown column"
        case .truncated: "the file ends within something"
        case .malformed: "something that cannot be read"
        case .entityDeclaration: "a declaration of entities"
        case .tooManyItems: "too many stories"
        case .tooManyBytes: "too many bytes"
        }
    }

    fileprivate var cost: String {
        switch consequence {
        case .mended: "the story stands"
        case .storyLost: "the story is left out"
        case .readingStopped: "nothing behind it was read"
        }
    }
}
