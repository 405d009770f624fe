/// Units in which windows are counted.
enum TimeUnit: Int, Hashable, Sendable {
    case minute = 1
    case hour = 60
    case day = 1440
    case week = 10080
    case month = 43200
    case year = 525600
}
