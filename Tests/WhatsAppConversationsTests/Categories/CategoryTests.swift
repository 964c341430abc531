import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("The category of a message")
struct CategoryTests {
    private let at = Date(timeIntervalSince1970: 1_791_187_200)
    private let shipped = Message.template("order_shipped", language: "en_US")

    private func categoryEvent(_ members: String, at seconds: Int) throws -> WebhookEvent {
        let body = """
            {"object":"whatsapp_business_account","entry":[{"id":"1","time":\(seconds),"changes":[{
             "field":"template_category_update","value":{"message_template_id":7,
             "message_template_name":"order_shipped","message_template_language":"en_US",\(members)}}]}]}
            """
        return try #require(try Delivery(decoding: Array(body.utf8)).events.first)
    }

    @Test("is that of its template, marketing where nobody knows it, and service for everything else")
    func messages() {
        #expect(Pricing.Message(shipped, category: .utility) == .template(.utility))
        #expect(Pricing.Message(shipped).category == .marketing)
        #expect(Pricing.Message(shipped).basis == .assumed)
        #expect(Pricing.Message(.text("50 % off!")) == .freeForm)
        #expect(Pricing.Message(.text("Hi"), author: .aiProvider) == .aiProvider)
        #expect(Pricing.Message(.text("Hi"), author: .metaBusinessAgent) == .metaBusinessAgent())
        #expect(Pricing.Message.utilityTemplate == .template(.utility))
        let quote = Pricing(currency: .usd).quote(shipped, to: "+5511987654321", in: Conversation(), at: at)
        #expect(quote.exactPrice?.amount == "0.0625")
        #expect(quote.explanation.contains("the template's category is not known"))
        let known = Pricing(currency: .usd).quote(
            shipped, category: .utility, to: "+5511987654321", in: Conversation(), at: at)
        #expect(known.exactPrice?.amount == "0.0068")
        let text = Pricing(currency: .usd).quote(.text("Hi"), to: "+5511987654321", in: Conversation(), at: at)
        #expect(text.refusal?.code == .reEngagement)
    }

