internal import Market
package import Narrative
internal import Store

extension Engine {
    /// Holds a report that a file states against the same question asked again.
    ///
    /// - Input: both as JSON; `found` made by the command that `stated` says it was made by.
    /// - Output: a report of what differs and why; whether nothing does.
    /// - Throws: `EngineError.refused` where the first says no instant it was made as of.
    package func audit(
        _ stated: StatedReport, against found: StatedReport
    ) throws -> (report: Report, holds: Bool) {
        guard let asOf = Timestamp(stated.asOf) else {
            throw EngineError.refused("the report does not say as of when it was made")
        }
        let audit = ReportAudit(stated, against: found)
        let question = Question(asOf: asOf)
        var scribe = FactScribe(question)
        scribe.record(audit)
        let report = narrated(scribe.book, question, []) { narrator, _ in
            narrator.auditReport()
        }
        return (report, audit.holds)
    }
}
