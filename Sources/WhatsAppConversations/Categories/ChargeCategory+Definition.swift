public import WhatsAppBusiness

extension ChargeCategory {
    /// What belongs to the category, in a sentence (pricing reference §1.6 to §1.8 and §2, November 2026); `nil` for a
    /// category that this version does not know.
    public var definition: String? {
        switch self {
        case .marketing:
            "Templates that are neither utility nor authentication: offers, re-engagement, mixed and unclear content."
        case .marketingLite:
            "Marketing templates sent through the Marketing Messages API, priced like marketing or below."
        case .utility:
            "Templates without promotion that are about something of the user's, requested by the user, or essential."
        case .authentication: "Templates with one-time codes, in the platform's own words."
        case .authenticationInternational:
            "One-time codes to a listed country from an eligible business that is located elsewhere."
        case .service: "Messages that are no templates and are not written by Meta Business Agent."
        case .referralConversion: "Messages in a free entry point, after an ad or the button of a Page."
        case .metaBusinessAgent: "Answers written by Meta Business Agent, charged by tokens."
        case .generalPurposeAI:
            "Messages of a company whose product is a general-purpose assistant, in certain countries."
        case .groupMarketing: "Marketing templates to a group, for each member who receives them."
        case .groupUtility: "Utility templates to a group, for each member who receives them."
        case .groupService: "Messages to a group that are no templates, for each member who receives them."
        case .businessInitiated: "Conversations that began with a template, until 2023-05-31."
        case .userInitiated: "Conversations that began with an answer to the user, until 2023-05-31."
        default: nil
        }
    }

    /// Messages that belong to the category (pricing reference §2); empty where there is nothing to show.
    public var examples: [String] {
        switch self {
        case .marketing, .marketingLite, .groupMarketing:
            [
                "20 % off all shoes this weekend.", "You left something in your cart.",
                "Thank you for order 1234. Here is a voucher for the next one.", "Congratulations!",
            ]
        case .utility, .groupUtility:
            [
                "Your order 1234 has shipped.", "We received your payment of 20.00.",
                "Your appointment is tomorrow at nine.", "We recall the product that you bought in May.",
            ]
        case .authentication, .authenticationInternational: ["123456 is your verification code."]
        case .service, .groupService: ["Yes, we have it in blue too.", "A picture, a list, a reaction."]
        default: []
        }
    }
}