    @Test("has a definition for every word of the platform, and examples for templates")
    func definitions() {
        let all: [Pricing.Category] = [
            .marketing, .marketingLite, .utility, .authentication, .authenticationInternational, .service,
            .referralConversion, .metaBusinessAgent, .generalPurposeAI, .groupMarketing, .groupUtility, .groupService,
            .businessInitiated, .userInitiated,
        ]
        for category in all { #expect(category.definition?.isEmpty == false) }
        for category in all.prefix(5) { #expect(!category.examples.isEmpty) }
        #expect(Pricing.Category(rawValue: "new").definition == nil)
        #expect(Pricing.Category(rawValue: "new").examples.isEmpty)
    }

    @Test("changes with the template's, and an announced change is a warning")
    func recategorization() throws {
        let announced = try categoryEvent(
            "\"new_category\":\"UTILITY\",\"correct_category\":\"MARKETING\",\"category_update_timestamp\":1791273600",
            at: 1_791_187_200)
        let changed = try categoryEvent(
            "\"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\"", at: 1_791_273_600)
        for events in [[announced, changed], [changed, announced], [changed, announced, announced, changed]] {
            var categories = TemplateCategories()
            categories.set(.utility, for: "order_shipped", language: "en_US", from: at + .hours(-100))
            for event in events { categories.apply(event) }
            func assignment(_ hours: Double) -> TemplateCategories.Assignment {
                categories.category(of: "order_shipped", language: "en_US", at: at + .hours(hours))
            }
            #expect(assignment(-200).category == .utility)
            #expect(assignment(-1).upcoming == nil)
            #expect(assignment(0).category == .utility)
            #expect(assignment(0).upcoming?.category == .marketing)
            #expect(assignment(0).upcoming?.date == at + .hours(24))
            #expect(assignment(24).category == .marketing)
            #expect(assignment(24).basis == .recategorized)
            #expect(assignment(24).previous == .utility)
            #expect(assignment(24).upcoming == nil)
            let message = Pricing.Message(shipped, categories: categories, at: at + .hours(25))
            #expect(message.category == .marketing)
            let quote = Pricing(currency: .usd).quote(message, to: "+201001234567", in: Conversation(), at: at)
            #expect(quote.explanation.contains("the platform gave the template later"))
            #expect(
                try JSONDecoder().decode(TemplateCategories.self, from: JSONEncoder().encode(categories)) == categories)
        }
    }

    @Test("of an announced change holds from its day on, even without the webhook of the change")
    func announcementAlone() throws {
        var categories = TemplateCategories()
        let event = try categoryEvent(
            "\"new_category\":\"UTILITY\",\"correct_category\":\"MARKETING\",\"category_update_timestamp\":1791273600",
            at: 1_791_187_200)
        categories.apply(event)
        let before = categories.category(of: "order_shipped", language: "en_US", at: at + .hours(23.9))
        #expect(before.category == .utility)
        let after = categories.category(of: "order_shipped", language: "en_US", at: at + .hours(24))
        #expect(after.category == .marketing)
        #expect(after.previous == .utility)
        #expect(categories.category(of: "order_shipped", language: "de", at: at).basis == .assumed)
    }

    @Test("keeps a bounded history")
    func bounded() {
        var categories = TemplateCategories()
        for day in 0..<1_000 {
            categories.set(
                day % 2 == 0 ? .utility : .marketing, for: "x", language: "en", from: at + .hours(Double(day)))
        }
        #expect(categories.category(of: "x", language: "en", at: at + .hours(1_000)).category == .marketing)
        #expect(categories.category(of: "x", language: "en", at: at + .hours(998.5)).category == .utility)
    }

    @Test("of an authentication template is international where the account is eligible, from the start time on")
    func international() throws {
        let start = at
        let eligible = InternationalAuthentication(
            startTime: start, exceptions: [.init(country: "IN", startTime: start + .hours(24))], primaryLocation: "BR")
        func price(_ to: Recipient, _ hours: Double, _ eligibility: InternationalAuthentication) -> Quote {
            Pricing(currency: .usd, internationalAuthentication: eligibility).quote(
                .template(.authentication), to: to, in: Conversation(), at: at + .hours(hours))
        }
        // Sri Lanka has an international rate since 2026-10-01, Brazil has none.
        #expect(price("+94712345678", 0, eligible).category == .authenticationInternational)
        #expect(price("+94712345678", 0, eligible).exactPrice?.amount == "0.1440")
        #expect(price("+94712345678", -0.001, eligible).exactPrice?.amount == "0.0020")
        #expect(price("+919876543210", 23.9, eligible).category == .authentication)
        #expect(price("+919876543210", 24, eligible).exactPrice?.amount == "0.0304")
        #expect(price("+5511987654321", 48, eligible).exactPrice?.amount == "0.0068")
        #expect(price("+4915112345678", 48, eligible).category == .authentication)
        var home = eligible
        home.primaryLocation = "LK"
        #expect(price("+94712345678", 48, home).category == .authentication)
        home.primaryLocation = nil
        #expect(price("+94712345678", 48, home).category == .authenticationInternational)
        #expect(price("+94712345678", 48, .notEligible).category == .authentication)
    }

    @Test("of an authentication template follows the webhooks about eligibility and location")
    func eligibilityEvents() throws {
        var eligibility = InternationalAuthentication.notEligible
        for value in [
            """
            {"event":"AUTH_INTL_PRICE_ELIGIBILITY_UPDATE","auth_international_rate_eligibility":{"start_time":1791187200,\
            "exception_countries":[{"country_code":"IN","start_time":"1791273600"},{"country_code":3}]}}
            """,
            "{\"event\":\"BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE\",\"country\":\"BR\"}",
            "{\"event\":\"ACCOUNT_DELETED\"}",
        ] {
            let change = "{\"field\":\"account_update\",\"value\":\(value)}"
            for event in try Delivery(decodingChange: Array(change.utf8)).events {
                guard case .account(let account) = event else { continue }
                eligibility.apply(account)
            }
        }
        #expect(
            eligibility
                == InternationalAuthentication(
                    startTime: at, exceptions: [.init(country: "IN", startTime: at + .hours(24))], primaryLocation: "BR"
                ))
    }

