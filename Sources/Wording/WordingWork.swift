internal import Evidence
internal import Narrative
internal import Rendering

/// The work on one report: what was asked, what was refused, and whether to go on.
struct WordingWork {
    private let settings: ModelSettings
    /// How many sentences were to be reworded.
    private(set) var asked = 0
    /// What was not taken.
    private(set) var rejections: [Rejection] = []
    /// Why the model is asked no more.
    private(set) var trouble: String?
    private var misses = 0

    init(settings: ModelSettings) {
        self.settings = settings
    }

    // MARK: Asking

    /// What the model answers, without its reasoning; `nil` where nothing came.
    mutating func answer(
        _ paragraph: PromptedParagraph, by transport: inout some CompletionTransport,
        _ clock: some WaitingClock, progress: (Int) -> Void
    ) -> String? {
        guard trouble == nil, !paragraph.sentences.isEmpty else { return nil }
        let body = CompletionRequest(
            rules: PromptedParagraph.rules, question: paragraph.question, settings
        ).bytes
        var pause = settings.firstPause
        var last = ""
        for attempt in 0...settings.retries {
            if attempt > 0 {
                clock.wait(pause)
                pause *= 2
            }
            switch attempted(body, by: &transport, paragraph, progress) {
            case .success(let text):
                misses = 0
                return text
            case .failure(let miss):
                last = miss.why
                if miss.isFinal {
                    trouble = last
                    return nil
                }
            }
        }
        misses += 1
        if misses >= settings.patience { trouble = last }
        return nil
    }

    private struct Miss: Error {
        let why: String
        var isFinal = false
    }

    private func attempted(
        _ body: [UInt8], by transport: inout some CompletionTransport,
        _ paragraph: PromptedParagraph, _ progress: (Int) -> Void
    ) -> Result<String, Miss> {
        var reader = AnswerReader(maximumBytes: settings.maximumBytes)
        let enough = 4 * paragraph.question.utf8.count + 400
        var received = 0
        var looked = 0
        let end = transport.complete(body, within: settings.timeout) { bytes in
            reader.take(bytes)
            received += bytes.count
            progress(received)
            guard reader.fault == nil, !reader.isDone else { return false }
            // A reasoning block may be long: it is looked for once a kilobyte.
            let size = reader.content.utf8.count
            guard size >= enough, size >= looked + 1_024 else { return true }
            looked = size
            return ReasoningBlock.removed(from: reader.content).utf8.count < enough
        }
        switch end {
        case .timedOut: return .failure(Miss(why: "no answer in time"))
        case .failed(let why): return .failure(Miss(why: why))
        case .refused(let why): return .failure(Miss(why: why, isFinal: true))
        case .finished: reader.finish()
        }
        if let fault = reader.fault, reader.content.isEmpty || fault == .unreadable {
            return .failure(
                Miss(why: "an answer that is \(fault == .tooLong ? "too long" : "unreadable")"))
        }
        return .success(ReasoningBlock.removed(from: reader.content))
    }

    // MARK: Taking

    /// A paragraph with the sentences of an answer where they passed.
    mutating func taken(
        _ sentences: [Sentence], _ paragraph: PromptedParagraph, _ answer: String?, _ name: String
    ) -> [Sentence] {
        var taken = sentences
        asked += paragraph.sentences.count
        let fences = paragraph.sentences.map { Fence($0.sentence, labels: paragraph.labels) }
        let texts = answer.map { rewordings($0, fences) } ?? [:]
        for (index, item) in paragraph.sentences.enumerated() {
            let why = answer == nil ? trouble ?? "no answer" : "no sentence"
            let text = texts[index] ?? ""
            let verdict =
                texts[index] == nil
                ? .failure(Objection(.missing, why)) : fences[index].verdict(on: text)
            switch verdict {
            case .success(let sentence): taken[item.place] = sentence
            case .failure(let objection):
                rejections.append(Rejection(name, item.place + 1, objection, text))
            }
        }
        return taken
    }

    /// Which text of an answer rewords which sentence: by its label, else the sentence without one whose facts it cites most.
    private func rewordings(_ answer: String, _ fences: [Fence]) -> [Int: String] {
        let lines = AnswerLines(answer, count: fences.count)
        var texts: [Int: String] = [:]
        for (label, text) in lines.byLabel { texts[label - 1] = text }
        for text in lines.loose {
            let shared = fences.indices.filter { texts[$0] == nil }
                .map { (index: $0, count: fences[$0].countOfFacts(citedBy: text)) }
            guard let most = shared.map(\.count).max(), most > 0,
                let best = shared.first(where: { $0.count == most })
            else { continue }
            texts[best.index] = text
        }
        return texts
    }
}
