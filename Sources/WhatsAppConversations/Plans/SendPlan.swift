public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Which of two messages goes out, a free-form one or the template in its place, why, and what it costs.
///
/// ```swift
/// let plan = conversation.plan(
///     .text("Your order arrives today."), otherwise: template, category: .utility, to: customer, at: now,
///     pricing: pricing)
/// plan.choice         // .message, or .template
/// plan.reason         // .windowOpen(until: …), .windowClosed(.closedSince(…)), …
/// plan.quote?.price   // what that costs
/// plan.message        // what is to be sent
/// ```
///
/// A pure value: no clock, no I/O.
public struct SendPlan: Hashable, Sendable {
    /// One of the two.
    public enum Choice: String, Hashable, Sendable {
        /// The free-form message.
        case message
        /// The template.
        case template
    }

    /// Why it is this one (pricing reference §1.1, November 2026).
    @nonexhaustive
    public enum Reason: Hashable, Sendable {
        /// The customer service window is open until an instant that is not part of it.
        case windowOpen(until: Date)
        /// The customer service window closes so soon that a message could come too late.
        case windowClosing(at: Date)
        /// The customer service window is closed: only templates may be sent.
        case windowClosed(Conversation.Closure)
        /// The free-form message was tried and refused, because the window is closed (131047).
        case refused
        /// The provider has no customer service window, and no template is needed.
        case noWindow
        /// The message is a template itself.
        case isTemplate
    }

    /// Which of the two goes out.
    public let choice: Choice
    /// Why.
    public let reason: Reason
    /// What goes out.
    public let message: Message
    /// The category by which what goes out is charged, where it is a template and its category is known.
    public let category: ChargeCategory?
    /// The free entry point, which makes what goes out free of charge and is no permission.
    public let freeEntryPoint: FreeEntryPoint
    /// What that costs; `nil` where no prices were given, or where the provider is outside of the platform's prices.
    public let quote: Quote?
    /// What the other one would cost, where it may be sent too; `nil` where it may not, and where ``quote`` is `nil`.
    public let alternative: Quote?
}

extension SendPlan.Reason: CustomStringConvertible {
    /// The reason in a few words.
    public var description: String {
        switch self {
        case .windowOpen(let end): "the customer service window is open until \(end.formatted(.iso8601))"
        case .windowClosing(let end): "the customer service window closes soon, at \(end.formatted(.iso8601))"
        case .windowClosed(let closure): "the customer service window is closed: \(closure)"
        case .refused: "the free-form message was refused: the customer service window is closed"
        case .noWindow: "the provider has no customer service window"
        case .isTemplate: "the message is a template"
        }
    }
}

extension SendPlan: CustomStringConvertible, CustomReflectable {
    /// Which of the two, why, and what it costs; nothing of what is said and to whom.
    public var explanation: String {
        var text = choice == .message ? "The message goes out" : "The template goes out"
        text += " because \(reason)"
        if freeEntryPoint.isOpen { text += "; a free entry point is open" }
        if let price = quote?.price { text += "; it costs: \(price)" }
        return text + "."
    }

    /// The same sentence as ``explanation``.
    public var description: String { explanation }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["explanation": explanation]) }
}
