import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("The earlier pricing models")
struct EraTests {
    let customer: Recipient = "+5511987654321"
    let pricing = Pricing(currency: .usd)
    /// Nothing is left of free units.
    let used = MonthlyUsage(serviceMessages: 1_000, conversations: 1_000)

    /// Sends and delivers.
    @discardableResult
    private func send(
        _ message: Pricing.Message, _ conversation: inout Conversation, _ at: Date, _ pricing: Pricing? = nil
    ) -> Quote {
        let quote = (pricing ?? self.pricing).quote(message, to: customer, in: conversation, at: at, usage: used)
        if quote.isAllowed { conversation.apply(quote.delivered(at: at)) }
        return quote
    }

    private func quote(
        _ message: Pricing.Message, in conversation: Conversation = Conversation(), on text: String
    ) throws -> Quote {
        pricing.quote(message, to: customer, in: conversation, at: try instant(text), usage: used)
    }

    private func written(_ text: String) throws -> Conversation {
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: try instant(text)))
        return conversation
    }

    @Test(
        "begin and end at midnight of the account",
        arguments: ["UTC", "America/Sao_Paulo", "Asia/Kolkata"],
        [
            ("2022-02-01", "NBP", "CBP-1"), ("2023-06-01", "CBP-1", "CBP-2"),
            ("2024-11-01", "CBP-2", "CBP-2, service free"), ("2025-07-01", "CBP-2, service free", "PMP-1"),
            ("2026-02-16", "PMP-1", "PMP-1 + AI provider charge"),
            ("2026-08-01", "PMP-1 + AI provider charge", "PMP-1 + MBA"), ("2026-10-01", "PMP-1 + MBA", "PMP-2"),
        ])
    func midnights(zoneName: String, change: (day: String, before: String, after: String)) throws {
        let zone = try businessTimeZone(
            zoneName, from: instant("2015-01-01T00:00:00Z"), to: instant("2030-01-01T00:00:00Z"))
        let noon = try instant(change.day + "T00:00:00Z")
        let midnight = noon.addingTimeInterval(-Double(zone.offset(at: noon)))
        let pricing = Pricing(currency: .usd, timeZone: zone)
        func model(_ date: Date) -> String? {
            pricing.quote(.template(.utility), to: customer, in: Conversation(), at: date).model?.name
        }
        #expect(model(midnight.addingTimeInterval(-1)) == change.before)
        #expect(model(midnight) == change.after)
        #expect(PricingModel.all.first { $0.name == change.after }?.effectiveFrom == CalendarDate(change.day))
    }

    @Test("of notifications charge templates outside the session, at prices that nobody knows")
    func notifications() throws {
        let closed = try quote(.template(.utility), on: "2021-06-01T09:00:00Z")
        #expect(closed.isBillable == true)
        guard case .unknown(.noRate(let missing)) = closed.price else {
            Issue.record("a price of 2021 is not known")
            return
        }
        #expect(missing.reason == .beforeFirstCard)
        let open = try written("2021-06-01T09:00:00Z")
        #expect(try quote(.template(.utility), in: open, on: "2021-06-02T08:59:59Z").price == .free(.customerService))
        #expect(try quote(.template(.utility), in: open, on: "2021-06-02T09:00:00Z").isBillable == true)
        #expect(try quote(.freeForm, in: open, on: "2021-06-02T08:59:59Z").category?.rawValue == "session")
    }

    @Test("of conversations cover 24 hours from the first delivery, to the second")
    func boundaries() throws {
        for year in ["2022", "2023", "2024"] {
            let start = try instant("\(year)-12-10T08:00:00Z")
            var conversation = Conversation()
            let first = send(.template(.utility), &conversation, start)
            let kind: BillingConversation.Kind = year == "2022" ? .businessInitiated : .utility
            #expect(first.conversation == .opens(kind))
            #expect(first.isBillable == true)
            #expect(first.exactPrice != nil)
            #expect(first.unit == .conversation)
            let last = (start + .hours(24)).addingTimeInterval(-1)
            #expect(conversation.billingConversation(kind, at: last)?.closesAt == start + .hours(24))
            let covered = send(.template(.utility), &conversation, last)
            #expect(covered.conversation == .joins(kind))
            #expect(covered.price == .free(.openConversation))
            #expect(covered.rate == nil)
            #expect(conversation.billingConversation(kind, at: start + .hours(24)) == nil)
            #expect(send(.template(.utility), &conversation, start + .hours(24)).conversation == .opens(kind))
        }
    }

    @Test("say who began a conversation, and take the free tier in order, of either kind")
    func freeTier() throws {
        let month = try #require(BillingMonth("2022-03"))
        var usage = MonthlyUsage(month: month, conversations: 999)
        let at = try instant("2022-03-31T23:59:59Z")
        let first = pricing.quote(.template(.utility), to: customer, in: Conversation(), at: at, usage: usage)
        #expect(first.price == .free(.freeTier))
        usage.count(first)
        #expect(usage.conversations == 1_000)
        let answer = pricing.quote(
            .freeForm, to: customer, in: try written("2022-03-31T12:00:00Z"), at: at, usage: usage)
        #expect(answer.conversation == .opens(.userInitiated))
        #expect(answer.isBillable == true)
        #expect(answer.explanation.contains("opens a user_initiated conversation"))
        // Midnight: a new month.
        let next = pricing.quote(
            .template(.utility), to: customer, in: Conversation(), at: at.addingTimeInterval(1), usage: usage)
        #expect(next.price == .free(.freeTier))
        usage.count(next)
        #expect(usage.month == BillingMonth("2022-04"))
        #expect(usage.conversations == 1)
        usage.count(first)
        #expect(usage.conversations == 1)
        let unknown = pricing.quote(.template(.utility), to: customer, in: Conversation(), at: at)
        #expect(unknown.isBillable == nil)
        guard case .ceiling(_, because: .freeTierUnknown) = unknown.price else {
            Issue.record("without a count the price is a ceiling")
            return
        }
    }

    @Test("since June 2023 count service conversations only, and none since November 2024")
    func serviceTier() throws {
        for (text, used, expected) in [
            ("2024-10-31T23:59:59Z", 999, Quote.Price.free(.freeTier)),
            ("2024-11-01T00:00:00Z", 5_000, .free(.serviceFree)),
        ] {
            let at = try instant(text)
            var usage = MonthlyUsage(conversations: used)
            var conversation = Conversation()
            conversation.apply(.customerMessage(at: at))
            let service = pricing.quote(.freeForm, to: customer, in: conversation, at: at, usage: usage)
            #expect(service.price == expected)
            #expect(service.conversation == .opens(.service))
            usage.count(service)
            #expect(usage.conversations == (used == 999 ? 1_000 : 5_000))
            let template = pricing.quote(.template(.marketing), to: customer, in: conversation, at: at, usage: usage)
            #expect(template.isBillable == true)
            usage.count(template)
            #expect(usage.conversations == (used == 999 ? 1_000 : 5_000))
        }
    }

    @Test("open one conversation per category, and free-form messages ride in any")
    func categories() throws {
        let start = try instant("2023-07-03T00:00:00Z")
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: start))
        #expect(send(.freeForm, &conversation, start).conversation == .opens(.service))
        #expect(send(.template(.utility), &conversation, start + .hours(1)).conversation == .opens(.utility))
        #expect(send(.template(.marketing), &conversation, start + .hours(2)).conversation == .opens(.marketing))
        #expect(send(.marketingMessage(), &conversation, start + .hours(3)).conversation == .joins(.marketing))
        #expect(send(.freeForm, &conversation, start + .hours(4)).conversation == .joinsAny(.marketing))
        #expect(
            send(.internationalAuthentication, &conversation, start + .hours(5)).conversation == .opens(.authentication)
        )
        #expect(send(.template(.authentication), &conversation, start + .hours(6)).isBillable == false)
        #expect(send(.template(.service), &conversation, start + .hours(6)).price != .free(.openConversation))
    }

    @Test("end a free entry point after 24 hours until February 2023 and after 72 since")
    func freeEntryPoints() throws {
        for (text, hours) in [
            ("2023-02-28T23:59:59Z", 24.0), ("2023-03-01T00:00:00Z", 72), ("2024-05-01T00:00:00Z", 72),
        ] {
            let answer = try instant(text)
            var conversation = Conversation()
            conversation.apply(.customerMessage(at: answer + .hours(-1), entryPoint: .ad))
            let first = send(.freeForm, &conversation, answer)
            #expect(first.conversation == .opens(.referralConversion))
            #expect(first.opensFreeEntryPoint)
            let last = (answer + .hours(hours)).addingTimeInterval(-1)
            #expect(send(.template(.marketing), &conversation, last).conversation == .joins(.referralConversion))
            #expect(conversation.billingConversation(.referralConversion, at: last)?.opensAt == answer)
            #expect(conversation.billingConversation(.marketing, at: last) == nil)
            #expect(send(.template(.marketing), &conversation, answer + .hours(hours)).isBillable == true)
        }
    }

    @Test("of 2022 give no free entry point to an answer inside another conversation")
    func ruledOut() throws {
        let start = try instant("2022-05-01T08:00:00Z")
        var conversation = Conversation()
        #expect(send(.template(.marketing), &conversation, start).conversation == .opens(.businessInitiated))
        conversation.apply(.customerMessage(at: start + .hours(20), entryPoint: .ad))
        #expect(send(.freeForm, &conversation, start + .hours(21)).conversation == .joins(.businessInitiated))
        #expect(send(.freeForm, &conversation, start + .hours(25)).conversation == .opens(.userInitiated))
    }

    @Test("carry a conversation over to the next model, where that is documented or asked for")
    func switchOver() throws {
        let june = try instant("2025-06-30T23:59:59Z")
        var conversation = Conversation()
        for category in [Pricing.Category.utility, .marketing, .authentication] {
            send(.template(category), &conversation, june)
        }
        let last = try instant("2025-07-01T23:59:58Z")
        let utility = pricing.quote(.template(.utility), to: customer, in: conversation, at: last)
        #expect(utility.conversation == .joins(.utility))
        #expect(utility.model?.reportedName == "CBP")
        let after = pricing.quote(.template(.utility), to: customer, in: conversation, at: last.addingTimeInterval(1))
        #expect(after.model == .perMessageJuly2025)
        #expect(after.isBillable == true)
        let lenient = Pricing(currency: .usd, switchOver: .init(everyCategoryCarriesOn: true))
        for category in [Pricing.Category.marketing, .authentication] {
            let message = Pricing.Message.template(category)
            #expect(pricing.quote(message, to: customer, in: conversation, at: last).isBillable == true)
            #expect(lenient.quote(message, to: customer, in: conversation, at: last).price == .free(.openConversation))
        }
        var general = Conversation()
        send(.template(.utility), &general, try instant("2023-05-31T12:00:00Z"))
        let next = try instant("2023-06-01T11:59:59Z")
        let strict = Pricing(currency: .usd, switchOver: .init(uncategorizedCarryOn: false))
        #expect(
            pricing.quote(.template(.marketing), to: customer, in: general, at: next).conversation
                == .joins(.businessInitiated))
        #expect(
            strict.quote(.template(.marketing), to: customer, in: general, at: next).conversation == .opens(.marketing))
        #expect(
            pricing.quote(.template(.marketing), to: customer, in: general, at: next.addingTimeInterval(1)).conversation
                == .opens(.marketing))
    }

    @Test(
        "charge AI providers in Italy, Europe and Brazil by their dates",
        arguments: [
            ("+393331234567", "2026-02-15T23:59:59Z", false), ("+393331234567", "2026-02-16T00:00:00Z", true),
            ("+393331234567", "2026-05-12T23:59:59Z", true), ("+393331234567", "2026-05-13T00:00:00Z", false),
            ("+4915112345678", "2026-03-10T23:59:59Z", false), ("+4915112345678", "2026-03-11T00:00:00Z", true),
            ("+4915112345678", "2026-05-13T00:00:00Z", false), ("+5511987654321", "2026-03-10T23:59:59Z", false),
            ("+5511987654321", "2026-03-11T00:00:00Z", true), ("+5511987654321", "2026-10-01T00:00:00Z", true),
            ("+12025550123", "2026-04-01T00:00:00Z", false),
        ])
    func aiProviders(number: String, date: String, isCharged: Bool) throws {
        let at = try instant(date)
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: at))
        let to = Recipient.phoneNumber(try PhoneNumber(number))
        let quote = pricing.quote(.aiProvider, to: to, in: conversation, at: at, usage: used)
        #expect(quote.isBillable == isCharged)
        #expect(quote.category == (isCharged ? .generalPurposeAI : .service))
        if isCharged { #expect(quote.rate?.category == .marketing) }
        #expect(!pricing.quote(.aiProvider, to: to, in: Conversation(), at: at).isAllowed)
    }

    @Test("charge Meta Business Agent by tokens since August 2026")
    func businessAgent() throws {
        let open = try written("2026-07-31T12:00:00Z")
        let before = try quote(.metaBusinessAgent(), in: open, on: "2026-07-31T23:59:59Z")
        #expect(before.price == .free(.customerService))
        #expect(try quote(.metaBusinessAgent(), in: open, on: "2026-08-01T00:00:00Z").unit == .token)
    }
}
