import Store

/// Small files of each kind as `downdraft.case/1` has them, written by hand.
enum SampleFiles {
    static func text(_ kind: RowKind) -> String {
        texts[kind] ?? ""
    }

    private static let texts: [RowKind: String] = [
        .assets: """
        asset,name,class,known
        BTC,Bitcoin,coin,2024-10-02T00:00:00Z
        USDT,"Tether, USD",stablecoin,2024-10-02T00:00:00Z

        """,
        .instruments: """
        instrument,venue,asset,coins_per_price,quote,known
        perp:binance:1000SHIB,binance,SHIB,1000,USDT,2024-10-23T04:00:00Z
        perp:binance:BTC,binance,BTC,1,USDT,2024-10-23T04:00:00Z

        """,
        .bars: GzipVectors.bars,
        .supplies: """
        asset,observed,known,rank,supply,price,cap
        BTC,2025-01-06T00:00:00Z,2025-01-06T00:00:00Z,1,19805934.0,98314.96,1947219400000.25
        NEW,2025-01-06T00:00:00Z,2025-01-06T00:00:00Z,200,1000,0,0

        """,
        .liquidations: """
        venue,asset,interval,open_time,known,long_usd,short_usd
        binance,BTC,4h,2025-01-27T08:00:00Z,2025-01-27T12:00:00Z,610151.24516,0
        binance,ETH,4h,2025-01-27T08:00:00Z,2025-01-27T12:00:00Z,1.5,2

        """,
        .liquidationEvents: """
        venue,asset,instrument,time,known,kind,side,order_price,average_price,ordered,filled,unit,contract_size,quanto_usd,event,number
        binance,BTC,perp:binance:BTC,2025-01-27T08:00:00.125Z,2025-01-27T08:00:01Z,liquidation,long,98000.5,98010,0.25,0.25,coins,1,,,0
        binance,BTC,perp:binance:BTC,2025-01-27T08:00:00.125Z,2025-01-27T08:00:01Z,liquidation,long,98000.5,98010,0.25,0.25,coins,1,,,1
        deribit,BTC,perp:deribit:BTC,2025-01-27T08:00:02Z,2025-01-27T08:00:02Z,adl,,,,500,,usd,10,,77,0
        x,ETH,perp:x:ETHUSD,2025-01-27T08:00:03Z,2025-01-27T08:00:03Z,insurance,short,3100,,2,2,quanto,,98000,a b,0

        """,
        .openInterest: """
        venue,asset,margin,interval,open_time,known,unit,open,high,low,close
        binance,BTC,coin,4h,2025-01-27T08:00:00Z,2025-01-27T12:00:00Z,usd,22,23,21,22.5
        binance,BTC,stablecoin,4h,2025-01-27T08:00:00Z,2025-01-27T12:00:00Z,coins,10,10,10,10

        """,
        .funding: """
        scope,asset,interval,open_time,known,open,high,low,close
        oi-weighted,BTC,4h,2025-01-27T08:00:00Z,2025-01-27T12:00:00Z,0.0001,0.0002,-0.00008,-1e-5
        oi-weighted,ETH,4h,2025-01-27T08:00:00Z,2025-01-27T12:00:00Z,0,0,0,0

        """,
        .takerFlow: """
        venue,asset,contracts,interval,open_time,known,unit,bought,sold
        binance,BTC,all,4h,2025-01-27T08:00:00Z,2025-01-27T12:00:00Z,usd,3300000000.5,3900000000
        binance,BTC,perp:binance:BTC,4h,2025-01-27T08:00:00Z,2025-01-27T12:00:00Z,coins,0,33000.125

        """,
        .depth: """
        venue,asset,interval,open_time,known,bid_usd,ask_usd
        binance,BTC,4h,2025-01-27T08:00:00Z,2025-01-27T12:00:00Z,193936046.1288,156977688.3032

        """,
        .closes: """
        series,day,known,value,unit
        macro:vix,2025-01-24,2025-01-24T21:00:00Z,14.85,points
        macro:vix,2025-01-27,2025-01-27T21:00:00Z,17.9,points

        """,
        .fundFlows: """
        fund,day,known,flow_usd
        us-bitcoin-spot,2025-01-24,2025-01-25T06:00:00Z,517700000.0
        us-bitcoin-spot,2025-01-27,2025-01-28T06:00:00Z,-457600000.0

        """,
        .events: """
        id,kind,subject,start,end,title,known,citation
        fomc,schedule,us-federal-reserve,2025-01-29T19:00:00Z,,Rate decision,2025-01-19T00:00:00Z,a calendar
        halt,outage,venue:x,2025-01-27T08:00:00Z,2025-01-27T09:00:00Z,"Orders fail, twice",2025-01-27T08:05:00Z,a page

        """,
        .headlines: """
        id,published,known,language,title,url
        hn:42,2025-01-27T02:42:54Z,2025-01-27T02:42:54Z,en,"He said ""sell"", twice",https://a.example/x?y=1
        readhub:8gD,2025-01-27T00:32:04.925Z,2025-01-27T00:32:04.925Z,zh,行情下跌,

        """,
        .sectors: """
        sector,asset,title,group,known,citation
        ai,FET,AI tokens,agents,2025-01-19T00:00:00Z,"a survey, 2025-01-07"
        ai,TAO,AI tokens,,2025-01-19T00:00:00Z,own judgement

        """,
        .themes: """
        theme,term,language,sector,known,citation
        ai,DeepSeek,en,ai,2025-01-19T00:00:00Z,a page
        rates,Fed,en,,2025-01-19T00:00:00Z,a page

        """,
        .tickers: """
        asset,ticker,kind,valid_from,valid_until,coins_per_unit,successor,known,citation
        AGIX,AGIX,merged,,2024-07-01T00:00:00Z,0.433350,FET,2024-07-01T00:00:00Z,"a guide, 2024"
        BEAM,BEAM,current,2023-10-26T00:00:00Z,,1,,2023-10-26T00:00:00Z,a page
        BEAM,BEAM,delisted,2023-10-26T00:00:00Z,2024-10-26T00:00:00Z,1,,2023-10-26T00:00:00Z,a page

        """,
        .published: """
        id,subject,measure,value,low,high,unit,known,digits,printed,reason
        ai-change,sector:ai,change.24h,-0.1,-0.105,-0.095,ratio,2025-01-27T12:00:00Z,2,10%,universe: theirs
        total,index:TOTAL,level,3380000000000,3375000000000,3385000000000,usd,2025-01-27T12:00:00Z,3,$3.38 trillion,

        """,
    ]
}
