import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension SimulatedPlatform {
    /// How a display name's review ends.
    public struct NameDecision: Hashable, Sendable {
        /// The platform's word: `APPROVED`, `REJECTED` or `DEFERRED`.
        var decision: String
        var reason: String?

        /// The name may be shown.
        public static let approved = Self(decision: "APPROVED")
        /// The name may not be shown.
        /// - Parameter reason: the platform's word, such as `NAME_FORMAT_UNACCEPTABLE` (webhooks reference §2.5).
        public static func rejected(_ reason: String) -> Self {
            Self(decision: "REJECTED", reason: reason)
        }
    }

    /// The code that the number was last sent by SMS or voice, where one was asked for.
    public var verificationCode: String? { number.code }

    /// Asks for another display name (Cloud API reference §6.2). Its review follows on the clock.
    func requestDisplayName(_ name: String) throws(PlatformFault) {
        guard (2...75).contains(name.count) else {
            throw PlatformFault(
                code: 100, message: "Invalid parameter", details: "A display name has 2 to 75 characters.")
        }
        number.requestedName = .init(name: name, reviewAt: clock.now + configuration.nameReview.delay)
        number.newNameStatus = "PENDING_REVIEW"
        catchUp()
    }

    /// Ends the review of a display name, and tells of it.
    func decideName(_ requested: NumberState.RequestedName) {
        let decision = configuration.nameReview.decide(requested.name)
        number.requestedName = nil
        number.newNameStatus = decision == .approved ? "APPROVED" : "DECLINED"
        if decision == .approved { number.approvedName = requested.name }
        emitChange(
            "phone_number_name_update",
            [
                ("display_phone_number", .string(configuration.phoneNumber.digits)),
                ("decision", .string(decision.decision)), ("requested_verified_name", .string(requested.name)),
                ("rejection_reason", decision.reason.map { .string($0) } ?? .null),
            ])
    }

    /// Sends the number a code (Cloud API reference §6.2).
    func requestCode(method: String, language: String) throws(PlatformFault) {
        guard ["SMS", "VOICE"].contains(method) else {
            throw PlatformFault(code: 100, message: "Invalid parameter", details: "code_method is SMS or VOICE.")
        }
        guard number.codeVerification != "VERIFIED" else {
            throw PlatformFault(
                code: 136_024, message: "Request code error", details: "The phone number is already verified.")
        }
        number.code = Self.sixDigits(nextNumber())
    }

    /// Compares a code with the one that was sent.
    func verifyCode(_ code: String) throws(PlatformFault) {
        guard let expected = number.code, code.filter(\.isNumber) == expected else {
            throw PlatformFault(code: 136_025, message: "Verify code error", details: "The code is not right.")
        }
        number.code = nil
        number.codeVerification = "VERIFIED"
    }

    /// Registers the number, which sets its PIN where it has none and shows an approved name.
    func register(pin: String) throws(PlatformFault) {
        guard Self.isPIN(pin) else {
            throw PlatformFault(code: 100, message: "Invalid parameter", details: "pin is six digits.")
        }
        guard number.codeVerification == "VERIFIED" else {
            throw PlatformFault(
                code: 133_006, message: "Phone number re-verification needed",
                details: "Ask for a code and verify it before the number is registered.")
        }
        try countRegistration()
        if let present = number.pin, present != pin {
            number.wrongPINs += 1
            guard number.wrongPINs < 10 else {
                throw PlatformFault(
                    code: 133_008, message: "Too many two-step verification PIN guesses",
                    details: "Try again after 12 hours.")
            }
            throw PlatformFault(code: 133_005, message: "Two step verification PIN mismatch")
        }
        number.wrongPINs = 0
        number.pin = pin
        number.isRegistered = true
        if let name = number.approvedName {
            number.verifiedName = name
            number.nameStatus = "APPROVED"
            number.approvedName = nil
            number.newNameStatus = "NONE"
        }
    }

    /// Takes the number off the interface; it can neither send nor receive.
    func deregister() throws(PlatformFault) {
        guard number.isRegistered else {
            throw PlatformFault(code: 133_010, message: "Phone number not registered")
        }
        try countRegistration()
        number.isRegistered = false
    }

    /// Changes the PIN of two-step verification.
    func setPIN(_ pin: String) throws(PlatformFault) {
        guard Self.isPIN(pin) else {
            throw PlatformFault(code: 100, message: "Invalid parameter", details: "pin is six digits.")
        }
        number.pin = pin
        emitChange(
            "security",
            [("display_phone_number", .string(configuration.phoneNumber.digits)), ("event", "PIN_CHANGED")])
    }

    private func countRegistration() throws(PlatformFault) {
        let now = clock.now
        number.registrations.removeAll { now.timeIntervalSince($0) >= 72 * 3600 }
        guard number.registrations.count < 10 else {
            throw PlatformFault(
                code: 133_016, message: "Account register deregister rate limit exceeded",
                details: "A number is registered or deregistered ten times in 72 hours at most.")
        }
        number.registrations.append(now)
    }

    private static func isPIN(_ text: String) -> Bool {
        text.utf8.count == 6 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func sixDigits(_ number: UInt64) -> String {
        String(100_000 + (number &* 7_919 &+ 123_457) % 900_000)
    }
}

extension SimulatedPlatform.Configuration {
    /// How and when display names are reviewed.
    public struct NameReview: Sendable {
        /// How long a review takes on the clock, in seconds.
        public var delay: TimeInterval
        /// Decides on a name.
        public var decide: @Sendable (_ name: String) -> SimulatedPlatform.NameDecision

        /// Creates a review.
        public init(
            delay: TimeInterval = 0,
            decide: @escaping @Sendable (_ name: String) -> SimulatedPlatform.NameDecision = { _ in .approved }
        ) {
            self.delay = delay
            self.decide = decide
        }
    }
}
