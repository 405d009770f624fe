/// Which words a sentence may hold that its template does not, and which may not come or go unnoticed.
///
/// The fence knows a word or refuses it: a list of what is forbidden would always be one synonym short.
/// Dramatic words (`plunged`, `soared`) are refused even where the sign is right: no fact measures drama.
enum WordLexicon {
    /// A way a price can go.
    enum Direction: Hashable, Sendable {
        case up, down

        /// Whether a number goes this way.
        func agrees(with number: Double) -> Bool { self == .up ? number > 0 : number < 0 }
    }

    /// Words that say nothing of the market by themselves.
    static let plain = words(
        """
        a an the this that these those it its itself they their them which who whose there here he she i we
        of in on at by for with within from to into onto between among amongst across during against per via as
        through toward towards out off and or while whereas also yet though although however but
        is are was were be been being am has have had having do does did
        stood stands stand standing reads read reading shows show showed shown showing sits sat lies lay lying
        came comes coming amounts amounted measured measures measure recorded records saw sees seen noted notes
        registered posted equals equal represents represented
        value values figure figures percentage part parts
        meanwhile than such
        """
    )

    /// Words that change what is claimed: a rewording has each exactly as often as the template.
    static let qualifiers = words(
        """
        not no none never nor neither without cannot hardly least might may could would should can must will shall
        unexplained undecidable expected estimated likely probably possibly coincided coincide coincides
        every all each any only alone most some several few many both much further furthest highest lowest largest
        smallest worst best earliest latest almost nearly approximately roughly about around over exactly
        still already again
        """
    )

    /// The qualifiers that deny what follows.
    static let negations = words("not no none never nor neither without cannot hardly")

    /// Words that say that one thing made another happen.
    static let causal = words(
        """
        because caused cause causes causing due drove driven drives drive driving triggered trigger triggers
        triggering sparked sparks sparking prompted prompts led leads leading owing thanks hence therefore thus
        consequently consequence consequences result results resulted resulting blamed blame blames reason reasons
        attributed attributable attributes explain explains explained explaining explanation fuelled fueled fuels
        pushed pushes pushing dragged drags dragging sent sends sending forced forces forcing responsible
        contributed contributes contributing weighed weighs hit hits so after following amid
        """
    )

    /// Words of dates and times.
    static let dates = words(
        """
        january february march april june july august september october november december monday tuesday wednesday
        thursday friday saturday sunday today yesterday tomorrow tonight week weeks weekly month months monthly year
        years yearly quarter days daily hour h hourly minute minutes midnight noon morning evening night overnight
        recently lately utc est cet weekend since until ago
        """)

    /// Words that stand for numbers.
    static let numbers = words(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand
        thousands million millions billion billions trillion trillions dozen dozens half halves halved third thirds
        fourth fifth sixth seventh eighth ninth tenth tenths quarters double doubled doubles twice triple tripled
        thrice fold couple pair majority minority first second secondly once % pp dollar dollars usd cents points
        percent bps
        """
    )

    private static let movement: [Direction: Set<String>] = [
        .down: words(
            """
            fell fall falls falling fallen drop drops dropped dropping decline declines declined declining decrease
            decreases decreased decreasing lost lose loses losing loss losses slipped slip slips slipping lower
            lowered down
            """),
        .up: words(
            """
            rose rise rises rising risen gain gains gained gaining climb climbs climbed climbing increase increases
            increased increasing advance advances advanced advancing grew grow grows growing up higher
            """),
    ]

    private static let position: [Direction: Set<String>] = [
        .down: ["below", "under", "beneath", "underneath"], .up: ["above"],
    ]

    /// Directions with a judgement in them.
    static let dramatic = words(
        """
        plunged plunge plunges plunging crashed crash crashes crashing soared soar soars soaring surged surge surges
        surging tumbled tumble tumbles plummeted plummet collapsed collapse cratered sank sink sinks skyrocketed
        jumped jump jumps rallied rally rallies slumped slump spiked spike tanked bled bleeding bleed shed sheds slid
        slide slides retreated retreat rebounded rebound recovered recover recovery bullish bearish dived dove
        nosedived mooned exploded melted meltdown rout bloodbath carnage sell-off selloff downturn upturn downward
        upward uptrend downtrend
        """)

    /// The way a word points, and whether it tells a place or a movement; `nil` for other words.
    static func direction(of word: String) -> (direction: Direction, isPlace: Bool)? {
        for way in [Direction.down, .up] {
            if movement[way]?.contains(word) ?? false { return (way, false) }
            if position[way]?.contains(word) ?? false { return (way, true) }
        }
        return nil
    }

    /// Words that tell one figure of a sentence from the next: windows, sides, order, kinds of average.
    static let contrasts = words(
        """
        window days week weeks month months year years h midnight today yesterday long longs short shorts bid bids
        ask asks before after earlier later previous first last latest earliest now then mean middle median average
        deviation highest lowest stablecoins stablecoin coins coin assets venue members own others
        """)

    /// What the words of a sentence call what facts are about; `market` for any index.
    static let subjects: [String: String] = [
        "bitcoin": "asset:BTC", "btc": "asset:BTC", "ether": "asset:ETH", "ethereum": "asset:ETH",
        "eth": "asset:ETH", "index": "market", "market": "market", "total": "market",
        "binance": "venue:binance",
    ]

    /// The value of a cardinal from zero to twenty; `nil` for other words.
    static func cardinal(_ word: String) -> Int? { cardinals.firstIndex(of: word) }

    private static let cardinals = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen", "twenty",
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
