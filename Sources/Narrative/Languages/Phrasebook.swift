/// How a language says what a narrator has to say.
///
/// The narrator decides which facts and blocks a section has; a phrasebook holds one method a sentence, which
/// takes those facts and gives the sentence. A language is one type that conforms, and the compiler asks for
/// every sentence of it. Every method returns a whole sentence, or a phrase where its name says so.
protocol Phrasebook: HeadingPhrases, AnswerPhrases, MarketPhrases, ChartPhrases, CausePhrases,
    GapPhrases, ThreadPhrases, ContextPhrases, LeveragePhrases
{}
