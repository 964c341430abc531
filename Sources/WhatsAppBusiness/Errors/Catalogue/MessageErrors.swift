extension ErrorCatalogue {
    /// Errors of sending a message: the request, the recipient, media, payment. Source: webhooks reference §5.4.
    static let messageErrors: [Entry] = [
        Entry(
            130403, .recipient, .never,
            "The business itself has blocked this person.",
            "Unblock the person first."),
        Entry(
            130470, .recipient, .afterFix,
            """
            The customer service window is closed: more than 24 hours have passed since the person's last \
            message.
            """,
            "Send a template instead."),
        Entry(
            130472, .recipient, .never,
            "The person is part of an experiment of the platform and gets no marketing messages for now.",
            "Do not repeat it soon; reach the person another way, or wait until they write."),
        Entry(
            130501, .unsupported, .never,
            "A member of a group sent a message of a kind that the platform does not deliver.",
            "Ask the person to send it another way, if it matters."),
        Entry(
            131000, .server, .backOff,
            "Something failed on the platform's side and it does not say what.",
            "Repeat with growing waits; tell the platform's support if it stays."),
        Entry(
            131001, .parameter, .afterFix,
            "The message is longer than it may be.",
            "Shorten it, or send it in parts."),
        Entry(
            131002, .parameter, .afterFix,
            "The request names a type of recipient that does not exist.",
            "Send to `individual` or `group`."),
        Entry(
            131005, .authorization, .afterFix,
            "A permission was not granted or was taken back.",
            "Grant the app the permission and make a new token."),
        Entry(
            131006, .parameter, .afterFix,
            "Something that the request refers to does not exist.",
            "Correct the id."),
        Entry(
            131008, .parameter, .afterFix,
            "A required parameter is missing.",
            "Add what the details name."),
        Entry(
            131009, .parameter, .afterFix,
            """
            A parameter's value is not valid: the recipient's number, a kind of message that the country does \
            not have, or an ad account that is not synchronised yet.
            """,
            "Correct what the details name; after the set-up of the Marketing Messages API wait ten minutes."),
        Entry(
            131016, .server, .backOff,
            "A service behind the platform is not available for the moment.",
            "Repeat with growing waits."),
        Entry(
            131021, .recipient, .never,
            "The recipient is the sending number itself.",
            "Send to another number."),
        Entry(
            131026, .recipient, .never,
            """
            The message cannot be delivered to this person: not on WhatsApp, the current terms of service not \
            accepted, an app that is too old, the business was blocked by the person, or the number is itself a \
            business on the platform.
            """,
            "Ask the person by another way to check these; do not repeat it unchanged."),
        Entry(
            131027, .server, .backOff,
            "Something failed on the platform's side and it does not say what.",
            "Repeat with growing waits; tell the platform's support if it stays."),
        Entry(
            131030, .recipient, .afterFix,
            "A test number may only write to the recipients on its list.",
            "Add the recipient to the list in the app's dashboard, or send from a number of your own."),
        Entry(
            131037, .registration, .afterFix,
            "The number has no approved display name, which it needs before it may send.",
            "Submit a display name and wait for its approval."),
        Entry(
            131042, .payment, .afterFix,
            """
            The business cannot be charged: no payment method, no credit line, an account that is not active, or \
            currency or time zone are not set.
            """,
            "Put the payment settings of the account in order."),
        Entry(
            131043, .recipient, .never,
            "The message was not delivered within its time to live.",
            "Send it as a new message if it still matters."),
        Entry(
            131044, .payment, .afterFix,
            "A call of a customer could not be taken since there is no payment method.",
            "Add a payment method to the account."),
        Entry(
            131045, .registration, .afterFix,
            "The number is not registered correctly: its certificate does not match.",
            "Register the number again."),
        Entry(
            131047, .recipient, .afterFix,
            """
            The customer service window is closed: more than 24 hours have passed since the person's last \
            message.
            """,
            "Send a template instead; after the person's next message anything may be sent."),
        Entry(
            131049, .recipient, .wait, seconds: 86400, growth: 2,
            "The platform chose not to deliver this marketing message, to keep people from getting too many.",
            "Wait at least 24 hours, and longer each time; the person may always write first."),
        Entry(
            131050, .recipient, .never,
            "The person has stopped marketing messages from this business.",
            "Send no marketing messages to the person until they resume them."),
        Entry(
            131051, .unsupported, .afterFix,
            """
            The type of the message is not supported; of an incoming message it means that the platform cannot \
            deliver its content.
            """,
            "Send another type; ask the customer to send an incoming one another way."),
        Entry(
            131052, .media, .never,
            "The media that a customer sent could not be fetched.",
            "Ask the customer to send it again, or another way."),
        Entry(
            131053, .media, .afterFix,
            """
            The media of the message could not be taken: the type is not supported or does not match the \
            content, it is too large, or its address could not be read.
            """,
            "Check type, size and address, or upload it first and send its id."),
        Entry(
            131055, .parameter, .afterFix,
            """
            This cannot be done here: the Marketing Messages API takes marketing templates only, and a number \
            with SIP takes no calls of the Graph API.
            """,
            "Use the endpoint that belongs to this kind of message or call."),
        Entry(
            131060, .unsupported, .never,
            """
            The content of an incoming message cannot be read: it comes from a companion app or from an ad, or \
            the number is shared with the app.
            """,
            "Ask the customer to send it again."),
        Entry(
            131061, .unknown, .never,
            "The platform gives no description of this error.",
            "Look at the details, and do not repeat it unchanged."),
        Entry(
            131062, .recipient, .afterFix,
            """
            This kind of message, such as an authentication template with a copy or autofill button, cannot go \
            to a business-scoped user id.
            """,
            "Send it to the person's phone number."),
        Entry(
            131063, .marketing, .afterFix,
            "Marketing templates are turned off for this account on Cloud API.",
            "Send them with the Marketing Messages API, or turn them on again in the account's settings."),
        Entry(
            134011, .payment, .afterFix,
            "The terms of WhatsApp payments are not accepted.",
            "Accept them at the link in the error's message."),
        Entry(
            134100, .marketing, .afterFix,
            "The Marketing Messages API sends marketing templates only.",
            "Send other messages with the ordinary messages endpoint."),
        Entry(
            134101, .marketing, .wait, seconds: 600,
            "The template is not synchronised with the Marketing Messages API yet.",
            "Wait up to ten minutes after the template's approval."),
        Entry(
            134102, .marketing, .afterFix,
            """
            The template cannot be used with the Marketing Messages API: synchronising it failed, or it is not \
            eligible.
            """,
            "Send it with the ordinary messages endpoint, or make another template."),
        Entry(
            134103, .marketing, .afterFix,
            "The Marketing Messages API refuses the message; the platform gives no description of this error.",
            "Look at the details, and send it with the ordinary messages endpoint."),
        Entry(
            135000, .parameter, .afterFix,
            "The platform does not understand the parameters of the request.",
            "Compare the request with the reference of this kind of message."),
        Entry(
            136024, .registration, .afterFix,
            "The verification code could not be sent.",
            "Check the number and the method (SMS or voice), and wait before the next request."),
        Entry(
            136025, .registration, .afterFix,
            "The verification code is wrong or too old.",
            "Enter the newest code, or request another one."),
        Entry(
            137000, .recipient, .afterFix,
            """
            The recipient's identity key is another one than the request says: the person has a new device or \
            installed the app anew.
            """,
            "Make sure that it is the same person, then send with the new hash or without any."),
        Entry(
            1_752_041, .marketing, .never,
            "Taking part in the Marketing Messages API was already requested for this account, by a partner.",
            "Nothing is left to do; wait for the request's result."),
    ]
}