    @Test("of an AI provider's account is that of AI providers")
    func aiProvider() throws {
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: at))
        let quote = Pricing(currency: .usd, isAIProvider: true).quote(
            .freeForm, to: "+5511987654321", in: conversation, at: at)
        #expect(quote.category == .generalPurposeAI)
        #expect(quote.exactPrice?.amount == "0.0625")
    }

    @Test("of a maximum price is read from a bid for 1,000 deliveries")
    func bids() throws {
        #expect(try Pricing.Message.maxPrice(bidAmount: 5_000, currency: .usd).amount == "0.0500")
        #expect(try Pricing.Message.maxPrice(bidAmount: 87_000, currency: .inr).amount == "0.8700")
        #expect(throws: MoneyError.self) { try Pricing.Message.maxPrice(bidAmount: .max, currency: .usd) }
    }
}

@Suite("An account without a payment method")
struct PaymentTests {
    private let at = Date(timeIntervalSince1970: 1_791_187_200)
    private let pricing = Pricing(currency: .usd, hasPaymentMethod: false)

    private func payment(
        _ message: Pricing.Message, used: Int?, at date: Date? = nil, pricing: Pricing? = nil
    ) -> Quote.Payment {
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: date ?? at))
        return (pricing ?? self.pricing).quote(
            message, to: "+5511987654321", in: conversation, at: date ?? at,
            usage: .init(serviceMessages: used, conversations: used)
        ).payment
    }

    @Test("is warned before the free units are used up, and told when they are")
    func serviceMessages() {
        #expect(payment(.freeForm, used: 0) == .settled)
        #expect(payment(.freeForm, used: 798) == .settled)
        #expect(payment(.freeForm, used: 799) == .freeUnitsEnding(left: 200))
        #expect(payment(.freeForm, used: 999) == .freeUnitsEnding(left: 0))
        #expect(payment(.freeForm, used: 1_000) == .required)
        #expect(payment(.freeForm, used: nil) == .mayBeRequired)
        #expect(payment(.template(.utility), used: 0) == .required)
        #expect(payment(.freeForm, used: 1_000, pricing: Pricing(currency: .usd)) == .settled)
        #expect(!Quote.Payment.settled.needsAttention)
        let usage = MonthlyUsage(serviceMessages: 998, conversations: 1_001)
        #expect(usage.freeServiceMessagesLeft == 2)
        #expect(usage.freeConversationsLeft == 0)
        #expect(MonthlyUsage.unknown.freeServiceMessagesLeft == nil)
    }

    @Test("had free conversations in the years of conversations")
    func conversations() throws {
        let then = try instant("2023-07-03T00:00:00Z")
        #expect(payment(.freeForm, used: 799, at: then) == .freeUnitsEnding(left: 200))
        #expect(payment(.freeForm, used: 1_000, at: then) == .required)
        #expect(payment(.template(.marketing), used: 0, at: then) == .required)
    }

    @Test("reads it in the explanation")
    func explanation() {
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: at))
        func text(_ used: Int?) -> String {
            pricing.quote(
                .freeForm, to: "+5511987654321", in: conversation, at: at, usage: .init(serviceMessages: used)
            ).explanation
        }
        #expect(text(900).contains("with 99 free units left in the month and no payment method"))
        #expect(text(1_000).contains("is not delivered without a payment method (error 131042)"))
        #expect(text(nil).contains("a payment method is needed"))
    }
}
