/// How the lines of the cache lie across the octets of a column: each is the end of one octet and the
/// start of the next.
///
/// There are eight ways, types of their own, so that a loop is compiled for each and shifts in
/// registers.
protocol LineCut {
    /// How many numbers of the later octet a line takes, 1...8.
    static var taken: Int { get }
    /// The line that ends with so many numbers of `next`.
    static func line(_ held: Octet, _ next: Octet) -> Octet
}

enum LineTakingOne: LineCut {
    static var taken: Int { 1 }

    @inline(__always) static func line(_ held: Octet, _ next: Octet) -> Octet {
        held.moved(next.first)
    }
}

enum LineTakingTwo: LineCut {
    static var taken: Int { 2 }

    @inline(__always) static func line(_ held: Octet, _ next: Octet) -> Octet {
        Octet(held.second, held.third, held.fourth, next.first)
    }
}

enum LineTakingThree: LineCut {
    static var taken: Int { 3 }

    @inline(__always) static func line(_ held: Octet, _ next: Octet) -> Octet {
        LineTakingTwo.line(held, next).moved(next.second)
    }
}

enum LineTakingFour: LineCut {
    static var taken: Int { 4 }

    @inline(__always) static func line(_ held: Octet, _ next: Octet) -> Octet {
        Octet(held.third, held.fourth, next.first, next.second)
    }
}

enum LineTakingFive: LineCut {
    static var taken: Int { 5 }

    @inline(__always) static func line(_ held: Octet, _ next: Octet) -> Octet {
        LineTakingFour.line(held, next).moved(next.third)
    }
}

enum LineTakingSix: LineCut {
    static var taken: Int { 6 }

    @inline(__always) static func line(_ held: Octet, _ next: Octet) -> Octet {
        Octet(held.fourth, next.first, next.second, next.third)
    }
}

enum LineTakingSeven: LineCut {
    static var taken: Int { 7 }

    @inline(__always) static func line(_ held: Octet, _ next: Octet) -> Octet {
        LineTakingSix.line(held, next).moved(next.fourth)
    }
}

enum LineTakingEight: LineCut {
    static var taken: Int { 8 }

    @inline(__always) static func line(_ held: Octet, _ next: Octet) -> Octet {
        next
    }
}

extension Octet {
    /// The numbers but the first, then the first of `end`.
    @inline(__always) fileprivate func moved(_ end: Pair) -> Octet {
        Octet(
            .between(first, second), .between(second, third), .between(third, fourth),
            .between(fourth, end))
    }
}
