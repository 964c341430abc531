import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Two accounts of the same spans, part by part.
struct Comparison {
    private struct Ours {
        var volume = 0
        var cost: Money
        var ceiling: Money
        var unpriced = 0
    }

    private struct Theirs {
        var volume: Int?
        var cost: Money?
    }

    let currency: Currency
    let tolerance: Money?
    var splitsNumbers = false
    var splitsCountries = false
    var splitsCategories = false
    var splitsTypes = false
    private var ours: [Disagreement.Slice: Ours] = [:]
    private var theirs: [Disagreement.Slice: Theirs] = [:]
    /// Countries that share a calling code, by each of them.
    private var shared: [String: String] = [:]

    init(currency: Currency, tolerance: Money?) {
        self.currency = currency
        self.tolerance = tolerance
    }

    /// The spans of an answer in the order of time, each once. They do not overlap.
    static func spans(_ spans: [(start: Date, end: Date)]) -> [(start: Date, end: Date)] {
        var ends: [Date: Date] = [:]
        for span in spans { ends[span.start] = max(ends[span.start] ?? span.end, span.end) }
        return ends.map { (start: $0.key, end: $0.value) }.sorted { $0.start < $1.start }
    }

    /// Adds a charge to the span that it lies in.
    mutating func addOurs(
        _ charge: Charge, category: Pricing.Category?, type: String?, spans: [(start: Date, end: Date)]
    ) throws(MoneyError) {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].start <= charge.deliveredAt { low = middle + 1 } else { high = middle }
        }
        guard low > 0, charge.deliveredAt < spans[low - 1].end else { return }
        let span = spans[low - 1]
        var country: String?
        if splitsCountries {
            let codes = (charge.market?.countries ?? []).map(\.code).sorted()
            country = codes.joined(separator: "/")
            if codes.count > 1 { for code in codes { shared[code] = country } }
        }
        let slice = Disagreement.Slice(
            start: span.start, end: span.end, phoneNumber: splitsNumbers ? charge.displayNumber ?? "" : nil,
            country: country, category: splitsCategories ? category : nil, type: splitsTypes ? type : nil)
        var sum = ours[slice] ?? Ours(cost: .zero(currency), ceiling: .zero(currency))
        sum.volume += 1
        switch charge.price {
        case .exact(let money) where money.currency == currency: sum.cost = try sum.cost.adding(money)
        case .free: break
        case .ceiling(let money, _) where money.currency == currency:
            sum.ceiling = try sum.ceiling.adding(money)
        default: sum.unpriced += 1
        }
        ours[slice] = sum
    }

    /// Adds a point of the platform's answer. All of ours are there.
    mutating func addTheirs(_ slice: Disagreement.Slice, volume: Int?, cost: Money?) throws(MoneyError) {
        var slice = slice
        slice.country = slice.country.map { shared[$0] ?? $0 }
        var sum = theirs[slice] ?? Theirs()
        if let volume {
            let (total, isTooLarge) = (sum.volume ?? 0).addingReportingOverflow(volume)
            sum.volume = isTooLarge ? .max : total
        }
        if let cost { sum.cost = try (sum.cost ?? .zero(currency)).adding(cost) }
        theirs[slice] = sum
    }

    /// Every slice in which the sides differ, in the order of time and names.
    func disagreements() throws(MoneyError) -> [Disagreement] {
        let hasVolume = theirs.values.contains { $0.volume != nil }
        let hasCost = theirs.values.contains { $0.cost != nil }
        let slices = Set(ours.keys).union(theirs.keys).sorted { Self.order($0) < Self.order($1) }
        var found: [Disagreement] = []
        for slice in slices {
            let mine = ours[slice] ?? Ours(cost: .zero(currency), ceiling: .zero(currency))
            let other = theirs[slice]
            let volume = other?.volume ?? 0
            if hasVolume, volume != mine.volume {
                found.append(
                    .init(
                        subject: .slice(slice), aspect: .volume, ours: .count(mine.volume), platform: .count(volume)))
            }
            // A cost that the platform withholds, or of which we know a part only, is not compared.
            guard hasCost, mine.unpriced == 0, other == nil || other?.cost != nil else { continue }
            let cost = other?.cost ?? .zero(currency)
            let most = try mine.cost.adding(mine.ceiling)
            let allowed = tolerance ?? .zero(currency)
            let isBelow = try cost.adding(allowed).isLess(than: mine.cost)
            let isAbove = try most.adding(allowed).isLess(than: cost)
            if isBelow || isAbove {
                found.append(
                    .init(
                        subject: .slice(slice), aspect: .cost,
                        ours: mine.ceiling.isZero ? .money(mine.cost) : .ceiling(most), platform: .money(cost)))
            }
        }
        return found
    }

    private static func order(_ slice: Disagreement.Slice) -> (Date, String) {
        let names = [slice.phoneNumber, slice.country, slice.category?.rawValue, slice.type].map { $0 ?? "" }
        return (slice.start, names.joined(separator: "\u{1F}"))
    }
}
