extension ErrorCatalogue {
    /// The numbers of the retired on-premises client, and what Cloud API has in their place. Source: webhooks reference
    /// §5.8; the equivalents are this library's own.
    static let onPremises: [OnPremisesEntry] = [
        OnPremisesEntry(400, like: 131052, "The media that a customer sent could not be fetched."),
        OnPremisesEntry(401, like: 131041, "The group does not exist, or the number is not a member of it."),
        OnPremisesEntry(402, like: 131042, "The business cannot be charged: look into its payment settings."),
        OnPremisesEntry(408, like: 131043, "The message waited for more than a day and was given up."),
        OnPremisesEntry(410, like: 131043, "The message was not delivered within its time to live."),
        OnPremisesEntry(429, like: 130429, "Too many messages were sent in too short a time."),
        OnPremisesEntry(430, like: 131045, "The certificate of the number is not signed."),
        OnPremisesEntry(432, like: 131045, "The certificate belongs to another number."),
        OnPremisesEntry(433, like: 131045, "The signature of the number's certificate is wrong."),
        OnPremisesEntry(
            470, like: 131047,
            "The customer service window is closed: more than 24 hours have passed since the person's last message."),
        OnPremisesEntry(471, like: 131048, "Too many people blocked or reported messages from this number."),
        OnPremisesEntry(
            472, like: 130472,
            "The person is part of an experiment of the platform and gets no marketing messages for now."),
        OnPremisesEntry(480, like: 137000, "The person may have changed: a new device, or the app installed anew."),
        OnPremisesEntry(500, like: 131000, "Something failed on the platform's side and it does not say what."),
        OnPremisesEntry(501, like: 131051, "The type of the message is not supported."),
        OnPremisesEntry(1000, like: 131000, "Something failed and the client does not say what."),
        OnPremisesEntry(1001, like: 131001, "The message is longer than it may be."),
        OnPremisesEntry(1002, like: 131002, "The request names a type of recipient that does not exist."),
        OnPremisesEntry(1003, like: 131041, "The number is not a member of the group."),
        OnPremisesEntry(
            Entry(
                1004, .parameter, .afterFix,
                "What is to be created exists already.",
                "Use what exists, or take another name.")),
        OnPremisesEntry(1005, like: 131005, "The call is not allowed with these credentials."),
        OnPremisesEntry(1006, like: 131006, "Something that the request refers to does not exist."),
        OnPremisesEntry(1007, like: 130403, "The business itself has blocked this person."),
        OnPremisesEntry(1008, like: 131008, "A required parameter is missing."),
        OnPremisesEntry(1009, like: 131009, "A parameter's value is not valid."),
        OnPremisesEntry(1010, like: 100, "The request has a parameter that does not belong there."),
        OnPremisesEntry(1011, like: 131016, "The client is not ready yet."),
        OnPremisesEntry(1012, like: 131041, "The group does not exist."),
        OnPremisesEntry(1013, like: 131026, "The number is not on WhatsApp, or was not checked before."),
        OnPremisesEntry(1014, like: 131000, "Something failed inside of the client."),
        OnPremisesEntry(
            1015, like: 130429, "The client's queue is full: too many requests came in too short a time."),
        OnPremisesEntry(1016, like: 131016, "The client is overloaded."),
        OnPremisesEntry(
            Entry(
                1017, .server, .backOff,
                "The request reached a part of the client that is not its primary one.",
                "Send it to the primary one, or repeat with growing waits.")),
        OnPremisesEntry(
            Entry(
                1018, .server, .backOff,
                "The request reached a part of the client that does not hold this number.",
                "Send it to the right one, or repeat with growing waits.")),
        OnPremisesEntry(1021, like: 131021, "The recipient cannot be written to, such as the sending number itself."),
        OnPremisesEntry(
            Entry(
                1022, .parameter, .afterFix,
                "No address for webhooks is set.",
                "Set the address of the webhook.")),
        OnPremisesEntry(
            Entry(
                1023, .server, .backOff,
                "The client's database failed.",
                "Repeat with growing waits; look at the client's database.")),
        OnPremisesEntry(
            Entry(
                1024, .authorization, .afterFix,
                "The client's password must be changed first.",
                "Change the password and log in again.")),
        OnPremisesEntry(1025, like: 135000, "The client does not understand the request."),
        OnPremisesEntry(1026, like: 131026, "The person's app cannot show this kind of message."),
        OnPremisesEntry(
            1028, like: 137000, "The person may have changed, and the business has not confirmed it yet."),
        OnPremisesEntry(1031, like: 131031, "The sending account is locked."),
        OnPremisesEntry(
            2000, like: 132000, "The number of parameters differs from the number of placeholders of the template."),
        OnPremisesEntry(2001, like: 132001, "The template does not exist in this language, or is not approved."),
        OnPremisesEntry(2002, like: 132001, "The template could not be fetched."),
        OnPremisesEntry(2003, like: 132001, "The translations of the template are missing."),
        OnPremisesEntry(2004, like: 132005, "A parameter of the template is too long."),
        OnPremisesEntry(2005, like: 132005, "With its parameters filled in the text of the template is too long."),
        OnPremisesEntry(2006, like: 132007, "The template's parameters break a rule about white space."),
        OnPremisesEntry(2007, like: 132007, "The template's parameters break a rule about characters."),
        OnPremisesEntry(2008, like: 131053, "The format of the media is not supported."),
        OnPremisesEntry(2009, like: 132000, "A component that the template needs is missing."),
        OnPremisesEntry(2010, like: 132012, "The address of a button is not valid."),
        OnPremisesEntry(2011, like: 132012, "The phone number of a button is not valid."),
        OnPremisesEntry(2012, like: 132012, "A parameter is not of the kind that the template asks for."),
        OnPremisesEntry(2013, like: 131026, "The person's app cannot show buttons."),
        OnPremisesEntry(2014, like: 132001, "The namespace of the template is missing."),
        OnPremisesEntry(2015, like: 131009, "The list has too few or too many sections."),
        OnPremisesEntry(2016, like: 131009, "The list has too few or too many rows."),
        OnPremisesEntry(2017, like: 132007, "The text of the template breaks a rule about characters."),
        OnPremisesEntry(2023, like: 131009, "The message has too few or too many products."),
        OnPremisesEntry(
            2024, like: 131009,
            "Products cannot be shown: catalog missing or not linked, products missing or not compliant."),
        OnPremisesEntry(
            2025, like: 131009,
            "Products cannot be shown: catalog missing or not linked, products missing or not compliant."),
        OnPremisesEntry(
            2026, like: 131009,
            "Products cannot be shown: catalog missing or not linked, products missing or not compliant."),
        OnPremisesEntry(
            2027, like: 131009,
            "Products cannot be shown: catalog missing or not linked, products missing or not compliant."),
        OnPremisesEntry(
            2028, like: 131009,
            "Products cannot be shown: catalog missing or not linked, products missing or not compliant."),
        OnPremisesEntry(
            2029, like: 131009,
            "Products cannot be shown: catalog missing or not linked, products missing or not compliant."),
        OnPremisesEntry(
            2030, like: 131009,
            "Products cannot be shown: catalog missing or not linked, products missing or not compliant."),
        OnPremisesEntry(2036, like: 131009, "The header of the message is not built as it must be."),
        OnPremisesEntry(
            2050, like: 131009,
            "The business has not given the information about itself that the law asks for in this country."),
        OnPremisesEntry(2060, like: 132001, "The template was rejected."),
        OnPremisesEntry(2061, like: 132015, "The template is paused since people dislike it."),
        OnPremisesEntry(2062, like: 132016, "The template was paused too often and is disabled for good."),
        OnPremisesEntry(2068, like: 132068, "The flow is blocked."),
        OnPremisesEntry(2069, like: 132069, "The flow is throttled: its messages of this hour are used up."),
    ]
}
