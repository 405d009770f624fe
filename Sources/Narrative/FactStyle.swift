/// How the value of a fact is to be read; the renderer turns it into characters.
public enum FactStyle: Hashable, Sendable {
    /// As its unit asks: `$3.30T`, `−6.71 %`, `43.7`, `27 January 2025 12:00 UTC`.
    case plain
    /// Without its sign, where the words say the direction: `fell 6.71 %`.
    case magnitude
    /// With its sign even when positive: `+1.20 %`.
    case signed
    /// With every digit that matters, for prices of coins: `$0.16689`.
    case exact
    /// With at most six digits that matter, for prices that were computed: `$98,946.1`.
    case fine
    /// The lowest and highest it may be: `$1.20B to $1.40B`.
    case interval
    /// The lowest and highest it may be, with the two digits that a simulation can vouch for:
    /// `0.64 % to 42 %`, `$36M to $1.3B`; without bounds the value alone.
    case rough
    /// Rounded to a power of ten of what a reader sees, as another text prints it: to whole percent at 0, to
    /// tens of millions of dollars at 7.
    case places(Int)
    /// The clock time of an instant: `12:00 UTC`.
    case clock
    /// The day of an instant or a day: `27 January 2025`.
    case date
    /// Day and clock time of an instant, short: `27 Jan 12:00`.
    case moment
}
