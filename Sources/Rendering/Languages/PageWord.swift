/// The words and sentences of a page itself, which stand on it whatever the report says.
enum PageWord: CaseIterable {
    case skip, thin, thinPointer, thinAtTheEnd, leansOnThis, missing, sources, footer
    case chart, table, figuresBehind
    case sourceTitle, sourcePublisher, sourceLicence, sourceState, sourceNote
    case noData, undecidable, last, most
    case of, value, between, standing, bars, levels, level, lines, marks, time, whatHappened
    case runs, day, moment, when, earliest, latest, what
    case to, on, at, atItsEnd
    case receiptOf, receiptRows, receiptMore, receiptFrom, receiptObserved, receiptAsOf,
        receiptSource, receiptNoSource,
        receiptNamed
}
