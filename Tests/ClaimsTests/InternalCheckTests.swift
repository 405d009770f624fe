import Claims
import Market
import Testing

/// What arithmetic alone says, case by case; the sums are worked by hand in the comments.
@Suite struct InternalCheckTests {
    private let grammar: ClaimGrammar

    init() throws { grammar = ClaimGrammar(try ClaimCorpus.vocabulary()) }

    private func verdicts(_ text: String, published: CalendarDay? = nil) -> [Claim.Kind: [Verdict]]
    {
        let extraction = grammar.extraction(of: ArticleText(text))
        let findings = InternalCheck(extraction, published: published).findings
        return Dictionary(grouping: findings) { extraction.claims[$0.claim].kind }
            .mapValues { $0.map(\.verdict) }
    }

    /// 200 to 150 is -25 %; 200 to 151 is -24.5 %; 200 to 152.5 is -23.75 %.
    @Test(arguments: [
        ("25%", "$150", Verdict.confirmed), ("25%", "$151", .confirmed),
        ("25%", "$152.50", .internallyInconsistent), ("24%", "$152.50", .confirmed),
        ("23%", "$152.50", .approximatelyRight), ("over 25%", "$130", .internallyInconsistent),
        ("over 25%", "$140", .approximatelyRight),
        ("about 25%", "$152.00", .confirmed), ("nearly 25%", "$152.00", .confirmed),
        ("at least 20%", "$120", .confirmed),
    ])
    func movementsAreRecomputed(change: String, end: String, expected: Verdict) {
        let found = verdicts("Solana fell \(change) from $200.00 to \(end).")
        #expect(found == [.fromTo: [expected]])
    }

    /// What the ends allow is a range: 1 to 2, each printed in whole dollars, may be a rise of 1 % and
    /// more, for 1.49 to 1.51 print so.
    @Test func coarseEndsAllowMuch() {
        #expect(verdicts("Cardano rose 40% from $1 to $2.") == [.fromTo: [.confirmed]])
        #expect(
            verdicts("Cardano rose 40% from $1.00 to $2.00.") == [
                .fromTo: [.internallyInconsistent]
            ])
    }

    @Test(arguments: [
        ("Solana led the losses, down 9%. Cardano fell 8%.", Verdict.confirmed),
        ("Solana led the losses, down 9%. Cardano fell 12%.", .internallyInconsistent),
        ("Solana led the losses, down 9%. Cardano fell 9%.", .undecidableAtPrecision),
        ("Solana led the losses, down 9%. Cardano rose 12%.", .noData),
        ("Solana led the losses, down 9%. Cardano fell 12% this week.", .noData),
        ("Solana led the losses, down 9%. Cardano could fall 12%.", .noData),
        ("Solana led the losses among the majors, down 9%. Cardano fell 12%.", .noData),
        ("Solana led the losses.", .noData),
        ("Solana was the top gainer, up 9%. Cardano rose 12%.", .internallyInconsistent),
    ])
    func superlativesAreCompared(text: String, expected: Verdict) {
        #expect(verdicts(text)[.rank] == [expected])
    }

    /// 3.38 below an average of 3.38 may be true or false: 3.376 and 3.384 print so.
    @Test(arguments: [
        ("$3.38 trillion", Verdict.undecidableAtPrecision), ("$3.35 trillion", .confirmed),
        ("$3.37 trillion", .confirmed), ("$3.4 trillion", .undecidableAtPrecision),
    ])
    func sidesAreComparedAtTheirPrecision(value: String, expected: Verdict) {
        let text =
            "TOTAL fell 5.0% to \(value). TOTAL lost support of the 50-day SMA at $3.38 trillion."
        #expect(verdicts(text)[.levelStatus] == [expected])
    }

    /// 93 of 100 are 93 %.
    @Test func sharesAreRecomputed() {
        let text =
            "Liquidations reached $100 million. Long positions were $93 million, or 93% of the total."
        #expect(verdicts(text)[.share] == [.confirmed])
        let other =
            "Liquidations reached $100 million. Long positions were $93 million, or 89% of the total."
        #expect(verdicts(other)[.share] == [.internallyInconsistent])
    }

    @Test func repetitionsMustAgree() {
        let text =
            "Bitcoin is down 5% in the last 24 hours. Later, Bitcoin is down 8% in the last 24 hours."
        #expect(verdicts(text)[.change] == [.noData, .internallyInconsistent])
        let windows = "Bitcoin is down 5% in the last 24 hours. Bitcoin is down 8% this week."
        #expect(verdicts(windows)[.change] == [.noData, .noData])
    }

    @Test func weekdaysAreCompared() {
        // 27 January 2025 was a Monday: from a printed calendar.
        let published = CalendarDay("2025-01-27")
        let right = verdicts("Bitcoin fell 5% on Monday, Jan. 27.", published: published)
        #expect(right[.change] == [.noData])
        let wrong = verdicts("Bitcoin fell 5% on Tuesday, Jan. 27.", published: published)
        #expect(wrong[.change] == [.internallyInconsistent])
    }

    @Test func forecastsAndQuotationsAreNotChecked() {
        #expect(verdicts("Bitcoin could fall 50% from $90 to $80.")[.fromTo] == [.notCheckable])
        #expect(
            verdicts("\"Bitcoin fell 50% from $90 to $80,\" said Ada Roe.")[.fromTo] == [
                .notCheckable
            ])
    }

    /// The figures of a day in January 2025, told in other words: the faults are found, and nothing else.
    @Test func theFaultsOfADay() throws {
        let text = """
            Crypto sold off on Monday. TOTAL, the combined value of every coin there is, slid by more than \
            6.4% to around $3.38 trillion on Jan. 27.
            Render (RNDR) led the losses, down 14.6%. Near Protocol, The Graph and FET slid 11.4%, \
            11.41% and 10.41%, respectively.
            Node.AI (GPU) has shed more than 25% in the last 24 hours.
            The AI sector's market cap shrank by 10%, from $47.54 billion on Jan. 26 to $42.50 billion.
            Trading volume increased by more than 38% to $3.41 billion.
            Nearly $853 million was liquidated in the crypto market over the last 24 hours, $794 million \
            of it long liquidations. Bitcoin longs lost $247.95 million.
            TOTAL has lost the support of the 50-day SMA at $3.38 trillion. Its RSI fell from 57 on Jan. 24 to 43.
            """
        let article = ArticleText(text)
        let extraction = grammar.extraction(of: article)
        let findings = InternalCheck(extraction, published: CalendarDay("2025-01-27")).findings
        let kinds: [Claim.Kind] = [.rank, .fromTo, .levelStatus, .definition]
        let byKind = kinds.map { kind in
            findings.first { extraction.claims[$0.claim].kind == kind }
        }
        #expect(
            byKind.map { $0?.verdict } == [
                .internallyInconsistent, .approximatelyRight, .undecidableAtPrecision, .noData,
            ])
        #expect(byKind[3]?.reason == .definition)
        let volume = try #require(extraction.claims.firstIndex { $0.measure == .volume })
        #expect(findings[volume].isReferentAmbiguous)
        #expect(findings.count { $0.verdict == .internallyInconsistent } == 1)
        #expect(findings.count { $0.verdict == .refuted } == 0)
        #expect(findings.count { $0.isReferentAmbiguous } == 2)
    }
}
