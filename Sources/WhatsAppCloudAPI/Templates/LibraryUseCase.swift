/// What a template of the library is for; an open set.
///
/// Source: Cloud API reference §4.9 ("Template library", December 2025).
public struct LibraryUseCase: RawRepresentable, Hashable, Sendable, Codable {
    /// The platform's word.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// An account was opened.
    public static let accountCreationConfirmation = Self(rawValue: "ACCOUNT_CREATION_CONFIRMATION")
    /// A payment will be made by itself.
    public static let autoPayReminder = Self(rawValue: "AUTO_PAY_REMINDER")
    /// A delivery was made.
    public static let deliveryConfirmation = Self(rawValue: "DELIVERY_CONFIRMATION")
    /// A delivery failed.
    public static let deliveryFailed = Self(rawValue: "DELIVERY_FAILED")
    /// A delivery is on its way.
    public static let deliveryUpdate = Self(rawValue: "DELIVERY_UPDATE")
    /// A question what the customer thinks.
    public static let feedbackSurvey = Self(rawValue: "FEEDBACK_SURVEY")
    /// A warning of fraud.
    public static let fraudAlert = Self(rawValue: "FRAUD_ALERT")
    /// An account has little money.
    public static let lowBalanceWarning = Self(rawValue: "LOW_BALANCE_WARNING")
    /// An order needs the customer.
    public static let orderActionNeeded = Self(rawValue: "ORDER_ACTION_NEEDED")
    /// An order was taken.
    public static let orderConfirmation = Self(rawValue: "ORDER_CONFIRMATION")
    /// An order is late.
    public static let orderDelay = Self(rawValue: "ORDER_DELAY")
    /// An order or a transaction was cancelled.
    public static let orderOrTransactionCancel = Self(rawValue: "ORDER_OR_TRANSACTION_CANCEL")
    /// An order can be fetched.
    public static let orderPickUp = Self(rawValue: "ORDER_PICK_UP")
    /// A payment needs the customer.
    public static let paymentActionRequired = Self(rawValue: "PAYMENT_ACTION_REQUIRED")
    /// A payment was made.
    public static let paymentConfirmation = Self(rawValue: "PAYMENT_CONFIRMATION")
    /// A payment is due.
    public static let paymentDueReminder = Self(rawValue: "PAYMENT_DUE_REMINDER")
    /// A payment is overdue.
    public static let paymentOverdue = Self(rawValue: "PAYMENT_OVERDUE")
    /// A payment failed.
    public static let paymentRejectFail = Self(rawValue: "PAYMENT_REJECT_FAIL")
    /// A payment is planned.
    public static let paymentScheduled = Self(rawValue: "PAYMENT_SCHEDULED")
    /// A receipt as a document.
    public static let receiptAttachment = Self(rawValue: "RECEIPT_ATTACHMENT")
    /// A return was made.
    public static let returnConfirmation = Self(rawValue: "RETURN_CONFIRMATION")
    /// A shipment was sent.
    public static let shipmentConfirmation = Self(rawValue: "SHIPMENT_CONFIRMATION")
    /// A statement as a document.
    public static let statementAttachment = Self(rawValue: "STATEMENT_ATTACHMENT")
    /// A statement can be seen.
    public static let statementAvailable = Self(rawValue: "STATEMENT_AVAILABLE")
    /// A transaction was made.
    public static let transactionAlert = Self(rawValue: "TRANSACTION_ALERT")
}
