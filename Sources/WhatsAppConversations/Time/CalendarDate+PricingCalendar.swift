extension CalendarDate {
    /// The first day after this one on which prices may change: 1 January, 1 April, 1 July or 1 October.
    ///
    /// Source: the platform's published pricing calendar (pricing reference §0.6, November 2026).
    public var nextPricingDate: CalendarDate {
        let (year, month, _) = components
        let quarter = (month - 1) / 3 + 1
        let next = quarter == 4 ? (year + 1, 1) : (year, quarter * 3 + 1)
        return CalendarDate(year: next.0, month: next.1, day: 1) ?? CalendarDate(daysSince1970: .max)
    }

    /// 2025-07-01: per-message pricing began, and with it the quarterly calendar.
    static let quarterlyPricingBegan = CalendarDate(daysSince1970: 20_270)
}
