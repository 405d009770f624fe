extension FieldWords {
    /// What articles about crypto speak of beside it: other markets and companies, by the name we give them.
    ///
    /// Their figures are claims about something that no store of ours holds, and about nothing else.
    static let outsiders: [(name: String, phrases: String)] = [
        ("S&P 500", "S&P 500 futures|S&P 500|S&P|标普500|标普"),
        ("Nasdaq", "Nasdaq 100 futures|Nasdaq 100|Nasdaq Composite|Nasdaq futures|Nasdaq|纳斯达克|纳指"),
        ("Dow Jones", "Dow Jones|the Dow|道指|道琼斯"),
        ("Nvidia", "Nvidia's stock|Nvidia shares|Nvidia|英伟达股价|英伟达"),
        ("Gold", "gold futures|spot gold|gold|el oro|黄金"),
        ("Oil", "crude oil|oil prices|oil|crude|Brent|el petróleo|原油|油价"),
        (
            "Stocks",
            "tech stocks|U.S. stocks|US stocks|stock futures|stocks|equities|las acciones|美股|股市"
        ),
        ("Treasury yields", "Treasury yields|bond yields|yields|美债收益率"),
        ("US dollar", "US dollar index|dollar index|the greenback|índice dólar|美元指数"),
        (
            "Shares",
            "its shares|its stock|their shares|the company's shares|company shares|sus acciones|其股价"
        ),
        ("Coinbase", "Coinbase shares|Coinbase's stock|Coinbase stock"),
        ("Nikkei", "Nikkei 225|Nikkei|日经225|日经"),
    ]
}
