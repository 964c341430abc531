// Errors of templates: sending, creating and measuring them. Source: webhooks reference §5.5.

extension PlatformErrorCode {
    /// 132000: the number of parameters differs from the number of placeholders of the template.
    public static let templateParameterCount: Self = 132000
    /// 132001: the template does not exist in this language, or is not approved.
    public static let templateNotFound: Self = 132001
    /// 132005: with its parameters filled in the text of the template is too long.
    public static let templateTextTooLong: Self = 132005
    /// 132007: the template or its parameters break a rule about format, characters or content.
    public static let templatePolicyViolated: Self = 132007
    /// 132008: the value of a template parameter is not valid.
    public static let templateParameterInvalid: Self = 132008
    /// 132012: a parameter is not of the kind that the template asks for: another type, named instead of positional or
    /// the reverse.
    public static let templateParameterFormat: Self = 132012
    /// 132015: the template is paused since people dislike it.
    public static let templatePaused: Self = 132015
    /// 132016: the template was paused too often and is disabled for good.
    public static let templateDisabled: Self = 132016
    /// 132018: the parameters of the template did not pass the platform's checks.
    public static let templateValidation: Self = 132018
    /// 200005: insights for templates are not available yet.
    public static let templateInsightsUnavailable: Self = 200005
    /// 200006: insights for templates cannot be turned off again.
    public static let templateInsightsPermanent: Self = 200006
    /// 200007: insights for templates are not turned on.
    public static let templateInsightsDisabled: Self = 200007
    /// 2388019: the account has as many templates as it may.
    public static let templateLimitReached: Self = 2_388_019
    /// 2388023: a template of this name and language is still being deleted.
    public static let templateBeingDeleted: Self = 2_388_023
    /// 2388024: there is already a template with this content or name in this language.
    public static let templateExists: Self = 2_388_024
    /// 2388039: the template cannot be edited in its present state: it is in review, or was edited too often today.
    public static let templateNotEditable: Self = 2_388_039
    /// 2388040: a field of the template is too long.
    public static let templateFieldTooLong: Self = 2_388_040
    /// 2388047: the header of the template is not formatted as it must be.
    public static let templateHeaderFormat: Self = 2_388_047
    /// 2388072: the body of the template is not formatted as it must be.
    public static let templateBodyFormat: Self = 2_388_072
    /// 2388073: the footer of the template is not formatted as it must be.
    public static let templateFooterFormat: Self = 2_388_073
    /// 2388077: the kinds of product of this analytics query cannot be combined.
    public static let analyticsProductsMixed: Self = 2_388_077
    /// 2388293: the template has too many placeholders for the length of its text.
    public static let templateVariableDensity: Self = 2_388_293
    /// 2388299: a placeholder stands at the beginning or the end of the text.
    public static let templateVariableAtEdge: Self = 2_388_299
}

extension ErrorCatalogue {
    /// Errors of templates: sending, creating and measuring them. Source: webhooks reference §5.5.
    static let templateErrors: [Entry] = [
        Entry(
            132000, .template, .afterFix,
            "The number of parameters differs from the number of placeholders of the template.",
            "Give one value for each placeholder of each component."),
        Entry(
            132001, .template, .afterFix,
            "The template does not exist in this language, or is not approved.",
            "Check the name, the language and the account, and that the template is approved."),
        Entry(
            132005, .template, .afterFix,
            "With its parameters filled in the text of the template is too long.",
            "Shorten the parameters."),
        Entry(
            132007, .template, .afterFix,
            "The template or its parameters break a rule about format, characters or content.",
            "Change the text; parameters hold no line ends, tabs or rows of spaces."),
        Entry(
            132008, .template, .afterFix,
            "The value of a template parameter is not valid.",
            "Correct the parameter."),
        Entry(
            132012, .template, .afterFix,
            """
            A parameter is not of the kind that the template asks for: another type, named instead of positional \
            or the reverse.
            """,
            "Match the parameters with the template's definition."),
        Entry(
            132015, .template, .wait,
            "The template is paused since people dislike it.",
            "Wait for the end of the pause, or edit the template; another one may be sent meanwhile."),
        Entry(
            132016, .template, .never,
            "The template was paused too often and is disabled for good.",
            "Create another template with other content."),
        Entry(
            132018, .template, .afterFix,
            "The parameters of the template did not pass the platform's checks.",
            "Match the parameters with the template's definition; see the details."),
        Entry(
            200005, .template, .afterFix,
            "Insights for templates are not available yet.",
            "Turn them on for the account first."),
        Entry(
            200006, .template, .afterFix,
            "Insights for templates cannot be turned off again.",
            "Leave the setting as it is."),
        Entry(
            200007, .template, .afterFix,
            "Insights for templates are not turned on.",
            "Turn them on for the account first."),
        Entry(
            2_388_019, .template, .afterFix,
            "The account has as many templates as it may.",
            "Delete templates that are no longer used."),
        Entry(
            2_388_023, .template, .wait,
            "A template of this name and language is still being deleted.",
            "Take another name, or wait until the deletion is complete; it can take up to four weeks."),
        Entry(
            2_388_024, .template, .afterFix,
            "There is already a template with this content or name in this language.",
            "Take another name or language, or edit the template that exists."),
        Entry(
            2_388_039, .template, .wait,
            """
            The template cannot be edited in its present state: it is in review, or was edited too often today.
            """,
            "Wait for the review or for the next day."),
        Entry(
            2_388_040, .template, .afterFix,
            "A field of the template is too long.",
            "Shorten it; the explanation for people names the field."),
        Entry(
            2_388_047, .template, .afterFix,
            "The header of the template is not formatted as it must be.",
            "Take out line ends, emoji and markup, and give a sample for its placeholder."),
        Entry(
            2_388_072, .template, .afterFix,
            "The body of the template is not formatted as it must be.",
            "Number the placeholders in their order and give a sample for each."),
        Entry(
            2_388_073, .template, .afterFix,
            "The footer of the template is not formatted as it must be.",
            "Take out line ends, emoji, markup and placeholders."),
        Entry(
            2_388_077, .parameter, .afterFix,
            "The kinds of product of this analytics query cannot be combined.",
            "Make one query for each."),
        Entry(
            2_388_293, .template, .afterFix,
            "The template has too many placeholders for the length of its text.",
            "Write more text or use fewer placeholders."),
        Entry(
            2_388_299, .template, .afterFix,
            "A placeholder stands at the beginning or the end of the text.",
            "Put words before and after it."),
    ]
}
