import Foundation
import Testing
import WhatsAppConversations

@Suite("Days, months and time zones")
struct TimeTests {
    @Test("of the calendar agree with Foundation's, leap days included")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let zone = BusinessTimeZone.utc
        // Every day of four centuries at its first and last second.
        var date = try instant("1899-12-31T00:00:00Z")
        for _ in 0..<146_100 {
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let found = zone.date(at: date)
            let sameDay =
                found.year == parts.year && found.month == parts.month && found.day == parts.day
                && zone.date(at: date.addingTimeInterval(86_399)) == found
            #expect(sameDay)
            date.addTimeInterval(86_400)
        }
    }

    @Test("are read and written in one form")
    func text() throws {
        #expect(try day("2028-02-29").description == "2028-02-29")
        #expect(CalendarDate("0001-01-01")?.description == "0001-01-01")
        for text in [
            "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-10-00", "2026-04-31", "2026-1-1", "",
            "0000-01-01", "2026-10-01x", "2026/10/01", "২০২৬-10-01",
        ] {
            #expect(CalendarDate(text) == nil)
        }
        #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
        #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
        #expect(BillingMonth("2025-11")?.description == "2025-11")
        #expect(BillingMonth("2025-13") == nil)
        #expect(BillingMonth("2025-1") == nil)
        #expect(BillingMonth(year: 2026, month: 0) == nil)
        #expect(try day("2026-09-30") < day("2026-10-01"))
        #expect(try day("2026-12-31").billingMonth < day("2027-01-01").billingMonth)
        let stored = try JSONEncoder().encode([try day("2026-10-01")])
        #expect(String(decoding: stored, as: UTF8.self) == #"["2026-10-01"]"#)
        #expect(try JSONDecoder().decode([CalendarDate].self, from: stored) == [day("2026-10-01")])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([BillingMonth].self, from: Data(#"["2026-13"]"#.utf8))
        }
    }

    @Test(
        "turn at the account's midnight",
        arguments: [
            ("America/Sao_Paulo", "2026-10-01T02:59:59Z", "2026-10-01T03:00:00Z"),
            ("Asia/Kolkata", "2026-09-30T18:29:59Z", "2026-09-30T18:30:00Z"),
            ("UTC", "2026-09-30T23:59:59Z", "2026-10-01T00:00:00Z"),
            ("America/Los_Angeles", "2026-10-01T06:59:59Z", "2026-10-01T07:00:00Z"),
        ])
    func monthTurn(name: String, before: String, after: String) throws {
        let zone = try businessTimeZone(
            name, from: instant("2020-01-01T00:00:00Z"), to: instant("2030-01-01T00:00:00Z"))
        #expect(zone.date(at: try instant(before)) == (try day("2026-09-30")))
        #expect(zone.date(at: try instant(after)) == (try day("2026-10-01")))
        #expect(zone.month(at: try instant(before)).description == "2026-09")
        #expect(zone.month(at: try instant(after)).description == "2026-10")
    }

    @Test(
        "follow daylight saving time as Foundation does",
        arguments: ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo"])
    func daylightSaving(name: String) throws {
        let start = try instant("2017-01-01T00:00:00Z")
        let end = try instant("2028-01-01T00:00:00Z")
        let zone = try businessTimeZone(name, from: start, to: end)
        let reference = try #require(TimeZone(identifier: name))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = reference
        var date = start
        while date < end {
            #expect(zone.offset(at: date) == reference.secondsFromGMT(for: date))
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            #expect(zone.date(at: date) == CalendarDate(year: parts.year!, month: parts.month!, day: parts.day!))
            date.addTimeInterval(9 * 3_600 + 1_801)
        }
        for transition in zone.transitions {
            #expect(zone.offset(at: transition.at) == transition.offset)
            #expect(
                zone.offset(at: transition.at.addingTimeInterval(-1))
                    == reference.secondsFromGMT(for: transition.at.addingTimeInterval(-1)))
        }
        let stored = try JSONEncoder().encode(zone)
        #expect(try JSONDecoder().decode(BusinessTimeZone.self, from: stored) == zone)
    }

    @Test("of zones with transitions in any order are the same")
    func sorting() throws {
        let first = BusinessTimeZone.Transition(at: try instant("2026-03-29T01:00:00Z"), offset: 7_200)
        let second = BusinessTimeZone.Transition(at: try instant("2026-10-25T01:00:00Z"), offset: 3_600)
        let zone = BusinessTimeZone(initialOffset: 3_600, transitions: [second, first])
        #expect(zone == BusinessTimeZone(initialOffset: 3_600, transitions: [first, second]))
        #expect(zone.offset(at: try instant("2026-07-01T00:00:00Z")) == 7_200)
        #expect(zone.offset(at: .distantPast) == 3_600)
    }

    @Test("of instants that are none do not trap", arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300])
    func nonsense(seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        let zone = BusinessTimeZone(initialOffset: .max)
        #expect(!zone.date(at: date).description.isEmpty)
        #expect(!BusinessTimeZone.utc.month(at: date).description.isEmpty)
    }

    @Test(
        "on which prices may change follow the published calendar",
        arguments: [
            ("2026-10-01", "2027-01-01"), ("2026-12-31", "2027-01-01"), ("2027-01-01", "2027-04-01"),
            ("2026-06-30", "2026-07-01"), ("2026-07-01", "2026-10-01"), ("2024-02-29", "2024-04-01"),
        ])
    func pricingCalendar(date: String, next: String) throws {
        #expect(try day(date).nextPricingDate == day(next))
    }
}
