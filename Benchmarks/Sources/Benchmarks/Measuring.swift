#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Processor seconds that this process has used, in user and system mode.
func processorSeconds() -> Double {
    var usage = rusage()
    // Glibc imports the selector as an enumeration.
    #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
    getrusage(RUSAGE_SELF, &usage)
    #endif
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

extension Duration {
    /// The length in seconds.
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}

/// The time of one call in nanoseconds: the median of several rounds, after a warm-up.
///
/// - Parameters:
///   - rounds: how many rounds are measured.
///   - calls: how many calls a round has.
///   - body: one call; its result keeps the compiler from dropping it.
func nanosecondsPerCall<Result>(rounds: Int = 9, calls: Int, _ body: () throws -> Result) rethrows -> Double {
    var times: [Double] = []
    for round in 0...rounds {
        let start = ContinuousClock.now
        for _ in 0..<calls { keep(try body()) }
        let elapsed = (ContinuousClock.now - start).seconds
        if round > 0 { times.append(elapsed * 1e9 / Double(calls)) }
    }
    return times.sorted()[times.count / 2]
}

/// Takes a value so that computing it is not dropped.
@inline(never)
func keep<Value>(_ value: Value) {}

/// A number with a fixed number of decimals.
func fixed(_ value: Double, _ decimals: Int = 1) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int64((value * scale).rounded())
    guard decimals > 0 else { return "\(scaled)" }
    let fraction = String(abs(scaled) % Int64(scale))
    let padded = String(repeating: "0", count: decimals - fraction.count) + fraction
    return "\(scaled < 0 ? "-" : "")\(abs(scaled) / Int64(scale)).\(padded)"
}

/// Text filled with spaces to a width.
func column(_ text: String, _ width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return right ? space + text : text + space
}
