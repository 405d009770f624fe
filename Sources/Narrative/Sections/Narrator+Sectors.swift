internal import Evidence

extension Narrator {
    /// Which sector was exposed, and its tokens.
    var sectors: Section? {
        let moves = sectorMoves
        guard !moves.isEmpty else { return nil }
        var blocks: [Block] = [.paragraph(sectorWords), .table(sectorTable(moves))]
        if let sector = exposed {
            let members = members(of: sector.subject)
            let worst = Array(members.prefix(Self.shownMembers))
            let largest = largest(of: members)
            blocks += [
                .table(
                    memberTable("worst", phrases.members(of: sector.title, fell: marketFell), worst)
                ),
                .table(
                    memberTable("largest", phrases.largestContributions(of: sector.title), largest)),
                .chart(moverChart(sector.title, worst + largest.filter { !worst.contains($0) })),
            ]
        }
        return section("sectors", .sectors, blocks)
    }

    private static let shownMembers = 8

    private var sectorMoves: [Fact] {
        ranked(.change(window), kind: "sector", by: marketFell ? { $0 < $1 } : { $0 > $1 })
    }

    /// What the sector did, and why the focus is on it.
    var sectorWords: [Sentence] {
        guard let sector = exposed, let change = exposedChange, let first = sectorMoves.first,
            let title = fact(.title, first.subject)
        else { return [] }
        let furthest =
            first.subject == sector.subject
            ? phrases.furthestSector(change)
            : phrases.furthestSector(SectorChange(title: title, change: first), focus: change)
        let excess = fact(.excess(window), sector.subject).map { phrases.excess($0) }
        let beyond = strongestGroup(of: sector.subject).map {
            phrases.focus(on: sector.title, $0)
        }
        return [furthest, excess, beyond].compactMap { $0 }
    }

    private func sectorTable(_ moves: [Fact]) -> Table {
        Table(
            "sectors", phrases.caption(.sectors),
            columns: [
                words(.sector), figures(.assets), figures(.capitalisation), figures(.change),
                figures(.correlation), figures(.beta), figures(.beyondBeta), figures(.range),
            ],
            rows: moves.flatMap { move in
                [sectorRow(move.subject, indented: false)] + groupRows(of: move.subject)
            })
    }

    private func groupRows(of sector: Subject) -> [[Sentence]] {
        guard exposed?.subject == sector else { return [] }
        return book.all(.change(window))
            .filter { $0.subject.parent == sector }
            .sorted { ($0.number ?? 0, $0.subject) < ($1.number ?? 0, $1.subject) }
            .map { sectorRow($0.subject, indented: true) }
    }

    private func sectorRow(_ subject: Subject, indented: Bool) -> [Sentence] {
        let title = cell(fact(.title, subject))
        return [
            indented ? "– \(title)" : title, cell(fact(.members, subject)),
            cell(fact(.cap, subject)), cell(fact(.change(window), subject), .signed),
            cell(fact("correlation", subject)), cell(fact("beta", subject)),
            cell(fact(.abnormal(window), subject), .signed),
            cell(fact(.abnormal(window), subject), .interval),
        ]
    }

    /// The members of a sector as the book ranks them, each as its change.
    func members(of sector: Subject) -> [Fact] {
        let names = (1...).lazy.map { self.fact(Measure("member.\($0)"), sector) }
            .prefix { $0 != nil }
        let changes = names.compactMap { name -> Fact? in
            guard case .text(let asset)? = name?.value else { return nil }
            return fact(.change(window), Subject("asset:\(asset)"))
        }
        return marketFell ? Array(changes) : changes.reversed()
    }

    private func largest(of members: [Fact]) -> [Fact] {
        let sized = members.compactMap { change in
            fact(.contribution(window), change.subject).map { (change, abs($0.number ?? 0)) }
        }
        return sized.sorted { ($1.1, $0.0.subject) < ($0.1, $1.0.subject) }
            .prefix(Self.shownMembers).map(\.0)
    }

    private func memberTable(_ id: String, _ caption: Sentence, _ changes: [Fact]) -> Table {
        Table(
            id, caption,
            columns: [
                words(.token), words(.name), figures(.price), figures(.change),
                figures(.contribution), figures(.volume),
            ],
            rows: changes.map { change in
                let subject = change.subject
                return [
                    "\(subject: change)", cell(fact(.title, subject)),
                    cell(fact(.price, subject), .exact), "\(change, .signed)",
                    cell(fact(.contribution(window), subject), .signed),
                    cell(fact(.volume(window), subject)),
                ]
            })
    }

    private func moverChart(_ title: Fact, _ changes: [Fact]) -> Chart {
        let ordered = changes.sorted { ($0.number ?? 0, $0.subject) < ($1.number ?? 0, $1.subject) }
        return Chart(
            "movers", phrases.caption(.movers),
            summary: ordered.first.map { phrases.memberBars(of: title, first: $0) } ?? "",
            plot: .bars(BarPlot(ordered)))
    }
}
