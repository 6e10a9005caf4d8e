/// A time on the scheduler's own clock, or between two such times, in seconds.
///
/// The clock starts anywhere and never goes back; it has nothing to do with the time of day.
typealias Seconds = Double
