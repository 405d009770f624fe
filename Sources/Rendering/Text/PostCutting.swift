import Narrative

/// Cuts what a thread says into posts of a length, each with its opening, never inside a figure.
///
/// A post takes as many whole sentences as fit. A sentence that is longer than a post is cut at a space between words of
/// ours, with an ellipsis on both sides of the cut; what facts say is held together.
struct PostCutting {
    /// The language of the posts.
    let language: any PageLanguage
    /// The longest post with its number, in characters, wide ones counted twice.
    var longest = 280

    /// What a number with its point and space may take.
    private static let numbering = 5
    /// What somebody else's words may take: more than any figure, less than a post.
    private static let quotation = 120

    /// The posts, in their order.
    func posts(_ posts: [Post]) -> [Phrase] {
        posts.flatMap(cut)
    }

    private func cut(_ post: Post) -> [Phrase] {
        var opening = Phrase(post.opening, in: language)
        if !opening.isEmpty { opening.append(" ") }
        let room = longest - Self.numbering - opening.width
        var posts: [Phrase] = []
        var current = Phrase()
        for sentence in post.sentences {
            for part in parts(Phrase(sentence, in: language), room) where !part.isEmpty {
                if !current.isEmpty, current.width + 1 + part.width > room {
                    posts.append(current)
                    current = Phrase()
                }
                if !current.isEmpty { current.append(" ") }
                current.append(part)
            }
        }
        if !current.isEmpty { posts.append(current) }
        return posts.map { post in
            var whole = opening
            whole.append(post)
            return whole
        }
    }

    /// The sentence, in several parts where it is longer than the room.
    private func parts(_ sentence: Phrase, _ room: Int) -> [Phrase] {
        guard sentence.width > room else { return [sentence] }
        var parts: [Phrase] = []
        var rest = words(sentence)[...]
        while !rest.isEmpty {
            let count = fitting(rest, parts.isEmpty ? room - 1 : room - 3)
            var part = Phrase(parts.isEmpty ? "" : "… ")
            for (place, word) in rest.prefix(count).enumerated() {
                part.append(place == 0 ? word.withoutLeadingSpace : word)
            }
            rest = rest.dropFirst(count)
            if !rest.isEmpty { part.append("…") }
            parts.append(part)
        }
        return parts
    }

    /// How many of the words fit, at least one: all, or up to a mark between clauses in the second half, or up to the
    /// last space.
    private func fitting(_ words: ArraySlice<Phrase>, _ room: Int) -> Int {
        var used = 0
        var count = 0
        var clause = 0
        for word in words {
            used += word.width
            if used > room { return max(1, clause > 0 ? clause : count) }
            count += 1
            if used > room / 2, let last = word.text.last, ",;:".contains(last) { clause = count }
        }
        return count
    }

    /// The pieces between which a sentence may be cut, each with the space before it.
    private func words(_ sentence: Phrase) -> [Phrase] {
        var words: [Phrase] = []
        var word = Phrase()
        for run in sentence.runs {
            guard run.origin == nil else {
                word.append(DisplayWidth.truncated(run.text, to: Self.quotation), run.origin)
                continue
            }
            for (place, text) in run.text.split(separator: " ", omittingEmptySubsequences: false)
                .enumerated()
            {
                if place > 0 {
                    if !word.isEmpty { words.append(word) }
                    word = Phrase(" ")
                }
                word.append(String(text))
            }
        }
        return words + (word.isEmpty ? [] : [word])
    }
}

extension Phrase {
    /// The phrase from its first character that is no space.
    fileprivate var withoutLeadingSpace: Phrase {
        var phrase = Phrase()
        for run in runs {
            let text = phrase.isEmpty ? String(run.text.drop { $0 == " " }) : run.text
            phrase.append(text, run.origin)
        }
        return phrase
    }
}
