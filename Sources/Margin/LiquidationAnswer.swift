internal import Market

/// When a position at a venue is liquidated, how that comes about, and on what it rests.
package struct LiquidationAnswer: Sendable {
    /// The venue's rules.
    package let profile: VenueProfile
    /// The account and its switches.
    package let solver: MarginSolver
    /// The position asked for.
    package let position: Position
    /// The prices at which it is liquidated.
    package let outcome: LiquidationOutcome
    /// Where nothing is left; `nil` where no price is.
    package let bankruptcyPrice: Double?
    /// Equity and requirement now.
    package let ratio: MarginRatio
    /// The least close that restores the requirement now.
    package let close: RestoringClose
    /// The computation line by line.
    package let steps: MarginSteps
    /// Who published the maintenance margin; `nil` where the question gave a rate.
    package let maintenanceCitation: Citation?
    /// How well it is known to hold then; `nil` as above.
    package let standing: ListedContract.Standing?
    /// What a reader has to know of how sure this is, as sentences; the profile's gaps come last.
    package let caveats: [String]

    /// Answers a question.
    ///
    /// Throws where the venue, its rules of that time, the contract, its maintenance margin or a fee that
    /// counts are not known, and where a figure of the question is none or impossible.
    package init(_ question: LiquidationQuestion) throws(MarginError) {
        let profile = try VenueProfile.known(question.venue, at: question.instant)
        let listed = try profile.contract(on: question.asset)
        let found = listed.rule(at: question.instant)
        let rule = try Self.rule(question, listed, found?.rule.rule)
        let position = try Position(
            contract: listed.terms, side: question.side, contracts: question.size,
            entryPrice: question.entryPrice, markPrice: question.markPrice, maintenance: rule)
        let conventions = try profile.conventions(
            mode: question.mode, takerFeeRate: question.takerFeeRate)
        let account = try MarginAccount(
            collateral: try Self.collateral(question.backing, of: position),
            positions: [position] + question.others)
        let solver = try MarginSolver(account, conventions)
        let fee = profile.liquidationFeeRate ?? 0
        self.profile = profile
        self.solver = solver
        self.position = position
        outcome = try solver.liquidation(of: listed.terms.id)
        bankruptcyPrice = try solver.bankruptcyPrice(of: listed.terms.id)
        ratio = try solver.marginRatio
        close = try solver.restoringClose(
            of: listed.terms.id, question.side, closingFeeRate: fee)
        steps = try MarginSteps(solver, listed.terms.id, question.side, closingFeeRate: fee)
        let isGiven = question.maintenanceRate != nil
        maintenanceCitation = isGiven ? nil : found?.rule.citation
        standing = isGiven ? nil : found?.standing
        caveats = Self.caveats(question, profile, isGiven ? nil : found?.standing)
    }

    private static func rule(
        _ question: LiquidationQuestion, _ listed: ListedContract, _ known: MaintenanceRule?
    ) throws(MarginError) -> MaintenanceRule {
        if let rate = question.maintenanceRate { return try .rate(rate) }
        guard let known else { throw .maintenanceUnknown(listed.asset, question.venue) }
        return known
    }

    private static func collateral(
        _ backing: LiquidationQuestion.Backing, of position: Position
    ) throws(MarginError) -> Double {
        switch backing {
        case .leverage(let leverage): try position.initialMargin(leverage: leverage)
        case .collateral(let amount): try MarginField.collateral.positive(amount)
        }
    }

    private static func caveats(
        _ question: LiquidationQuestion, _ profile: VenueProfile,
        _ standing: ListedContract.Standing?
    ) -> [String] {
        var caveats: [String] = []
        switch standing {
        case .lastSeen(let day):
            caveats.append(
                "The tiers were last seen on \(day); whether they held on \(question.instant.day) is not known."
            )
        case .undated: caveats.append("The source of the tiers has no date.")
        case .inForce, nil: break
        }
        if question.maintenanceRate != nil {
            caveats.append("The maintenance rate was given, for every size; tiers are left out.")
        }
        if question.markPrice == nil {
            caveats.append("No mark price was given; the position is taken at its entry price.")
        }
        if case .leverage = question.backing {
            caveats.append("Fees paid to open and funding are left out of the margin.")
        }
        if profile.liquidationFeeRate == nil {
            caveats.append(
                "What the venue charges for a liquidation is not known and counted as nothing.")
        }
        return caveats + profile.gaps
    }
}
