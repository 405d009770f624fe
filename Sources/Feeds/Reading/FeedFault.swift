/// One thing that was wrong within a feed that was read, with its place.
package struct FeedFault: Hashable, Sendable {
    /// What was wrong.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An item without words for a title.
        case missingTitle
        /// An item with no time by which it could be known.
        case missingTime
        /// An item with the id and the time of an earlier one, in other words.
        case conflictingStory
        /// An item that is not of the format's shape.
        case malformedItem

        /// An item that says what an earlier one said.
        case repeatedStory
        /// A time that cannot be read, or is no instant; it is left out.
        case unreadableTime
        /// A time after the fetch.
        case futureTime
        /// A link that is not an absolute web address; it is left out.
        case unusableLink
        /// Bytes that are no text in their encoding; each became U+FFFD.
        case repairedText
        /// A title, a summary or another text beyond its limit; what lies behind it was cut.
        case cutText
        /// Tags that do not match, or elements nested too deep; what can be read was.
        case untidyMarkup
        /// A column that is not known; it was not read.
        case unknownColumn

        /// The bytes end within something.
        case truncated
        /// What follows cannot be read.
        case malformed
        /// A declaration of entities behind the feed's start.
        case entityDeclaration
        /// There are more items than the limit.
        case tooManyItems
        /// There are more bytes than the limit.
        case tooManyBytes
    }

    /// What it cost.
    package enum Consequence: Hashable, Sendable {
        /// The story stands, without the part at fault.
        case mended
        /// The story is not given.
        case storyLost
        /// Nothing behind this place was read.
        case readingStopped
    }

    /// What was wrong.
    package let kind: Kind
    /// The item, counted from 1; `nil` where none is to blame.
    package let item: Int?
    /// The line on which the item, or else the fault, begins, counted from 1.
    package let line: Int
    /// What was found, on one line.
    package let what: String
}

extension FeedFault.Kind {
    /// What a fault of the kind costs.
    package var consequence: FeedFault.Consequence {
        switch self {
        case .missingTitle, .missingTime, .conflictingStory, .malformedItem: .storyLost
        case .repeatedStory, .unreadableTime, .futureTime, .unusableLink, .repairedText, .cutText,
            .untidyMarkup, .unknownColumn:
            .mended
        case .truncated, .malformed, .entityDeclaration, .tooManyItems, .tooManyBytes:
            .readingStopped
        }
    }
}

extension FeedFault: CustomStringConvertible {
    /// `item 3, line 41: published is "yesterday", which is no instant`.
    package var description: String {
        (item.map { "item \($0), " } ?? "") + "line \(line): " + what
    }
}
