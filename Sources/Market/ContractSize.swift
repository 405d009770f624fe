/// What one contract is, which turns a quantity and a price into dollars.
public enum ContractSize: Hashable, Sendable {
    /// So many coins, quoted in dollars or a dollar stablecoin: dollars are quantity x coins x price.
    case linear(coins: Double)
    /// So many dollars, settled in coins: dollars are quantity x dollars at any price. A quantity that the
    /// venue gives in dollars already is one of a contract of one dollar.
    case inverse(dollars: Double)
    /// So many units of a third asset for each point of the price: dollars are quantity x units x price x
    /// what a unit is worth in dollars.
    case quanto(unitsPerPoint: Double, dollarsPerUnit: Double)
}
